/** Whether a covered record meets a demand: yes where a source proves it, no where sources exclude it, else unknown. */
import type { StoredRecord } from '../../resource/record';
import type { Demand, Wanted } from './demands';
import { exclusion } from './exclusion';
import { verdictOf, type Finding, type Ground, type Knowledge, type Proof } from './finding';
import { extended, lastOf, type Explored } from './trails';

/** Judges one record by one demand. */
export function judge(key: string, demand: Demand, knowledge: Knowledge): Finding {
  const ways = demand.paths.flatMap((path) => {
    const explored = knowledge.explored.get(path);
    return explored ? demand.wanted.map((wanted) => ({ explored, wanted })) : [];
  });
  const shown = ways.flatMap(({ explored, wanted }) => shownBy(key, explored, wanted, knowledge));
  const proofs = shown.flatMap(({ proof, doubtful }) => (doubtful ? [] : proof));
  if (proofs.length > 0) return { reason: 'STATED', proofs, grounds: groundsOfProofs(proofs) };
  const exclusions = ways.map(({ explored, wanted }) => exclusion(key, explored, wanted, knowledge));
  const isOver = exclusions.every(({ reason }) => reason === 'NOT_AT_THAT_TIME');
  if (shown.length > 0 && !isOver) {
    const undated = shown.map(({ proof }) => proof);
    return { reason: 'NOT_DATED', proofs: [], grounds: groundsOfProofs(undated) };
  }
  const open = exclusions.filter(({ reason }) => verdictOf[reason] === 'UNKNOWN');
  const counted = open.length > 0 ? open : exclusions;
  return {
    reason: counted[0]?.reason ?? 'NOT_STATED',
    proofs: [],
    grounds: unique(counted.flatMap(({ grounds }) => grounds)),
  };
}

/** A way on which a demand is met, if its links tell something about the day. */
interface Shown {
  proof: Proof;
  doubtful: boolean;
}

function shownBy(
  key: string,
  { path, levels, last }: Explored,
  { value, record }: Wanted,
  knowledge: Knowledge,
): Shown[] {
  const trails = levels.at(-1)?.get(key) ?? [];
  const { attribute } = path;
  if (!attribute) {
    return trails.flatMap((trail) =>
      (last.get(lastOf(trail)) ?? [])
        .filter(({ to }) => to === record?.key)
        .map((lead) => {
          const { links, via, doubtful } = extended(trail, lead);
          return { proof: { value, links, record: lead.to, property: null, via }, doubtful };
        }),
    );
  }
  return trails
    .filter((trail) => valuesOf(knowledge.record(lastOf(trail)), attribute.name).includes(value))
    .map(({ links, via, doubtful }) => ({
      proof: { value, links, record: via.at(-1) ?? key, property: attribute.name, via },
      doubtful,
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
