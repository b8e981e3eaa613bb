/** `num-gateway migration` */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config';
import { WrongConfiguration } from '../errors';
import { registry } from '../registry';
import { draftMigration } from '../store/draft-migration';

export async function migrationCommand({ root }: Config, title: string): Promise<void> {
  if (!/^[A-Z][A-Za-z0-9]*$/.test(title)) {
    throw new WrongConfiguration(
      `"${title}" is no title for a migration; give one in PascalCase, such as AddBiobank.`,
    );
  }
  const draft = await draftMigration(registry, title, new Date());
  if (!draft) {
    console.log('Nothing to do: the migrations make every table and column that is declared.');
    return;
  }
  const { className, text } = draft;
  const words = title.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();
  const file = join('src', 'store', 'migrations', `${className.slice(title.length)}-${words}.ts`);
  await writeFile(join(root, file), text);
  console.log(`Wrote ${file}. Review it, and list ${className} in src/store/migrations/index.ts.`);
}
