/** Whether a covered record meets a demand: yes where a source proves it, no where sources exclude it, else unknown. */
import type { Attribute } from '../../resource/description';
import type { StoredRecord } from '../../resource/record';
import type { Completeness } from './completeness';
import type { Demand, Wanted } from './demands';
import type { Disputes } from './disputes';
import { isSingle, statedAtEnd, statedAtStart, type Path, type Step } from './path';
import { lastOf, type Explored } from './trails';

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

/** What sources list completely on a path, and what they leave open. */
class Lists {
  readonly complete: Ground[] = [];
  readonly open: Ground[] = [];

  constructor(private readonly knowledge: Completeness) {}

  ask(key: string, properties: string[]): void {
    (this.knowledge.has(key, properties) ? this.complete : this.open).push({ key, properties });
  }
}

/** Whether sources exclude that a record has a value on one path, on which nothing proves it. */
function exclusion(key: string, { path, levels }: Explored, wanted: Wanted, knowledge: Knowledge): Excluded {
  const { steps, attribute } = path;
  const lists = new Lists(knowledge.complete);
  // Each record on the way could lead on to others that no source names.
  const through = attribute ? steps : steps.slice(0, -1);
  through.forEach((step, depth) => {
    for (const trail of levels[depth]?.get(key) ?? []) lists.ask(lastOf(trail), statedAtStart(step));
  });
  const ends = (levels.at(-1)?.get(key) ?? []).map(lastOf);
  if (attribute) return ofAttribute(ends, attribute, lists, knowledge);
  const step = steps.at(-1);
  if (!step || !wanted.record) throw new Error('A path leads to an attribute or to records.');
  return ofRecord(ends, step, wanted.record, lists, knowledge);
}

/** Whether none of the records at the end of a path can have the value. */
function ofAttribute(
  ends: readonly string[],
  attribute: Attribute,
  lists: Lists,
  { record, disputes }: Knowledge,
): Excluded {
  const other: Ground[] = [];
  const disputed: Ground[] = [];
  for (const key of ends) {
    const properties = [attribute.name];
    const hasOther = isSingle(attribute) && record(key)?.[attribute.name] != null;
    if (!hasOther) lists.ask(key, properties);
    else (disputes.has(key, attribute.name) ? disputed : other).push({ key, properties });
  }
  const { open, complete } = lists;
  if (open.length > 0) return { reason: 'NOT_STATED', grounds: [...open, ...disputed] };
  if (disputed.length > 0) return { reason: 'DISPUTED', grounds: disputed };
  return { reason: complete.length > 0 ? 'NOT_LISTED' : 'OTHER_VALUE', grounds: [...other, ...complete] };
}

/** Whether none of the records at the end of a path, save its last step, can lead to the one that is demanded. */
function ofRecord(
  ends: readonly string[],
  step: Step,
  wanted: StoredRecord,
  lists: Lists,
  knowledge: Knowledge,
): Excluded {
  if (isOver(wanted, knowledge)) {
    const grounds = [{ key: wanted.key, properties: ['startsOn', 'endsOn'] }];
    return { reason: 'NOT_AT_THAT_TIME', grounds };
  }
  const atEnd = { key: wanted.key, properties: statedAtEnd(step) };
  if (knowledge.complete.has(atEnd.key, atEnd.properties)) lists.complete.push(atEnd);
  else {
    const before = lists.open.length;
    for (const key of ends) lists.ask(key, statedAtStart(step));
    if (lists.open.length > before) lists.open.push(atEnd);
  }
  return lists.open.length > 0
    ? { reason: 'NOT_STATED', grounds: lists.open }
    : { reason: 'NOT_LISTED', grounds: lists.complete };
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
