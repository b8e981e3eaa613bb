/** What the map shows of each site: a mark, what it says in words, and the legend. */
import type { ParticipationRole } from '../../../vocabulary/participation-role';
import type { LegendEntry, MarkShape, Tone } from '../../pictures/marks';
import { pictureWords } from '../parts/picture-words';
import { wordsOf, type Site } from '../site';
import { writtenNumber } from '../values/days';
import type { Count } from './parameters';
import type { PlacedSite } from './query';
import type { RoleOfSite } from './roles-query';
import type { CoveredSite, VerdictsAnswer } from './verdicts-query';
import { mapWords } from './words';

/** A mark with what it says. */
export interface SiteMark {
  readonly says: string;
  /** The meaning of the mark, as the legend has it. */
  readonly meaning: string;
  readonly shape: MarkShape;
  readonly tone?: Tone;
  readonly count?: number;
}

type MarkOf = (site: PlacedSite) => SiteMark;

/** A number at each site. None named is no zero. */
export const countMark =
  (site: Site, of: Count): MarkOf =>
  (placed) => {
    const words = mapWords[site.language];
    const count = placed[of].totalCount;
    const says = count === 0 ? words.none : `${words.of[of]}: ${writtenNumber(count, site.language)}`;
    return count === 0
      ? { says, meaning: words.none, shape: 'unknown' }
      : { says, meaning: words.some, shape: 'circle', tone: 1, count };
  };

/** The more a role has to do, the earlier it stands; a site with several roles has the mark of the first. */
const roleMarks: readonly (readonly [ParticipationRole, MarkShape, Tone])[] = [
  ['COORDINATES', 'diamond', 2],
  ['LEADS', 'triangle', 3],
  ['CO_LEADS', 'pentagon', 6],
  ['HOSTS_CENTRE', 'square', 4],
  ['SUPPLIES_DATA', 'hexagon', 5],
  ['PARTICIPATES', 'circle', 1],
];

type Verdicts = NonNullable<VerdictsAnswer['coverage']>;

/** Why something is known or not, in words. */
const reasonOf = (site: Site, answers: CoveredSite['meets']): string | null => {
  const reason = answers[0]?.reason;
  return reason === undefined ? null : (pictureWords[site.language].reasons[reason] ?? reason);
};

const bySlug = (covered: readonly CoveredSite[]) =>
  new Map(covered.map((each) => [each.institution.slug, each]));

/** The role in an infrastructure, as far as it is known for the day. */
export function roleMark(site: Site, roles: readonly RoleOfSite[], verdicts: Verdicts | null): MarkOf {
  const words = mapWords[site.language];
  const [full, open] = [bySlug(verdicts?.full ?? []), bySlug(verdicts?.open ?? [])];
  return ({ slug }) => {
    const own = roles.filter(({ institution }) => institution.slug === slug);
    const named = own.map(({ roleLabel }) => roleLabel).join(', ');
    const [met, unknown] = [full.get(slug), open.get(slug)];
    if (met?.meets[0]?.reason === 'CONTINUED')
      return { says: `${named} – ${words.probably}`, meaning: words.probably, shape: 'ring' };
    const [, shape = 'circle', tone = 1] =
      roleMarks.find(([role]) => own.some((each) => each.role === role)) ?? [];
    const first = own.find(({ role }) => roleMarks.some(([each, like]) => each === role && like === shape));
    if (met) return { says: named, meaning: first?.roleLabel ?? named, shape, tone };
    const reason = unknown && reasonOf(site, unknown.unknown);
    if (unknown) {
      const says = [named, reason].filter((part) => part !== null && part !== '').join(' – ');
      const isSaid = unknown.unknown[0]?.reason !== 'NOT_STATED';
      return isSaid
        ? { says, meaning: words.maybe, shape: 'maybe' }
        : { says, meaning: words.unknown, shape: 'unknown' };
    }
    return { says: words.no, meaning: words.no, shape: 'cross' };
  };
}

const labelsOf = (answers: CoveredSite['meets']): string =>
  answers.flatMap(({ requirement }) => requirement.values.map(({ label }) => label)).join(', ');

/** Whether a site meets what is required. */
export function coverageMark(site: Site, verdicts: Verdicts | null): MarkOf {
  const words = mapWords[site.language];
  const { yes, no } = wordsOf(site);
  const [full, partial, open] = [verdicts?.full, verdicts?.partial, verdicts?.open].map((each) =>
    bySlug(each ?? []),
  );
  return ({ slug }) => {
    const part = partial?.get(slug) ?? open?.get(slug);
    if (full?.has(slug)) return { says: words.full, meaning: words.full, shape: 'circle', tone: 4 };
    if (!part) return { says: words.no, meaning: words.no, shape: 'cross' };
    const says = [
      [yes, part.meets],
      [no, part.lacks],
      [words.unknown, part.unknown],
    ] as const;
    const marks = says
      .filter(([, answers]) => answers.length > 0)
      .map(([verdict, answers]) => `${verdict}: ${labelsOf(answers)}`)
      .join('; ');
    return partial?.has(slug)
      ? { says: marks, meaning: words.partial, shape: 'diamond', tone: 2 }
      : { says: marks, meaning: words.unknown, shape: 'unknown' };
  };
}

const order: readonly MarkShape[] = [
  ...roleMarks.map(([, shape]) => shape),
  'ring',
  'maybe',
  'unknown',
  'cross',
];

/** The meanings that occur, each with its number of sites. */
export function legendOf(site: Site, marks: readonly SiteMark[]): LegendEntry[] {
  const meanings = new Map(marks.map((each) => [each.meaning, each]));
  return [...meanings.values()]
    .sort((one, other) => order.indexOf(one.shape) - order.indexOf(other.shape))
    .map(({ meaning, shape, tone }) => ({
      shape,
      ...(tone !== undefined && { tone }),
      label: `${meaning} (${writtenNumber(marks.filter((each) => each.meaning === meaning).length, site.language)})`,
    }));
}
