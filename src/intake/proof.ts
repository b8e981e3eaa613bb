/** What must have evidence: a record as a whole, or every value of it. */
import type { Description } from '../resource/description';
import type { Evidence } from '../resource/evidence';

/**
 * `of each record`: a record needs one entry of evidence at least. `of each value`: every field with a value needs one that names it,
 * identifiers and references among them.
 */
export type Proof = 'of each record' | 'of each value';

/** What a link states by existing, with the wording of its role. Evidence that names no property speaks of it. */
const ofTheLinkItself = ['role', 'roleNote'];

/**
 * The fields with a value that no evidence names. The slug is our own, and no statement. Evidence for the identifier of one scheme, such
 * as `doi`, speaks of the identifiers.
 */
export function unprovenIn(
  { kind, ends, uniqueIdentifiers }: Description,
  data: Readonly<Record<string, unknown>>,
  evidence: readonly Pick<Evidence, 'property'>[],
): string[] {
  if (kind === 'source') return [];
  const named = new Set(evidence.map(({ property }) => property));
  const proven = new Set<string | null>([
    'slug',
    'evidence',
    ...(kind === 'link' ? [...ends.map(({ name }) => name), ...ofTheLinkItself] : []),
    ...(uniqueIdentifiers.some(({ name }) => named.has(name)) ? ['identifiers'] : []),
    ...named,
  ]);
  return Object.keys(data).filter((name) => hasValue(data[name]) && !proven.has(name));
}

const hasValue = (written: unknown): boolean =>
  written != null && !(Array.isArray(written) && written.length === 0);
