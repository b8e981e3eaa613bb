/** Whether a covered record meets a demand: yes where a source proves it, no where sources exclude it, else unknown. */
import type { StoredRecord } from '../../resource/record';
import type { Completeness } from './completeness';
import type { Demand, Wanted } from './demands';
import type { Disputes } from './disputes';
import { isSingle, statedAtEnd, statedAtStart, type Path } from './path';
import { lastOf, type Explored, type Trail } from './trails';

/** Why a demand is met, is not met, or is not known to be met. */
export type Reason = 'STATED' | 'OTHER_VALUE' | 'NOT_LISTED' | 'NOT_AT_THAT_TIME' | 'DISPUTED' | 'NOT_STATED';
export type Verdict = 'YES' | 'NO' | 'UNKNOWN';

export const verdictOf: Readonly<Record<Reason, Verdict>> = {
  STATED: 'YES',
  OTHER_VALUE: 'NO',
  NOT_LISTED: 'NO',
  NOT_AT_THAT_TIME: 'NO',
  DISPUTED: 'UNKNOWN',
  NOT_STATED: 'UNKNOWN',
};

/** One way on which a demand is met. */
export interface Proof {
  value: string;
  links: StoredRecord[];
  /** The record at the end of the links: the one demanded, or the one that has the value. */
  record: string;
  /** The attribute that holds the value; null where the record is demanded. */
  property: string | null;
  /** The keys of all records on the way. */
  via: string[];
}

/** What an answer rests on: statements about properties of a record, or all about it. */
export interface Ground {
  key: string;
  properties: string[] | null;
}

/** The answer for one covered record and one demand. */
export interface Finding {
  reason: Reason;
  proofs: Proof[];
  grounds: Ground[];
}

/** What the judge knows. */
export interface Knowledge {
  explored: ReadonlyMap<Path, Explored>;
  complete: Completeness;
  disputes: Disputes;
  record: (key: string) => StoredRecord | undefined;
  asOf: string | null;
}

export function judge(key: string, demand: Demand, knowledge: Knowledge): Finding {
  const ways = demand.paths.flatMap((path) => {
    const explored = knowledge.explored.get(path);
    return explored ? demand.wanted.map((wanted) => ({ explored, wanted })) : [];
  });
  const proofs = ways.flatMap(({ explored, wanted }) => proofsOf(key, explored, wanted, knowledge));
  if (proofs.length > 0) return { reason: 'STATED', proofs, grounds: groundsOfProofs(proofs) };
  const exclusions = ways.map(({ explored, wanted }) => exclusion(key, explored, wanted, knowledge));
  const open = exclusions.filter(({ reason }) => verdictOf[reason] === 'UNKNOWN');
  const counted = open.length > 0 ? open : exclusions;
  return {
    reason: counted[0]?.reason ?? 'NOT_STATED',
    proofs: [],
    grounds: unique(counted.flatMap(({ grounds }) => grounds)),
  };
}

function proofsOf(
  key: string,
  { path, levels, last }: Explored,
  { value, record }: Wanted,
  knowledge: Knowledge,
): Proof[] {
  const trails = levels.at(-1)?.get(key) ?? [];
  const { attribute } = path;
  if (!attribute) {
    return trails.flatMap(({ links, via }) =>
      (last.get(via.at(-1) ?? '') ?? [])
        .filter(({ to }) => to === record?.key)
        .map(({ to, link }) => ({
          value,
          links: link ? [...links, link] : links,
          record: to,
          property: null,
          via: [...via, to],
        })),
    );
  }
  return trails
    .filter((trail) => valuesOf(knowledge.record(lastOf(trail)), attribute.name).includes(value))
    .map(({ links, via }) => ({
      value,
      links,
      record: via.at(-1) ?? key,
      property: attribute.name,
      via,
    }));
}

const valuesOf = (record: StoredRecord | undefined, attribute: string): string[] =>
  [record?.[attribute] ?? []].flat().map(String);

type Excluded = Pick<Finding, 'reason' | 'grounds'>;

/** Whether sources exclude that a record has a value on one path, on which nothing proves it. */
function exclusion(key: string, explored: Explored, wanted: Wanted, knowledge: Knowledge): Excluded {
  const { path, levels } = explored;
  const { steps, attribute } = path;
  if (wanted.record && isOver(wanted.record, knowledge)) {
    const grounds = [{ key: wanted.record.key, properties: ['startsOn', 'endsOn'] }];
    return { reason: 'NOT_AT_THAT_TIME', grounds };
  }
  const step = steps.at(-1);
  const listing: Ground[] = [];
  const open: Ground[] = [];
  const ask = (ground: Ground & { properties: string[] }) =>
    (knowledge.complete.has(ground.key, ground.properties) ? listing : open).push(ground);
  // Each record on the way could lead on to others that no source names.
  const through = attribute ? steps : steps.slice(0, -1);
  through.forEach((each, depth) => {
    for (const trail of levels[depth]?.get(key) ?? [])
      ask({ key: lastOf(trail), properties: statedAtStart(each) });
  });
  const ends: readonly Trail[] = levels.at(-1)?.get(key) ?? [];
  if (attribute) {
    const other: Ground[] = [];
    const disputed: Ground[] = [];
    for (const trail of ends) {
      const ground = { key: lastOf(trail), properties: [attribute.name] };
      const hasOther = isSingle(attribute) && knowledge.record(ground.key)?.[attribute.name] != null;
      if (!hasOther) ask(ground);
      else (knowledge.disputes.has(ground.key, attribute.name) ? disputed : other).push(ground);
    }
    if (open.length > 0) return { reason: 'NOT_STATED', grounds: [...open, ...disputed] };
    if (disputed.length > 0) return { reason: 'DISPUTED', grounds: disputed };
    return { reason: listing.length > 0 ? 'NOT_LISTED' : 'OTHER_VALUE', grounds: [...other, ...listing] };
  }
  if (step && wanted.record) {
    const atEnd = { key: wanted.record.key, properties: statedAtEnd(step) };
    if (knowledge.complete.has(atEnd.key, atEnd.properties)) listing.push(atEnd);
    else {
      const before = open.length;
      for (const trail of ends) ask({ key: lastOf(trail), properties: statedAtStart(step) });
      if (open.length > before) open.push(atEnd);
    }
  }
  return open.length > 0
    ? { reason: 'NOT_STATED', grounds: open }
    : { reason: 'NOT_LISTED', grounds: listing };
}

/** Whether a record had not begun or had ended on a day, as far as its own dates tell and sources agree on them. */
function isOver(record: StoredRecord, { asOf, disputes }: Knowledge): boolean {
  if (asOf === null) return false;
  const agreed = (property: 'startsOn' | 'endsOn') => {
    const day = record[property];
    return typeof day === 'string' && !disputes.has(record.key, property) ? day : null;
  };
  const [first, last] = [agreed('startsOn'), agreed('endsOn')];
  return (first !== null && first > asOf) || (last !== null && last < asOf);
}

const groundsOfProofs = (proofs: readonly Proof[]): Ground[] =>
  unique(
    proofs.flatMap(({ links, record, property }) => [
      ...links.map(({ key }) => ({ key, properties: null })),
      ...(property === null ? [] : [{ key: record, properties: [property] }]),
    ]),
  );

const unique = (grounds: readonly Ground[]): Ground[] => [
  ...new Map(grounds.map((ground) => [JSON.stringify(ground), ground])).values(),
];
