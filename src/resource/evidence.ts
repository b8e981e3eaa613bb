/** Evidence: the sources of statements. Every record and link has it. Sources may disagree. */
import type { Confidence } from '../vocabulary/confidence';
import type { IdentifierScheme } from '../vocabulary/identifier-scheme';
import type { Description } from './description';

/** A statement of one source about one record or link. */
export interface Evidence {
  /** Key of the source. */
  sourceId: string;
  /** The property that it concerns; null if it concerns the record as a whole. */
  property: string | null;
  /** The value as the source writes it. */
  statedValue: string | null;
  /** A short quotation. */
  quotation: string | null;
  confidence: Confidence;
  /** When the source stated it. */
  statedOn: string | null;
  /** Keys of the records, such as funding periods, for whose time the source states it; empty if it names none. */
  during: readonly string[];
  note: string | null;
  /** Whether the source lists all values of the property, so that what is not listed does not hold. */
  complete: boolean;
  /** The harvested document from which the value was read; absent where a person or the document itself wrote the evidence. */
  document?: EvidenceDocument | undefined;
}

/** A document from which a value was harvested. */
export interface EvidenceDocument {
  /** Where it was found. */
  readonly address: string;
  /** `sha256:` and the digest of its bytes, in hexadecimal. */
  readonly digest: string;
}

/** Evidence as it is stored, with its origin. */
export interface StatedEvidence extends Evidence {
  origin: string;
  /** Version of the import that last changed what the origin states about the record. Null for data from before imports were recorded. */
  importVersion: number | null;
}

/** An external identifier. Several records may share one. */
export interface Identifier {
  scheme: IdentifierScheme;
  value: string;
}

/** A property about which sources disagree, with all statements. */
export interface Dispute<Statement extends Evidence = Evidence> {
  property: string;
  statements: Statement[];
}

/** The disputable properties: those with a single value. Two keywords do not contradict each other. */
export const disputableIn = ({ attributes, references, uniqueIdentifiers }: Description): string[] =>
  [...attributes.filter(({ kind }) => kind.holds === 'value'), ...references, ...uniqueIdentifiers].map(
    ({ name }) => name,
  );

/** The properties about which sources state different values. */
export function disputesIn<Statement extends Evidence>(
  description: Description,
  evidence: readonly Statement[],
): Dispute<Statement>[] {
  const disputable = new Set(disputableIn(description));
  const byProperty = new Map<string, Statement[]>();
  for (const statement of evidence) {
    if (statement.property === null || statement.statedValue === null || !disputable.has(statement.property))
      continue;
    byProperty.set(statement.property, [...(byProperty.get(statement.property) ?? []), statement]);
  }
  return [...byProperty]
    .filter(([, statements]) => new Set(statements.map(({ statedValue }) => statedValue)).size > 1)
    .map(([property, statements]) => ({ property, statements }));
}
