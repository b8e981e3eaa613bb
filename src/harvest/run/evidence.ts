/** Gives each harvested value its evidence: the source, the day and the document. Evidence that a document itself brings is kept as it is. */
import { HarvestedDocument } from '../../intake/statement-mapping';
import type { Description } from '../../resource/description';
import type { HarvestedFrom } from '../harvested-record';

export interface Proving {
  /** Slug of the source. */
  source: string;
  document: HarvestedFrom;
  /** When the publisher last changed the document, as an instant; null if that is not stated. */
  lastModified: string | null;
  /** Fields that follow from the rest of the record, with how they were concluded. */
  concluded: Readonly<Record<string, string>>;
}

/** Fields that are no statements: what the record is called here, and which records it links in which role. */
const unstated: ReadonlySet<string> = new Set(['slug', 'evidence', 'role', 'roleNote']);

/** The data of a record with evidence. Sources need none. */
export function withEvidence(
  description: Description,
  data: Readonly<Record<string, unknown>>,
  { source, document, lastModified, concluded }: Proving,
): Record<string, unknown> {
  if (description.kind === 'source' || isGiven(data.evidence)) return { ...data };
  const entry = {
    source,
    confidence: 'FOUND_IN_SOURCE',
    statedOn: (lastModified ?? document.fetchedAt).slice(0, 10),
    document: new HarvestedDocument(document.address, document.digest),
  };
  const ends = new Set(description.ends.map(({ name }) => name));
  const fields = Object.keys(data).filter(
    (field) => !unstated.has(field) && !ends.has(field) && isGiven(data[field]),
  );
  const ofLink = description.kind === 'link' ? [entry] : [];
  const ofFields = fields.map((property) => {
    const note = concluded[property];
    return { ...entry, property, ...(note !== undefined && { confidence: 'INFERRED', note }) };
  });
  const evidence = [...ofLink, ...ofFields];
  return { ...data, evidence: evidence.length > 0 ? evidence : [entry] };
}

const isGiven = (value: unknown): boolean => value != null && !(Array.isArray(value) && value.length === 0);
