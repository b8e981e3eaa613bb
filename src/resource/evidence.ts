/** Evidence: who says so. Every record and every link carries it, and sources may disagree. */
import type { Confidence } from '../vocabulary/confidence';
import type { IdentifierScheme } from '../vocabulary/identifier-scheme';
import type { Description } from './description';

/** One statement of one source about one record or link. */
export interface Evidence {
  /** Id of the source. */
  sourceId: string;
  /** The field of which it speaks; null when it speaks of the record as a whole. */
  property: string | null;
  /** The value that the source states, in its own writing. */
  statedValue: string | null;
  /** A short quotation. */
  quotation: string | null;
  confidence: Confidence;
  /** When the source said so. */
  statedOn: string | null;
  note: string | null;
  /** Whether the source lists everything that the property holds, so that what it does not list is not so. */
  complete: boolean;
}

/** An identifier from outside. Two records may share one. */
export interface Identifier {
  scheme: IdentifierScheme;
  value: string;
}

/** A property on which sources disagree, with each statement. */
export interface Dispute {
  property: string;
  statements: Evidence[];
}

/** The properties that can be disputed: those with a single value, as two keywords do not contradict one another. */
export const disputableIn = ({ attributes, references }: Description): string[] =>
  [...attributes.filter(({ kind }) => kind.holds === 'value'), ...references].map(({ name }) => name);

/** The properties on which sources state different values. */
export function disputesIn(description: Description, evidence: readonly Evidence[]): Dispute[] {
  const disputable = new Set(disputableIn(description));
  const byProperty = new Map<string, Evidence[]>();
  for (const statement of evidence) {
    if (statement.property === null || statement.statedValue === null || !disputable.has(statement.property))
      continue;
    byProperty.set(statement.property, [...(byProperty.get(statement.property) ?? []), statement]);
  }
  return [...byProperty]
    .filter(([, statements]) => new Set(statements.map(({ statedValue }) => statedValue)).size > 1)
    .map(([property, statements]) => ({ property, statements }));
}
