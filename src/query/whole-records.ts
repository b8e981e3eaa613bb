/** Whole records: with identifiers, evidence, sources, links, and the records around them. Few statements, however many records. */
import { otherSide, type Description, type Side } from '../resource/description';
import type { StatedEvidence } from '../resource/evidence';
import type { StoredRecord } from '../resource/record';
import type { Registry } from '../resource/registry';
import type { DescribedRecord, WholeLink, WholeRecord } from '../resource/whole-record';
import { readAround, type Around } from './whole/around';
import { identifiersOf, type Identifiers } from './whole/identifiers';
import { linksAt, type AskedLinks, type FoundLinks } from './whole/links';
import { statedRecords } from './records';
import type { Source } from './source';
import { evidenceStatements, findStatements } from './subject-statements';

/** What is read with the records. */
export interface AskedWhole {
  /** A page of the links of each; without it, only those that state something about the record itself, such as its publisher. */
  links?: AskedLinks;
  /** Whether evidence and its sources are read. */
  evidence: boolean;
}

/** The most records of a list: of the records themselves, of those around them, and of those around these. */
const mostListed = [1000, 1000] as const;

/**
 * Reads whole records: one statement per class, list and level, not per record.
 * @param keys of resources, sources or links; keys without a record are left out
 */
export async function readWholeRecords(
  source: Source,
  keys: readonly string[],
  asked: AskedWhole,
): Promise<WholeRecord[]> {
  const recordAt = await source.records([...new Set(keys)], statedRecords);
  const records = keys.flatMap((key) => recordAt(key) ?? []);
  const [around, links, evidence] = await Promise.all([
    readAround(source, records, mostListed[0]),
    linksAt(source, records, asked.links ?? null),
    asked.evidence
      ? findStatements(
          source,
          evidenceStatements,
          records.map(({ key }) => key),
        )
      : null,
  ]);
  const others = await source.records(
    distinct(records.flatMap(({ key }) => otherEnds(key, links.get(key)))),
    statedRecords,
  );
  const near = [...around.records, ...distinctRecords(records, links, others)];
  const [beyond, cited] = await Promise.all([
    readAround(source, near, mostListed[1]),
    source.records(distinct(allOf(evidence).map(({ sourceId }) => sourceId)), statedRecords),
  ]);
  const identifiers = await identifiersOf(
    source,
    distinct([...records, ...near, ...beyond.records].map(({ key }) => key)),
  );
  const described = describer(source.registry, identifiers);
  const neighbour = (record: StoredRecord) => described(record, beyond, (each) => described(each));
  return records.map((record): WholeRecord => {
    const statements = evidence?.get(record.key) ?? [];
    const { links: own = [], next = null } = links.get(record.key) ?? {};
    return {
      ...described(record, around, neighbour),
      evidence: statements,
      sources: new Map(
        statements.flatMap(({ sourceId }) => {
          const one = cited(sourceId);
          return one ? [[sourceId, one] as const] : [];
        }),
      ),
      links: own.flatMap((link): WholeLink[] => {
        const side: Side = link.fromKey === record.key ? 'from' : 'to';
        const other = others(farKey(link, side));
        const description = source.registry.ofKey(link.key);
        return other && description ? [{ description, record: link, side, other: neighbour(other) }] : [];
      }),
      nextLinks: next,
    };
  });
}

type Found = ReadonlyMap<string, FoundLinks>;

/** Makes described records, with what was read around them. */
function describer(registry: Registry, identifiers: Identifiers) {
  return (
    record: StoredRecord,
    around?: Around,
    neighbour?: (record: StoredRecord) => DescribedRecord,
  ): DescribedRecord => {
    const found = around?.of(record);
    const each = neighbour ?? (() => undefined);
    return {
      description: descriptionOf(registry, record),
      record,
      identifiers: identifiers.get(record.key) ?? [],
      references: mapped(found?.references, each),
      lists: mapped(found?.lists, (listed) => listed.flatMap((one) => each(one) ?? [])),
    };
  };
}

function mapped<From, To>(
  found: ReadonlyMap<string, From> | undefined,
  to: (value: From) => To | undefined,
): ReadonlyMap<string, To> {
  const made = new Map<string, To>();
  for (const [name, value] of found ?? []) {
    const one = to(value);
    if (one !== undefined) made.set(name, one);
  }
  return made;
}

function descriptionOf(registry: Registry, { key }: StoredRecord): Description {
  const description = registry.ofKey(key);
  if (!description) throw new Error(`${key} belongs to no class.`);
  return description;
}

const farKey = (link: StoredRecord, side: Side): string =>
  (otherSide(side) === 'from' ? link.fromKey : link.toKey) ?? '';

const otherEnds = (key: string, found: FoundLinks | undefined): string[] =>
  (found?.links ?? []).map((link) => farKey(link, link.fromKey === key ? 'from' : 'to'));

function distinctRecords(
  records: readonly StoredRecord[],
  links: Found,
  others: (key: string) => StoredRecord | undefined,
): StoredRecord[] {
  const keys = records.flatMap(({ key }) => otherEnds(key, links.get(key)));
  return distinct(keys).flatMap((key) => others(key) ?? []);
}

const allOf = (evidence: ReadonlyMap<string, readonly StatedEvidence[]> | null): StatedEvidence[] =>
  evidence ? [...evidence.values()].flat() : [];

const distinct = (keys: readonly string[]): string[] => [...new Set(keys)];
