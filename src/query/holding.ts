/** Which records hold on a day: links by their dates, records by their own dates or by the links by which they run. */
import sql, { raw, type Sql } from 'sql-template-tag';
import { columnOf, tableOf } from '../resource/columns';
import { attributeOf, describe, type Description, type Side } from '../resource/description';
import { column, name, spans, validOn } from './sql';

/** Whether records of a class can be asked for a day: links, what runs by a link type, what has dates of its own. */
export const isTimed = (description: Description): boolean =>
  description.kind === 'link' ||
  description.runsBy !== undefined ||
  attributeOf(description, 'startsOn') !== undefined;

/** The side on which the records of a class stand in the links by which they run. */
export const sideOfRun = (description: Description, link: Description): Side =>
  link.ends.find((end) => end.to().map(describe).includes(description))?.side ?? 'target';

/** The links that tell whether records of a class hold on a day. */
export const runningOn = ({ runsBy }: Description, day: string | null | undefined) =>
  day && runsBy ? () => [describe(runsBy())] : undefined;

/** Whether a record of a class holds on a day. Records of classes that cannot be asked for a day always do. */
export function holdsOn(description: Description, alias: string, day: string): Sql {
  if (!isTimed(description)) return raw('1 = 1');
  if (description.kind === 'link') return validOn(alias, day);
  if (description.runsBy) {
    const link = describe(description.runsBy());
    const known = sql`SELECT 1 FROM ${name(tableOf(link))} l WHERE ${column('l', `${sideOfRun(description, link)}_id`)} = ${column(alias, 'id')}`;
    // What no link is known of that says when it ran is not limited by a day, as nothing is of which a date is not known.
    return sql`(EXISTS (${known} AND ${validOn('l', day)}) OR NOT EXISTS (${known}))`;
  }
  const bound = (attribute: string) => column(alias, columnOf({ name: attribute }));
  return spans(bound('startsOn'), bound('endsOn'), day);
}
