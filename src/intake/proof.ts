/** What must have evidence: a record as a whole, or every value of it. */
import type { Description } from '../resource/description';
import type { Evidence } from '../resource/evidence';
import type { Findings } from './findings';

/**
 * `of each record`: a record needs one entry of evidence at least. `of each value`: every field with a value needs one that names it,
 * identifiers and references among them.
 */
export type Proof = 'of each record' | 'of each value';

/** What a link states by existing, with the wording of its role. Evidence that names no property speaks of it. */
const ofTheLinkItself = ['role', 'roleNote'];

interface Stated {
  description: Description;
  data: Readonly<Record<string, unknown>>;
  evidence: readonly Pick<Evidence, 'property'>[];
  /** The fields of the class. */
  fields: readonly string[];
}

/** Reports each field with a value that no evidence names. */
export function refuseUnproven({ description, data, evidence, fields }: Stated, findings: Findings): void {
  const proven = provenBy(evidence, description);
  for (const name of fields.filter((field) => hasValue(data[field]) && !proven.has(field))) {
    findings.refuse(
      [name],
      `${findings.label} has no evidence for "${name}".`,
      `Add an entry with "property: ${name}" to "evidence": the source that states it, or confidence INFERRED with a note that says how it was concluded.`,
    );
  }
}

/**
 * The fields that need no further evidence. The slug is our own, and no statement. Evidence for the identifier of one scheme, such as `doi`,
 * speaks of the identifiers.
 */
function provenBy(
  evidence: Stated['evidence'],
  { kind, ends, uniqueIdentifiers }: Description,
): ReadonlySet<string | null> {
  const named = new Set(evidence.map(({ property }) => property));
  return new Set([
    'slug',
    'evidence',
    ...(kind === 'link' ? [...ends.map(({ name }) => name), ...ofTheLinkItself] : []),
    ...(uniqueIdentifiers.some(({ name }) => named.has(name)) ? ['identifiers'] : []),
    ...named,
  ]);
}

const hasValue = (written: unknown): boolean =>
  written != null && !(Array.isArray(written) && written.length === 0);
