/** The heads of columns: what people call the field, and its name in brackets, by which it is read back. */
import type { Description } from '../../resource/description';
import type { Label } from '../../vocabulary/label';
import { columnAt, columnsOf, nameOfColumn, type Column, type TableField } from './column';
import { closest } from './closest';
import { collationKey } from '../../resource/text';
import type { TableLanguage } from './write-cell';

/** The mark of what has to be filled in. */
const mark = '*';

/** The head of a column, such as `Name (Deutsch) [name.de]`. That of the first one has the class, too. */
export const headOf = (column: Column, lang: TableLanguage, of?: Description): string => {
  const name = of ? `${of.type}.${nameOfColumn(column)}` : nameOfColumn(column);
  return `${column.label[lang]}${column.required ? ` ${mark}` : ''} [${name}]`;
};

/** The class that a head names, such as `Dataset` in `[Dataset.slug]`; null if it names none. */
export const classInHead = (head: string): string | null =>
  /(?:\[|^\s*)([A-Z][A-Za-z]*)\.(?=[a-z])/.exec(head)?.[1] ?? null;

/** The column that a head means, by its name, or by what people call it if only one is called so. */
export function columnOfHead(head: string, fields: readonly TableField[]): Column | null {
  const [, bracketed] = /\[(?:[A-Z][A-Za-z]*\.)?([^\]]+)\]\s*$/.exec(head) ?? [];
  const path = (bracketed ?? head.trim().replace(/^[A-Z][A-Za-z]*\.(?=[a-z])/, '')).trim().split('.');
  const field = fields.find(({ name }) => name === path[0]);
  const named = field && columnAt(field, path);
  if (named || bracketed !== undefined) return named ?? null;
  const wanted = collationKey(head);
  const isCalled = ({ de, en }: Label) => [de, en].some((label) => collationKey(label) === wanted);
  const [only, ...others] = columnsOf(fields).filter(
    (column) => isCalled(column.label) || collationKey(nameOfColumn(column)) === wanted,
  );
  return only && others.length === 0 ? only : null;
}

/** The name of a column that was probably meant by a head. */
export function likelyColumn(head: string, fields: readonly TableField[]): string | null {
  const columns = columnsOf(fields);
  const bare = head.replace(/^.*\[(?:[A-Z][A-Za-z]*\.)?([^\]]+)\]\s*$/, '$1').replace(mark, '');
  const likely = closest(
    bare,
    columns.flatMap((column) => [nameOfColumn(column), column.label.de, column.label.en]),
  );
  const column = columns.find(
    (each) => likely !== null && [nameOfColumn(each), each.label.de, each.label.en].includes(likely),
  );
  return column ? nameOfColumn(column) : null;
}
