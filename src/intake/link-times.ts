/** Checks that links lie within the stated beginning and end of what they link. */
import type { ImportProblem } from '../errors';
import { endColumns } from '../resource/columns';
import { isTimed } from '../resource/description';
import type { Registry } from '../resource/registry';
import { spanOf, type Span } from '../resource/time';
import type { Row } from '../resource/values';
import type { DatePrecision } from '../vocabulary/date-precision';
import type { Draft } from './draft';

/** The stated dates of a record: each with the days that it may mean. */
interface StatedDates {
  startsOn: Span | null;
  endsOn: Span | null;
}

/** Length of the text of a date with a precision. */
const lengths: Readonly<Record<DatePrecision, number>> = { YEAR: 4, MONTH: 7, DAY: 10 };

function datesIn(row: Row): StatedDates {
  const of = (name: string): Span | null => {
    const day = row[name] as string | null | undefined;
    if (day == null) return null;
    return spanOf(day.slice(0, lengths[(row[`${name}_precision`] as DatePrecision | null) ?? 'DAY']));
  };
  return { startsOn: of('starts_on'), endsOn: of('ends_on') };
}

/** The keys of the ends of links with dates, to look up in the database. */
export const datedEndsOf = (drafts: readonly Draft[], registry: Registry): string[] => {
  const drafted = new Set(drafts.map(({ key }) => key));
  const ends = drafts
    .filter(({ description, row }) => description.kind === 'link' && (row.starts_on ?? row.ends_on) != null)
    .flatMap(endsOf);
  return [...new Set(ends)].filter((key) => !drafted.has(key) && isTimedKey(key, registry));
};

const endsOf = ({ row }: Draft): string[] => endColumns.map((end) => String(row[end]));

const isTimedKey = (key: string, registry: Registry): boolean => {
  const description = registry.ofKey(key);
  return description !== undefined && isTimed(description);
};

/**
 * Links with a beginning or end that lies outside those of one of their ends. Only dates that no reading of a month or year can reconcile
 * are refused.
 * @param stored the rows of `datedEndsOf`
 */
export function linksOutsideTheirEnds(
  drafts: readonly Draft[],
  stored: ReadonlyMap<string, Row>,
): ImportProblem[] {
  const rows = new Map([...stored, ...drafts.map(({ key, row }): [string, Row] => [key, row])]);
  return drafts.flatMap((draft) => outsideItsEnds(draft, rows));
}

/** The same for one record. @param rows those of its ends */
export function outsideItsEnds(draft: Draft, rows: ReadonlyMap<string, Row>): ImportProblem[] {
  const { description, row: written } = draft;
  if (description.kind !== 'link' || (written.starts_on ?? written.ends_on) == null) return [];
  const own = datesIn(written);
  return endsOf(draft).flatMap((key) => {
    const row = rows.get(key);
    return row ? outside(draft, own, key, datesIn(row)) : [];
  });
}

function outside({ at, key }: Draft, own: StatedDates, end: string, its: StatedDates): ImportProblem[] {
  const found: ImportProblem[] = [];
  const refuse = (field: keyof StatedDates, how: 'before' | 'after', bound: keyof StatedDates) => {
    found.push({
      ...at,
      message: `${key}: "${field}" (${shown(own[field])}) is ${how} "${bound}" of ${end} (${shown(its[bound])}).`,
      remedy:
        'Correct one of the two. A source that merely shows the link on a day states no beginning or end: give that day as "statedOn" of its evidence.',
    });
  };
  for (const field of ['startsOn', 'endsOn'] as const) {
    if (own[field] && its.startsOn && own[field].until < its.startsOn.from)
      refuse(field, 'before', 'startsOn');
    if (own[field] && its.endsOn && own[field].from > its.endsOn.until) refuse(field, 'after', 'endsOn');
  }
  return found;
}

/** A date as it was stated. */
const shown = (span: Span | null): string => {
  if (!span) return '';
  const { from, until } = span;
  return from === until ? from : from.slice(0, from.slice(0, 7) === until.slice(0, 7) ? 7 : 4);
};
