/** Counts afresh what is kept: as the statements that fill a table of counts. */
import { tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import {
  anyValueOf,
  countTableOf,
  materializedColumnsOf,
  materializedLinksOf,
} from '../../resource/materialized-counts';
import type { Dialect } from '../driver';
import { endsOf, listedLinks } from './qualified';

/** The columns of a table of counts. */
const columns = '"field", "value", "total"';

/** The items of a list of texts. @param cell the column with it */
export const itemsOf = (dialect: Dialect, cell: string): string =>
  dialect === 'sqlite' ? `json_each(${cell}) i` : `jsonb_array_elements_text(${cell}::jsonb) AS i(value)`;

/** The statements that count all fields whose values are in the table of a class. */
export function countedAfresh(dialect: Dialect, registry: Registry, from: Description): string[] {
  const table = `"${tableOf(from)}"`;
  const selects = [
    ...materializedColumnsOf(from).flatMap(({ name, column }) => {
      const items = `FROM ${table} t, ${itemsOf(dialect, `t."${column}"`)} WHERE t."${column}" IS NOT NULL`;
      return [
        `SELECT '${name}', i.value, count(DISTINCT t.id) ${items} GROUP BY i.value`,
        `SELECT '${anyValueOf(name)}', '', count(DISTINCT t.id) ${items}`,
      ];
    }),
    ...materializedLinksFrom(registry, from).flatMap((links) => {
      const { near, far } = endsOf(links);
      return [
        `SELECT '${links.name}', ${far}, count(*) FROM (SELECT DISTINCT ${near}, ${far} ${listedLinks(links)}) pairs GROUP BY ${far}`,
        `SELECT '${anyValueOf(links.name)}', '', count(DISTINCT ${near}) ${listedLinks(links)}`,
      ];
    }),
  ];
  return selects.map((select) => `INSERT INTO "${countTableOf(from)}" (${columns}) ${select}`);
}

/** The lists over links of a class whose counts are kept. */
export const materializedLinksFrom = (registry: Registry, from: Description) =>
  registry.all.flatMap(materializedLinksOf).filter((links) => links.from === from);
