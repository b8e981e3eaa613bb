/** What is said of a document of which nothing can be read. */
import { UnreadableDocument } from '../../rdf/reading/document';
import type { SourceDocument } from '../document';
import type { Finding } from '../finding';
import { walkFinding } from '../walking/finding-texts';

/** @throws any other error */
export function unreadable({ address }: Pick<SourceDocument, 'address'>, error: unknown): Finding {
  if (!(error instanceof UnreadableDocument)) throw error;
  const { de: whyDe, en: whyEn } = error.said;
  const finding = walkFinding('unreadable-document', address, { value: whyEn, whyDe, whyEn });
  const { line = null, column = null } = error.position;
  return { ...finding, place: { ...finding.place, line, column } };
}
