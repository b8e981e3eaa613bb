/** Decides which record a mention is: sure by an identifier or a name that contradicts nothing, else doubtful, else unknown. */
import type { Mentioned } from '../harvested-record';
import { pathOfKey } from '../../resource/identity';
import { canonicalOf } from './by-identifier';
import { byNames, type Named } from './by-name';
import type { KnownRecord } from './known';
import type { Candidate, Outcome } from './outcome';
import { reasons } from './reasons';
import type { Tables } from './tables';

/** Classes whose records are never linked by a name. */
const neverByName: ReadonlySet<string> = new Set([
  'Dataset',
  'Distribution',
  'Publication',
  'DataTable',
  'Variable',
]);
const mostCandidates = 5;
const unknown: Outcome = { outcome: 'UNKNOWN' };

export function decide(mention: Mentioned, tables: Tables): Outcome {
  if (mention.isPerson) return unknown;
  const classes = possibleClasses(mention.classes);
  const paths = new Set([...classes].map((type) => tables.known.paths.get(type)));
  const mayBeKey = (key: string): boolean => classes.size === 0 || paths.has(pathOfKey(key));
  const mayBe = ({ type }: { readonly type: string }): boolean => classes.size === 0 || classes.has(type);
  const identifiers = canonicalOf(mention);
  const named = byNames(mention, tables, mayBe);
  const identified = identifiers.flatMap((identifier) =>
    tables.identifiers
      .of(identifier)
      .filter(mayBeKey)
      .map((key) => ({ key, identifier })),
  );
  if (identified.length > 0) return byIdentifiers(identified, named, mention);
  const addressed = mention.iri === null ? [] : tables.addresses.at(mention.iri).filter(mayBe);
  const [only, ...others] = addressed;
  if (only && others.length === 0 && named.sure.every(({ key }) => key === only.key))
    return { outcome: 'SURE', key: only.key, score: 1, reason: reasons.address(mention.iri ?? '') };
  const contradicted = (key: string) => tables.identifiers.against(key, identifiers);
  const held = named.sure.map((candidate) => {
    const other = contradicted(candidate.key);
    return other
      ? { ...candidate, score: 0.6, reason: reasons.otherIdentifier(other.value), isHeld: true }
      : { ...candidate, isHeld: false };
  });
  const [first, ...more] = held;
  if (first && more.length === 0 && !first.isHeld && neverByNameIs(first, tables))
    return doubtful([{ ...first, score: 0.8, reason: reasons.dataset(textOf(mention)) }]);
  if (first && more.length === 0 && !first.isHeld)
    return { outcome: 'SURE', key: first.key, score: first.score, reason: first.reason };
  if (held.length > 0)
    return doubtful(
      held.map(({ key, score, reason, isHeld }) => ({
        key,
        score: isHeld ? score : 0.8,
        reason: isHeld ? reason : reasons.ambiguous(textOf(mention)),
      })),
    );
  return (
    byAddresses(mention, named, tables, mayBe) ??
    doubtful(named.doubtful.filter(({ key }) => !contradicted(key)))
  );
}

/** Organisations: documents give them all the same RDF classes, whether they belong to the network or not. */
const organisations: readonly string[] = ['Institution', 'ExternalSource'];

/** The classes of which something mentioned may be; none for any. */
export const possibleClasses = (classes: readonly string[]): ReadonlySet<string> =>
  new Set([...classes, ...(organisations.some((each) => classes.includes(each)) ? organisations : [])]);

const neverByNameIs = ({ key }: Candidate, { known }: Tables): boolean =>
  [...neverByName].some((type) => known.paths.get(type) === pathOfKey(key));

const textOf = ({ names: [name], iri }: Mentioned): string => name?.value ?? iri ?? '';

function doubtful(candidates: readonly Candidate[]): Outcome {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const earlier = best.get(candidate.key);
    if (!earlier || earlier.score < candidate.score) best.set(candidate.key, candidate);
  }
  if (best.size === 0) return unknown;
  const ordered = [...best.values()].toSorted((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  return {
    outcome: 'DOUBTFUL',
    candidates: ordered.slice(0, mostCandidates).map(({ key, score, reason }) => ({ key, score, reason })),
  };
}

/** An identifier decides, unless several records share it or the name is that of another record. */
function byIdentifiers(
  identified: readonly { key: string; identifier: { value: string } }[],
  named: Named,
  mention: Mentioned,
): Outcome {
  const keys = [...new Set(identified.map(({ key }) => key))];
  const [{ identifier } = { identifier: { value: '' } }] = identified;
  const [only, ...others] = keys;
  const surelyNamed = named.sure.filter(({ key }) => keys.includes(key));
  if (only !== undefined && others.length === 0) {
    const contradicting = named.sure.length > 0 && surelyNamed.length === 0;
    if (!contradicting)
      return { outcome: 'SURE', key: only, score: 1, reason: reasons.identifier(identifier.value) };
    return doubtful([
      { key: only, score: 0.85, reason: reasons.otherName(textOf(mention)) },
      ...named.sure.map((each) => ({ ...each, score: 0.7 })),
    ]);
  }
  const [told, ...more] = surelyNamed;
  if (told && more.length === 0)
    return {
      outcome: 'SURE',
      key: told.key,
      score: 0.98,
      reason: reasons.sharedIdentifierAndName(identifier.value),
    };
  return doubtful(
    keys.map((key) => ({ key, score: 0.8, reason: reasons.sharedIdentifier(identifier.value) })),
  );
}

/** An address on the website of a record makes sure what its name only lets one suppose; alone it is a supposition. */
function byAddresses(
  mention: Mentioned,
  named: Named,
  tables: Tables,
  mayBe: (record: KnownRecord) => boolean,
): Outcome | null {
  const { email, homepage, iri } = mention;
  const exact = email === null ? [] : tables.addresses.withEmail(email).filter(mayBe);
  const [office, ...offices] = exact;
  if (office && offices.length === 0 && email !== null)
    return { outcome: 'SURE', key: office.key, score: 0.97, reason: reasons.address(email) };
  for (const address of [homepage, email, iri]) {
    if (address === null) continue;
    const there = tables.addresses.at(address).filter(mayBe);
    const found = there.length > 0 ? there : tables.addresses.onSiteOf(address).filter(mayBe);
    if (found.length === 0) continue;
    const both = found.filter(({ key }) => named.doubtful.some((each) => each.key === key));
    const [only, ...others] = both;
    if (only && others.length === 0)
      return { outcome: 'SURE', key: only.key, score: 0.95, reason: reasons.homepageAndName(address) };
    return doubtful([
      ...found.map(({ key }) => ({ key, score: 0.7, reason: reasons.homepage(address) })),
      ...named.doubtful,
    ]);
  }
  return null;
}
