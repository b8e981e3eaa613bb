/** Whole records: with identifiers, evidence, sources, links, and the records around them. Few statements, however many records. */
import type { Description } from '../resource/description';
import type { StatedEvidence } from '../resource/evidence';
import type { StoredRecord } from '../resource/record';
import type { Registry } from '../resource/registry';
import { mostListed, type DescribedRecord, type WholeLink, type WholeRecord } from '../resource/whole-record';
import { cv } from '../vocabulary/namespaces';
import { rdfClasses } from '../vocabulary/rdf-classes';
import { keyEnough, type SurroundingsNeeded } from './whole/self-contained';
import { readSurroundings, type SurroundingRecords } from './whole/surroundings';
import { identifiersOf, type Identifiers } from './whole/identifiers';
import { linksAt, type LinksOptions, type FoundLinks } from './whole/links';
import { farKey, readOtherEnds, sideOf } from './whole/other-ends';
import type { WalkedRange } from './whole/walked-range';
import { statedRecords } from './records';
import type { Source } from './source';
import { evidenceStatements, findStatements } from './subject-statements';

/** What is read with the records. */
export interface WholeRecordOptions extends SurroundingsNeeded {
  /** A page of the links of each; without it, only those that state something about the record itself, such as its publisher. */
  links?: LinksOptions;
}

/**
 * Reads whole records: one statement per class, list and level, not per record.
 * @param keys of resources, sources or links; keys without a record are left out
 */
export async function readWholeRecords(
  source: Source,
  keys: readonly string[],
  options: WholeRecordOptions,
): Promise<WholeRecord[]> {
  const recordAt = await source.records([...new Set(keys)], statedRecords);
  return completeRecords(
    source,
    keys.flatMap((key) => recordAt(key) ?? []),
    options,
  );
}

/**
 * Reads what belongs to some records.
 * @param within the range of their keys, if they are all records of their class in it
 */
export async function completeRecords(
  source: Source,
  records: readonly StoredRecord[],
  options: WholeRecordOptions,
  within: WalkedRange | null = null,
): Promise<WholeRecord[]> {
  const isDescribed = (description: Description): boolean => options.described?.has(description) ?? false;
  const isKeyEnough = keyEnough(options);
  const [around, links, evidence] = await Promise.all([
    readSurroundings(source, records, { most: mostListed, isKeyEnough, within }),
    linksAt(source, records, options.links ?? null, { isDescribed, within }),
    options.evidence
      ? findStatements(
          source,
          evidenceStatements,
          records.map(({ key }) => key),
        )
      : null,
  ]);
  const others = await readOtherEnds(source, links, isKeyEnough);
  const near = [...around.records, ...others.records];
  const [beyond, cited] = await Promise.all([
    readSurroundings(
      source,
      near.filter(({ key }) => hasSurroundings(source.registry.ofKey(key))),
      { most: mostListed, isKeyEnough: () => false, within: null },
    ),
    source.records(distinct(allOf(evidence).map(({ sourceId }) => sourceId)), statedRecords),
  ]);
  // Links have no identifiers.
  const isIdentified = (key: string): boolean => source.registry.ofKey(key)?.kind !== 'link';
  const own = within ? [] : records;
  const range = within && isIdentified(within.from) ? within : null;
  const identifiers = await identifiersOf(
    source,
    distinct([...own, ...near, ...beyond.records].map(({ key }) => key)).filter(isIdentified),
    range,
  );
  const described = describer(source.registry, identifiers);
  const neighbour = (record: StoredRecord) => described(record, beyond, (each) => described(each));
  return records.map((record): WholeRecord => {
    const statements = evidence?.get(record.key) ?? [];
    const { links: all, isCut, next } = links.get(record.key) ?? noLinks;
    const cut = [...(around.of(record)?.cut ?? []), ...(isCut ? ['links'] : [])];
    const { description: own, identifiers: named, references, lists } = described(record, around, neighbour);
    return {
      description: own,
      record,
      identifiers: named,
      references,
      lists,
      evidence: statements,
      sources: citedBy(statements, cited),
      links: all.flatMap((link): WholeLink[] => {
        const side = sideOf(link, record.key);
        const other = others.of(farKey(link, side));
        const description = source.registry.ofKey(link.key);
        return other && description ? [{ description, record: link, side, other: neighbour(other) }] : [];
      }),
      nextLinks: next,
      ...(cut.length > 0 && { cut }),
    };
  });
}

const noLinks: FoundLinks = { links: [], isCut: false, next: null };

const citedBy = (
  statements: readonly StatedEvidence[],
  cited: (key: string) => StoredRecord | undefined,
): ReadonlyMap<string, StoredRecord> =>
  statements.length === 0
    ? none
    : new Map(
        statements.flatMap(({ sourceId }) => {
          const one = cited(sourceId);
          return one ? [[sourceId, one] as const] : [];
        }),
      );

/** Makes described records, with what was read around them. */
function describer(registry: Registry, identifiers: Identifiers) {
  return (
    record: StoredRecord,
    around?: SurroundingRecords,
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

/** What nearly all maps of an export are. */
const none: ReadonlyMap<string, never> = new Map<string, never>();

function mapped<From, To>(
  found: ReadonlyMap<string, From> | undefined,
  to: (value: From) => To | undefined,
): ReadonlyMap<string, To> {
  if (!found || found.size === 0) return none;
  const made = new Map<string, To>();
  for (const [name, value] of found) {
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

/**
 * Whether documents state what is around a record that others refer to: where its class is described whole, and contacts of agents,
 * which some profiles demand.
 */
const hasSurroundings = (description: Description | undefined): boolean =>
  description !== undefined &&
  (rdfClasses[description.term]?.whole === true ||
    description.lists.some(({ term }) => term?.predicate === cv('contactPoint')));

const allOf = (evidence: ReadonlyMap<string, readonly StatedEvidence[]> | null): StatedEvidence[] =>
  evidence ? [...evidence.values()].flat() : [];

const distinct = (keys: readonly string[]): string[] => [...new Set(keys)];
