/** Evaluates whether a covered record meets a requirement: yes if a source proves it, no if sources exclude it, otherwise unknown. */
import type { StoredRecord } from '../../resource/record';
import type { Holding } from '../../vocabulary/holding';
import type { Requirement, RequiredValue } from './requirements';
import { exclusion } from './exclusion';
import { verdictOf, type Finding, type Ground, type Knowledge, type Proof } from './finding';
import { extended, lastOf, type Explored } from './routes';

/** Evaluates one requirement for one record. */
export function evaluate(key: string, requirement: Requirement, knowledge: Knowledge): Finding {
  const ways = requirement.paths.flatMap((path) => {
    const explored = knowledge.explored.get(path);
    return explored ? requirement.wanted.map((wanted) => ({ explored, wanted })) : [];
  });
  const shown = ways.flatMap(({ explored, wanted }) => shownBy(key, explored, wanted, knowledge));
  const proofs = shown.filter(({ holding }) => proving.includes(holding));
  if (proofs.length > 0) {
    const reason = proofs.every(({ holding }) => holding === 'CONTINUED') ? 'CONTINUED' : 'STATED';
    return { reason, ...grounded(proofs) };
  }
  if (shown.length > 0) {
    const reason = shown.some(({ holding }) => holding === 'UNDATED') ? 'NOT_DATED' : 'NOT_YET_SEEN';
    return { reason, ...grounded(shown), proofs: [] };
  }
  const exclusions = ways.map(({ explored, wanted }) => exclusion(key, explored, wanted, knowledge));
  const open = exclusions.filter(({ reason }) => verdictOf[reason] === 'UNKNOWN');
  const counted = open.length > 0 ? open : exclusions;
  return {
    reason: counted[0]?.reason ?? 'NOT_STATED',
    proofs: [],
    grounds: unique(counted.flatMap(({ grounds }) => grounds)),
  };
}

/** How links hold on the day of which a path over them is a proof. */
const proving: readonly Holding[] = ['STATED', 'ATTESTED', 'CONTINUED'];

/** A path that leads to the required value, and how its links hold on the day. */
interface Shown {
  proof: Proof;
  holding: Holding;
}

const grounded = (shown: readonly Shown[]): Pick<Finding, 'proofs' | 'grounds'> => {
  const proofs = shown.map(({ proof }) => proof);
  return { proofs, grounds: groundsOfProofs(proofs) };
};

function shownBy(
  key: string,
  { path, levels, last }: Explored,
  { value, record }: RequiredValue,
  knowledge: Knowledge,
): Shown[] {
  const routes = levels.at(-1)?.get(key) ?? [];
  const { attribute } = path;
  if (!attribute) {
    return routes.flatMap((route) =>
      (last.get(lastOf(route)) ?? [])
        .filter(({ to }) => to === record?.key)
        .map((lead) => {
          const { links, via, holding } = extended(route, lead);
          return { proof: { value, links, record: lead.to, property: null, via }, holding };
        }),
    );
  }
  return routes
    .filter((route) => valuesOf(knowledge.record(lastOf(route)), attribute.name).includes(value))
    .map(({ links, via, holding }) => ({
      proof: { value, links, record: via.at(-1) ?? key, property: attribute.name, via },
      holding,
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
