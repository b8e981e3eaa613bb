/** `num-gateway schema` */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { registry } from '../app';
import type { Config } from '../config';
import { schemaText } from '../graphql/schema';

export async function schemaCommand({ root }: Config, check: boolean): Promise<void> {
  const file = join(root, 'schema', 'schema.graphql');
  const text = await schemaText(registry);
  if (!check) {
    await writeFile(file, text);
    console.log('Wrote schema/schema.graphql.');
    return;
  }
  const committed = await readFile(file, 'utf8').catch(() => '');
  if (committed === text) return;
  console.error(
    'schema/schema.graphql differs from the declarations. Run "npm run schema" and commit the file.',
  );
  process.exitCode = 1;
}
