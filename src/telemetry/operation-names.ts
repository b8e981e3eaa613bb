/** The names of the operations in a folder of documents, such as the examples. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kind, parse, type DefinitionNode } from 'graphql';

export async function operationsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  const documents = await Promise.all(
    files
      .filter((file) => file.endsWith('.graphql'))
      .map(async (file) => definitionsIn(await readFile(join(folder, file), 'utf8'))),
  );
  return documents
    .flat()
    .flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
    );
}

/** An invalid document is reported when it is used. */
function definitionsIn(text: string): readonly DefinitionNode[] {
  try {
    return parse(text).definitions;
  } catch {
    return [];
  }
}
