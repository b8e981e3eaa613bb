/** The names of the operations in a folder of documents, such as the examples. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';

export async function operationsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  const documents = await Promise.all(
    files
      .filter((file) => file.endsWith('.graphql'))
      .map(async (file) => parse(await readFile(join(folder, file), 'utf8'))),
  );
  return documents
    .flatMap(({ definitions }) => definitions)
    .flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
    );
}
