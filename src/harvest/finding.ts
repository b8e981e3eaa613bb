/** The findings of a harvest are those of reading: whatever part of it comes upon them, they are one list. */
export { findingsOf } from '../rdf/finding';
export type { Finding, FindingFacts, FindingKind, FindingText, Place, Severity } from '../rdf/finding';
