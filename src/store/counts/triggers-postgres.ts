/** The triggers that keep counts on PostgreSQL. Insertions and removals are counted once per statement, not for each row. */
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

/** A trigger: when it runs, and the statements of its function. */
interface Trigger {
  when: string;
  statements: string[];
}

/** The rows that a statement has inserted or removed. */
const inserted = (table: string): string =>
  `AFTER INSERT ON "${table}" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT`;
const removed = (table: string): string =>
  `AFTER DELETE ON "${table}" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT`;

/** The statements that make the triggers of a table, by the name of the trigger. */
export function postgresTriggers(registry: Registry, from: Description): Map<string, string[]> {
  const all = [
    ...materializedColumnsOf(from).flatMap(onColumn),
    ...materializedLinksFrom(registry, from).flatMap(onLinks),
    onTruncation(from),
  ];
  return new Map(
    all.map(({ when, statements }, index) => {
      const name = `${triggerPrefix}${countTableOf(from)}_${index}`;
      const body = statements.map((statement) => `${statement};`).join(' ');
      return [
        name,
        [
          `CREATE OR REPLACE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN ${body} RETURN NULL; END $body$`,
          `CREATE TRIGGER "${name}" ${when} EXECUTE FUNCTION "${name}"()`,
        ],
      ];
    }),
  );
}

const onTruncation = (from: Description): Trigger => ({
  when: `AFTER TRUNCATE ON "${tableOf(from)}" FOR EACH STATEMENT`,
  statements: [`UPDATE "${countTableOf(from)}" SET "total" = 0`],
});

function onColumn({ name, from, column }: MaterializedColumn): Trigger[] {
  const put = (select: string) => putCounts('postgres', from, 'add', select);
  const items = (row: string) => itemsOf('postgres', `${row}."${column}"`);
  const ofStatement = (step: 1 | -1): string[] => [
    put(
      `SELECT '${name}', i.value, ${step} * count(DISTINCT t."id") FROM changed t, ${items('t')} WHERE t."${column}" IS NOT NULL GROUP BY i.value ORDER BY i.value`,
    ),
    put(
      `SELECT '${anyValueOf(name)}', '', ${step} * count(DISTINCT t."id") FROM changed t, ${items('t')} WHERE t."${column}" IS NOT NULL`,
    ),
  ];
  const ofRow = (row: 'NEW' | 'OLD', step: 1 | -1): string[] => [
    put(
      `SELECT DISTINCT '${name}', i.value, ${step} FROM ${items(row)} WHERE ${row}."${column}" IS NOT NULL`,
    ),
    put(
      `SELECT DISTINCT '${anyValueOf(name)}', '', ${step} FROM ${items(row)} WHERE ${row}."${column}" IS NOT NULL`,
    ),
  ];
  const table = tableOf(from);
  return [
    { when: inserted(table), statements: ofStatement(1) },
    { when: removed(table), statements: ofStatement(-1) },
    {
      when: `AFTER UPDATE OF "${column}" ON "${table}" FOR EACH ROW WHEN (OLD."${column}" IS DISTINCT FROM NEW."${column}")`,
      statements: [...ofRow('OLD', -1), ...ofRow('NEW', 1)],
    },
  ];
}

/** A record counts once for each that it is linked with, in however many roles. The table is as the statement has left it. */
function onLinks(links: MaterializedLinks): Trigger[] {
  const { near, far } = endsOf(links);
  const { name, from } = links;
  const table = tableOf(from);
  const ofStatement = (step: 1 | -1, except: string): string[] => {
    const alone = (ends: string[]) =>
      `SELECT DISTINCT ${ends.map((end) => `c.${end}`).join(', ')} FROM changed c WHERE ${isListed(links, 'c')} AND NOT EXISTS (SELECT 1 FROM "${table}" o WHERE ${[...ends.map((end) => `o.${end} = c.${end}`), isListed(links, 'o')].join(' AND ')}${except})`;
    return [
      `SELECT '${name}', a.${far}, ${step} * count(*) FROM (${alone([near, far])}) a GROUP BY a.${far} ORDER BY a.${far}`,
      `SELECT '${anyValueOf(name)}', '', ${step} * count(*) FROM (${alone([near])}) a`,
    ].map((select) => putCounts('postgres', from, 'add', select));
  };
  return [
    {
      when: inserted(table),
      statements: ofStatement(1, ' AND o."id" NOT IN (SELECT "id" FROM changed)'),
    },
    { when: removed(table), statements: ofStatement(-1, '') },
    {
      when: `AFTER UPDATE OF ${decidingColumns(links).join(', ')} ON "${table}" FOR EACH ROW WHEN (${isDecidedAnew(links, 'IS DISTINCT FROM')})`,
      statements: recounted('postgres', links),
    },
  ];
}
