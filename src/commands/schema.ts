/** `num-gateway schema` */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printSchema } from 'graphql';
import type { Config } from '../config';
import { catalogueSubgraph } from '../federation/catalogue-subgraph';
import { registry } from '../registry';
import type { Registry } from '../resource/registry';

/** The emitted files: the schema for clients, and the SDL for composition. */
export async function schemaTexts(of: Registry): Promise<Record<string, string>> {
  const { schema, sdl } = await catalogueSubgraph(of);
  return { 'schema.graphql': `${printSchema(schema)}\n`, 'subgraph.graphql': sdl };
}

export async function schemaCommand({ root }: Config, check: boolean): Promise<void> {
  for (const [name, text] of Object.entries(await schemaTexts(registry))) {
    const file = join(root, 'schema', name);
    if (!check) {
      await writeFile(file, text);
      console.log(`Wrote schema/${name}.`);
    } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
      console.error(
        `schema/${name} differs from the declarations. Run "npm run schema" and commit the file.`,
      );
      process.exitCode = 1;
    }
  }
}
