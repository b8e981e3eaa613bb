/** `num-gateway template` writes a table that stewards fill in. */
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { reasonOf, StartFailed } from '../errors';
import { closest } from '../harvest/tables/closest';
import { templateOf, type TemplateSheet } from '../harvest/tables/template';
import type { TableLanguage } from '../harvest/tables/write-cell';
import { writeCsv } from '../harvest/tables/write-csv';
import { writeWorkbook } from '../harvest/tables/write-xlsx';
import { registry } from '../registry';
import type { Description } from '../resource/description';
import { namesOfClass } from '../resource/labels';
import { collationKey } from '../resource/text';

export interface TemplateOptions {
  out?: string;
  lang: TableLanguage;
  force?: true;
}

/** @throws StartFailed if nothing can be written */
export async function templateCommand(
  names: readonly string[],
  { out, lang, force }: TemplateOptions,
): Promise<void> {
  const classes = names.map(classNamed);
  const file = out ?? `${classes.map(({ type }) => type).join('-')}.xlsx`;
  const bytes = await contentOf(file, classes, lang);
  try {
    await writeFile(file, bytes, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new StartFailed(
      isThere
        ? `${file} is there already. Name another file with --out, or overwrite it with --force.`
        : `${file} cannot be written: ${reasonOf(error)}. Name a file in a folder that is there, with --out.`,
      { cause: error },
    );
  }
  console.error(`${file} is written. Fill it in, then: num-gateway check ${file}`);
}

function contentOf(
  file: string,
  classes: readonly Description[],
  lang: TableLanguage,
): Promise<Uint8Array> | string {
  const ending = extname(file).toLowerCase();
  const sheets = templateOf(classes, registry);
  if (ending === '.xlsx') return writeWorkbook(sheets, lang);
  const [only] = sheets;
  if (ending !== '.csv' || !only) throw new StartFailed(`--out ${file} has to end in .xlsx or .csv.`);
  if (classes.length > 1)
    throw new StartFailed(
      'CSV holds the records of one class. Name one class, or write a workbook with --out and a name that ends in .xlsx.',
    );
  return writeCsv(only satisfies TemplateSheet, lang);
}

/** By its type, its path or what people call it. */
function classNamed(name: string): Description {
  const classes = [...registry.resources, ...registry.links];
  const namesIn = (description: Description) => {
    const { de, en } = namesOfClass(description);
    return [description.type, description.path, de.one, de.many, en.one, en.many];
  };
  const wanted = collationKey(name);
  const found = classes.find((each) => namesIn(each).some((one) => collationKey(one) === wanted));
  if (found) return found;
  const likely = closest(
    name,
    classes.map(({ type }) => type),
  );
  throw new StartFailed(
    `There is no class "${name}". ${likely === null ? '' : `Perhaps ${likely} is meant. `}There are ${classes.map(({ type }) => type).join(', ')}.`,
  );
}
