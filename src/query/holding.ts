/** Which records hold on a day: links by their dates, records by their own dates or by the links that say when they ran. */
import sql, { raw, type Sql } from 'sql-template-tag';
import { endColumn, tableOf } from '../resource/columns';
import { attributeOf, describe, type Description, type Side } from '../resource/description';
import { column, name, validOn } from './sql';

/** Whether records of a class can be filtered by a day: classes with `runsBy`, and classes with dates, as all links. */
export const isTimed = (description: Description): boolean =>
  description.runsBy !== undefined || attributeOf(description, 'startsOn') !== undefined;

/** The end of the `runsBy` links at which records of the class are. */
export const sideOfRun = (description: Description, link: Description): Side =>
  link.ends.find((end) => end.to().map(describe).includes(description))?.side ?? 'to';

/** The link class that determines whether records of a class hold on a day. */
export const runningOn = ({ runsBy }: Description, day: string | null | undefined) =>
  day && runsBy ? () => [describe(runsBy())] : undefined;

/** Whether a record of a class holds on a day. Records of classes without dates always do. */
export function holdsOn(description: Description, alias: string, day: string): Sql {
  if (!isTimed(description)) return raw('1 = 1');
  if (description.runsBy) {
    const link = describe(description.runsBy());
    const known = sql`SELECT 1 FROM ${name(tableOf(link))} l WHERE ${column('l', endColumn(sideOfRun(description, link)))} = ${column(alias, 'id')}`;
    // A record without any such link is not limited by a day, like anything with unknown dates.
    return sql`(EXISTS (${known} AND ${validOn('l', day)}) OR NOT EXISTS (${known}))`;
  }
  return validOn(alias, day);
}
