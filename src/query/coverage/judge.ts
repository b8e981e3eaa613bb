/** Whether a covered record meets a demand: yes where a source proves it, no where sources exclude it, else unknown. */
import type { StoredRecord } from '../../resource/record';
import type { Demand, Wanted } from './demands';
import { exclusion } from './exclusion';
import { verdictOf, type Finding, type Ground, type Knowledge, type Proof } from './finding';
import { lastOf, type Explored } from './trails';

/** Judges one record by one demand. */
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
