/** When a link or record holds: pure rules from what sources state to the columns that `query/holding` compares with a day. */
import { hullOf, overlap, spanOf, type Span } from '../../resource/time';

/** A beginning and an end, each null where unknown. */
export interface Bounds {
  from: string | null;
  until: string | null;
}

/** The derived columns. */
export interface HoldingColumns {
  attested_from: string | null;
  attested_until: string | null;
  possible_from: string | null;
  possible_until: string | null;
  listed_from: string | null;
  bounded: number;
  left_out: string | null;
}

export const holdingColumnNames = [
  'attested_from',
  'attested_until',
  'possible_from',
  'possible_until',
  'listed_from',
  'bounded',
  'left_out',
] as const satisfies readonly (keyof HoldingColumns)[];

/** A statement of a source that shows something. */
export interface Showing {
  source: string;
  statedOn: string | null;
  /** The times of the records for whose time it is stated. */
  during: readonly Bounds[];
}

/** A list that a source gives completely, at a time. */
export interface CompleteList extends Span {
  source: string;
}

/** What is known of an end of a link that has a time itself. */
export interface EndTime {
  possible: Bounds;
  listedFrom: string | null;
}

const isKnown = (day: string | null): day is string => day !== null;

const latest = (days: readonly (string | null)[]): string | null =>
  days.filter(isKnown).sort().at(-1) ?? null;

const earliest = (days: readonly (string | null)[]): string | null =>
  days.filter(isKnown).sort().at(0) ?? null;

/**
 * The days for which statements show something. A statement for the time of a funding period shows it during that period, but not after
 * the day on which it was made: what comes then is a plan.
 */
export const shownIn = (statements: readonly Showing[]): Span[] =>
  statements.flatMap(({ statedOn, during }) => {
    const stated = statedOn === null ? null : spanOf(statedOn);
    if (during.length === 0) return stated ?? [];
    return during.flatMap(({ from, until }): Span[] => {
      if (from === null) return [];
      const last = until ?? stated?.until ?? from;
      const isPlanned = stated !== null && from <= stated.until && stated.until < last;
      return [{ from, until: isPlanned ? stated.until : last }];
    });
  });

const asSpan = (day: string | null): Span[] => (day === null ? [] : [{ from: day, until: day }]);

/** @param stated the stated bounds; a stated beginning or end is also a day on which it holds. */
const hullWith = (spans: readonly Span[], { from, until }: Bounds): Span | null =>
  hullOf([...spans, ...asSpan(from), ...asSpan(until)]);

/** The first day for which it is shown, unless that is after it can have held. */
const firstShown = (hull: Span | null, { until }: Bounds): string | null =>
  hull === null || (until !== null && hull.from > until) ? null : hull.from;

/** The columns of a resource. @param stated its own beginning and end, or those of the links that bound it. */
export function columnsOfResource(stated: Bounds, shown: readonly Span[]): HoldingColumns {
  const hull = hullWith(shown, stated);
  return {
    attested_from: hull?.from ?? null,
    attested_until: hull?.until ?? null,
    possible_from: stated.from,
    possible_until: stated.until,
    listed_from: stated.from ?? firstShown(hull, stated),
    bounded: isBounded(stated),
    left_out: null,
  };
}

interface LinkTimes {
  /** Its own beginning and end, or those of the end whose time it has. */
  stated: Bounds;
  ends: readonly EndTime[];
  showing: readonly Showing[];
  /** The sources that name a link between the same ends. */
  listedBy: ReadonlySet<string>;
  /** The complete lists of its ends to which it belongs. */
  lists: readonly CompleteList[];
}

/** The columns of a link. It cannot hold while one of its ends does not exist. Without any date, it is listed as long as its ends are. */
export function columnsOfLink({ stated, ends, showing, listedBy, lists }: LinkTimes): HoldingColumns {
  const shown = shownIn(showing);
  const hull = hullWith(shown, stated);
  const shared = {
    from: latest(ends.map((end) => end.possible.from)),
    until: earliest(ends.map((end) => end.possible.until)),
  };
  // What never exists at the same time, such as a predecessor and its successor, bounds no link between the two.
  const meet = shared.from === null || shared.until === null || shared.from <= shared.until;
  const possible = meet
    ? { from: latest([stated.from, shared.from]), until: earliest([stated.until, shared.until]) }
    : stated;
  const first = firstShown(hull, possible);
  const leftOut = lists
    .filter((list) => !listedBy.has(list.source) && !shown.some((span) => overlap(span, list)))
    .map(({ from, until }) => `${from}/${until}`);
  return {
    attested_from: hull?.from ?? null,
    attested_until: hull?.until ?? null,
    possible_from: possible.from,
    possible_until: possible.until,
    listed_from: latest([
      possible.from,
      ...(first === null ? ends.map(({ listedFrom }) => listedFrom) : [first]),
    ]),
    bounded: isBounded(stated),
    left_out: leftOut.length > 0 ? JSON.stringify([...new Set(leftOut)].sort()) : null,
  };
}

const isBounded = ({ from, until }: Bounds): number => Number(from !== null && until !== null);
