/** Evaluates coverage: which of the covered records meet all requirements, which meet some, and what is unknown. */
import sql, { join } from 'sql-template-tag';
import type { CoverageDeclaration } from '../../resource/coverage';
import { isTimed, type Description } from '../../resource/description';
import { recordOf, type StoredRecord } from '../../resource/record';
import type { Registry } from '../../resource/registry';
import { filtered, type Filter } from '../filter/filter';
import { holdsOn } from '../holding';
import { allOfClass } from '../lists';
import { table } from '../relation';
import { among, column, type Reader } from '../sql';
import { Completeness } from './completeness';
import type { Requirement } from './requirements';
import { Disputes } from './disputes';
import { verdictOf, type Finding, type Knowledge } from './finding';
import { evaluate } from './evaluate';
import type { Path } from './path';
import { Explorer, lastOf, type Explored } from './routes';
import { groupBy } from '../../maps';

/** The findings about one covered record. */
export interface Covered {
  record: StoredRecord;
  /** One per requirement. */
  findings: Finding[];
}

/**
 * Evaluates the covered records that meet some filters. The number of statements does not depend on the number of records: one for the records, one per
 * step of the paths, one for the attributes of each class at their ends, one for complete lists, one for disputes and one for each
 * class of required records.
 */
export async function readCoverage(
  reader: Reader,
  registry: Registry,
  covered: Description,
  among: readonly (Filter | null | undefined)[],
  requirements: readonly Requirement[],
  asOf: string | null,
): Promise<Covered[]> {
  const records = await coveredRecords(reader, registry, covered, among);
  const explorer = new Explorer(reader, records, asOf);
  const explored = new Map<Path, Explored>();
  for (const path of new Set(requirements.flatMap(({ paths }) => paths))) {
    const wanted = requirements
      .filter(({ paths }) => paths.includes(path))
      .flatMap((requirement) => requirement.wanted);
    const keys = wanted.flatMap(({ record }) => (record ? [record.key] : []));
    explored.set(path, await explorer.explore(path, keys));
  }
  const keys = keysAmong(requirements, explored);
  const required = requirements.flatMap(({ wanted }) => wanted.flatMap(({ record }) => record?.key ?? []));
  const [complete, refuted, disputes] = await Promise.all([
    Completeness.read(reader, keys, asOf),
    refutedOn(reader, registry, required, asOf),
    Disputes.read(reader, keys, propertiesAmong(explored)),
  ]);
  const knowledge: Knowledge = {
    explored,
    complete,
    disputes,
    record: (key) => explorer.record(key),
    refuted,
  };
  return records.map((record) => ({
    record,
    findings: requirements.map((requirement) => evaluate(record.key, requirement, knowledge)),
  }));
}

/** Those of the records that do not hold on a day. One statement per class. */
async function refutedOn(
  reader: Reader,
  registry: Registry,
  keys: readonly string[],
  asOf: string | null,
): Promise<Set<string>> {
  const refuted = new Set<string>();
  if (asOf === null) return refuted;
  for (const [of, ofClass] of groupBy(keys, (key) => registry.ofKey(key))) {
    if (!of || !isTimed(of)) continue;
    const rows = await reader.read(
      sql`SELECT t.id FROM ${table(of, 't')} WHERE ${among(reader, column('t', 'id'), ofClass)} AND ${holdsOn(reader, 't', { asOf, holding: ['REFUTED'] })}`,
    );
    for (const { id } of rows) refuted.add(id as string);
  }
  return refuted;
}

async function coveredRecords(
  reader: Reader,
  registry: Registry,
  of: Description,
  among: readonly (Filter | null | undefined)[],
): Promise<StoredRecord[]> {
  const listing = among.reduce((listing, filter) => filtered(listing, filter, registry), allOfClass(of, {}));
  const columns = join(listing.columns.map((each) => column('t', each)));
  const rows = await reader.read(sql`SELECT ${columns} ${listing.source(reader, [])} ORDER BY t.id`);
  return rows.map((row) => recordOf(of, row));
}

/** The records whose lists may be complete: those on the paths, and the required ones. */
function keysAmong(requirements: readonly Requirement[], explored: ReadonlyMap<Path, Explored>): string[] {
  const onTheWay = [...explored.values()].flatMap(({ levels }) =>
    levels.flatMap((routes) => [...routes.values()].flat().map(lastOf)),
  );
  const required = requirements.flatMap(({ wanted }) => wanted.flatMap(({ record }) => record?.key ?? []));
  return [...new Set([...onTheWay, ...required])];
}

/** The properties whose value can exclude something. */
const propertiesAmong = (explored: ReadonlyMap<Path, Explored>): string[] => [
  ...new Set([
    'startsOn',
    'endsOn',
    ...[...explored.keys()].flatMap(({ attribute }) => attribute?.name ?? []),
  ]),
];

/** The covered records by the number of requirements that they are known to meet. */
export interface Sorted {
  /** All requirements; ordered by key. */
  full: Covered[];
  /** Some of them; ordered by most met, fewest failed, key. */
  partial: Covered[];
  /** None of them, but some are unknown; ordered by fewest failed, key. */
  open: Covered[];
  /** Number of records that are known to fail all of them. */
  none: number;
}

export function sorted(all: readonly Covered[]): Sorted {
  const counted = all.map((covered) => ({
    covered,
    yes: count(covered, 'YES'),
    no: count(covered, 'NO'),
    of: covered.findings.length,
  }));
  const listed = (which: (one: (typeof counted)[number]) => boolean) =>
    counted
      .filter(which)
      .sort((one, other) => other.yes - one.yes || one.no - other.no)
      .map(({ covered }) => covered);
  return {
    full: listed(({ yes, of }) => yes === of),
    partial: listed(({ yes, of }) => yes > 0 && yes < of),
    open: listed(({ yes, no, of }) => yes === 0 && no < of),
    none: counted.filter(({ no, of }) => no === of).length,
  };
}

const count = ({ findings }: Covered, verdict: 'YES' | 'NO'): number =>
  findings.filter(({ reason }) => verdictOf[reason] === verdict).length;

/** The class with a coverage declaration. */
export function coveredIn({
  resources,
}: Registry): { of: Description; declared: CoverageDeclaration } | null {
  const [of, ...others] = resources.filter(({ coverage }) => coverage !== undefined);
  if (others.length > 0) throw new Error('Only one class of a catalogue can declare its coverage.');
  return of?.coverage ? { of, declared: of.coverage } : null;
}
