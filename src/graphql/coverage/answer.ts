/** Answers a coverage query: requirements, findings, and contacts, which are read only if they are selected. */
import { coveredIn, readCoverage, sorted, type Covered } from '../../query/coverage/coverage';
import { readContacts, type FoundContact } from '../../query/coverage/contacts';
import { requirementsOf, type Requirement, type RequiredValue } from '../../query/coverage/requirements';
import {
  verdictOf,
  type Finding,
  type Ground,
  type Reason,
  type Verdict,
} from '../../query/coverage/finding';
import { statedAtEnd } from '../../query/coverage/path';
import { distinctValues } from '../../query/coverage/distinct-values';
import { BadUserInput } from '../../errors';
import type { Filter } from '../../query/filter/filter';
import { largestPageSize } from '../../query/page';
import type { StatedEvidence } from '../../resource/evidence';
import type { RequestContext } from '../context';
import { keyOfExisting, type ResourceReference } from '../references';

/** The arguments of the query. */
export interface CoverageArguments {
  requires: Readonly<Record<string, readonly (string | ResourceReference)[] | null>>;
  filter?: Filter | null;
  asOf?: string | null;
  first: number;
}

/** A requirement with the number of records that meet it. */
export interface ShownRequirement extends Requirement {
  counts: Record<Verdict, number>;
  values: (RequiredValue & { met: number })[];
}

/** The answer for one record and one requirement. */
export interface ShownFinding extends Finding {
  requirement: ShownRequirement;
}

/** A covered record with all its answers. */
export interface ShownCovered extends Covered {
  answers: ShownFinding[];
  contacts: () => Promise<FoundContact[]>;
}

/** The whole answer. */
export interface CoverageAnswer {
  asOf: string | null;
  requirements: ShownRequirement[];
  full: ShownCovered[];
  partial: ShownCovered[];
  open: ShownCovered[];
  counts: { full: number; partial: number; open: number; none: number };
}

/** Answers the query. @throws BadUserInput for requirements that cannot be evaluated. */
export async function ask(
  { requires, filter, asOf = null, first }: CoverageArguments,
  context: RequestContext,
): Promise<CoverageAnswer> {
  const { reader, registry, loaders } = context;
  if (first < 1 || first > largestPageSize) {
    throw new BadUserInput(
      `"first" is ${first}; 1 to ${largestPageSize} records are shown of each list. Demand a value that narrows them, to see others.`,
    );
  }
  const found = coveredIn(registry);
  if (!found) throw new Error('No class declares what it covers.');
  const { of, declared } = found;
  const requirements = await requirementsOf(of, declared, requires, {
    record: async (argument, reference, end) =>
      loaders.record(await keyOfExisting(argument, reference, end, context)),
    valuesOf: (description, attribute) => distinctValues(reader, description, attribute),
  });
  const all = await readCoverage(reader, registry, of, [declared.among, filter], requirements, asOf);
  const shownRequirements = requirements.map((requirement, index) => withCounts(requirement, index, all));
  const { full, partial, open, none } = sorted(all);
  const shown = [full, partial, open].map((list) => list.slice(0, first));
  let contacts: ReturnType<typeof readContacts> | undefined;
  const readOnce = () => (contacts ??= readContacts(reader, registry, declared, shown.flat()));
  const show = (covered: Covered): ShownCovered => ({
    ...covered,
    answers: covered.findings.flatMap((finding, index) => {
      const requirement = shownRequirements[index];
      return requirement ? [{ ...finding, requirement }] : [];
    }),
    contacts: async () => (await readOnce()).get(covered.record.key) ?? [],
  });
  const [shownFull = [], shownPartial = [], shownOpen = []] = shown.map((some) => some.map(show));
  return {
    asOf,
    requirements: shownRequirements,
    full: shownFull,
    partial: shownPartial,
    open: shownOpen,
    counts: { full: full.length, partial: partial.length, open: open.length, none },
  };
}

function withCounts(requirement: Requirement, index: number, all: readonly Covered[]): ShownRequirement {
  const counts = { YES: 0, NO: 0, UNKNOWN: 0 };
  const findings = all.flatMap(({ findings }) => findings[index] ?? []);
  for (const { reason } of findings) counts[verdictOf[reason]] += 1;
  const values = requirement.wanted.map((wanted) => ({
    ...wanted,
    met: findings.filter(({ proofs }) => proofs.some(({ value }) => value === wanted.value)).length,
  }));
  return { ...requirement, counts, values };
}

/** The evidence for an answer. */
export async function evidenceOf(
  grounds: readonly Ground[],
  { loaders }: RequestContext,
): Promise<StatedEvidence[]> {
  const read = grounds.map(async ({ key, properties }) => {
    const evidence = await loaders.evidence(key);
    return properties
      ? evidence.filter(({ property }) => property && properties.includes(property))
      : evidence;
  });
  return (await Promise.all(read)).flat();
}

/** Grounds that concern all records without naming any, such as "all sites take part". */
export const generalGrounds = ({ wanted, paths }: Requirement): Ground[] =>
  wanted.flatMap(({ record }) =>
    record
      ? paths.flatMap(({ steps }) => {
          const step = steps.at(-1);
          return step ? [{ key: record.key, properties: statedAtEnd(step) }] : [];
        })
      : [],
  );

export const hasVerdict =
  (verdict: Verdict) =>
  ({ reason }: { reason: Reason }): boolean =>
    verdictOf[reason] === verdict;
