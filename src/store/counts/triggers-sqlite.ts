/** The triggers that keep counts on SQLite. They run for each row. */
import { tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import {
  anyValueOf,
  countTableOf,
  materializedColumnsOf,
  type MaterializedColumn,
  type MaterializedLinks,
} from '../../resource/materialized-counts';
import type { Registry } from '../../resource/registry';
import { itemsOf, materializedLinksFrom } from './fresh';
import { decidingColumns, endsOf, isDecidedAnew, isListed, recounted } from './qualified';
import { triggerPrefix } from './drop-triggers';
import { putCounts } from './tables';

/** A trigger: when it runs, and its statements. */
interface Trigger {
  event: string;
  when: string;
  statements: string[];
}

/** The statements that make the triggers of a table, by the name of the trigger. */
export function sqliteTriggers(registry: Registry, from: Description): Map<string, string[]> {
  const all = [
    ...materializedColumnsOf(from).flatMap(onColumn),
    ...materializedLinksFrom(registry, from).flatMap(onLinks),
  ];
  return new Map(
    all.map(({ event, when, statements }, index) => {
      const name = `${triggerPrefix}${countTableOf(from)}_${index}`;
      const head = `CREATE TRIGGER "${name}" AFTER ${event} ON "${tableOf(from)}" WHEN ${when}`;
      return [name, [`${head} BEGIN ${statements.map((statement) => `${statement};`).join(' ')} END`]];
    }),
  );
}

function onColumn({ name, from, column }: MaterializedColumn): Trigger[] {
  const counted = (row: 'NEW' | 'OLD', step: 1 | -1): string[] => {
    const items = itemsOf('sqlite', `${row}."${column}"`);
    return [
      putCounts(
        'sqlite',
        from,
        'add',
        `SELECT DISTINCT '${name}', i.value, ${step} FROM ${items} WHERE true`,
      ),
      putCounts(
        'sqlite',
        from,
        'add',
        `SELECT DISTINCT '${anyValueOf(name)}', '', ${step} FROM ${items} WHERE true`,
      ),
    ];
  };
  const changed = `OLD."${column}" IS NOT NEW."${column}"`;
  return [
    { event: 'INSERT', when: `NEW."${column}" IS NOT NULL`, statements: counted('NEW', 1) },
    { event: 'DELETE', when: `OLD."${column}" IS NOT NULL`, statements: counted('OLD', -1) },
    {
      event: `UPDATE OF "${column}"`,
      when: changed,
      statements: [...counted('OLD', -1), ...counted('NEW', 1)],
    },
  ];
}

/**
 * A record counts once for each that it is linked with, in however many roles. The link of the trigger is there after an insertion, and
 * is gone after a removal.
 */
function onLinks(links: MaterializedLinks): Trigger[] {
  const { near, far } = endsOf(links);
  const { name, from } = links;
  const table = `"${tableOf(from)}"`;
  const isAlone = (row: 'NEW' | 'OLD', ends: string[], except: string): string =>
    `NOT EXISTS (SELECT 1 FROM ${table} o WHERE ${[...ends.map((end) => `o.${end} = ${row}.${end}`), isListed(links, 'o'), except].join(' AND ')})`;
  const counted = (row: 'NEW' | 'OLD', step: 1 | -1, except: string): string[] => [
    putCounts(
      'sqlite',
      from,
      'add',
      `SELECT '${name}', ${row}.${far}, ${step} WHERE ${isAlone(row, [near, far], except)}`,
    ),
    putCounts(
      'sqlite',
      from,
      'add',
      `SELECT '${anyValueOf(name)}', '', ${step} WHERE ${isAlone(row, [near], except)}`,
    ),
  ];
  return [
    { event: 'INSERT', when: isListed(links, 'NEW'), statements: counted('NEW', 1, 'o."id" <> NEW."id"') },
    { event: 'DELETE', when: isListed(links, 'OLD'), statements: counted('OLD', -1, 'true') },
    {
      event: `UPDATE OF ${decidingColumns(links).join(', ')}`,
      when: isDecidedAnew(links, 'IS NOT'),
      statements: recounted('sqlite', links),
    },
  ];
}
