/** What is reported of a document: what every form of the report is made of. */
import type { Finding } from '../../rdf/finding';
import type { Conformity } from '../../rdf/profiles/check';
import type { UnreadableDocument } from '../../rdf/reading/document';

export type Language = 'de' | 'en';

/** The form of a report. */
export type ReportFormat = 'text' | 'json' | 'sarif';

/** How a document stands to a profile. */
export type Verdict = Pick<Conformity, 'profile' | 'level' | 'conforms'>;

export interface Report {
  /** The command that reports. */
  readonly command: 'check' | 'conformance';
  /** The file or the address, as it was given. */
  readonly place: string;
  readonly lang: Language;
  /** The format in which the document is. */
  readonly format: string;
  /** How many statements it has. */
  readonly statements: number;
  /** How many records it has, of a document that has no statements, such as a table. */
  readonly records?: number;
  readonly verdicts: readonly Verdict[];
  /** Sorted: the record, the line, the severity. */
  readonly findings: readonly Finding[];
  /** The record of a node that is described as a part of it, by IRI or `_:` and the label. */
  readonly recordOf: (subject: string) => string;
  /** What a record is called. */
  readonly nameOf: (record: string) => string | null;
}

/** What is reported of a document that cannot be read. */
export interface UnreadableReport extends Pick<Report, 'command' | 'place' | 'lang'> {
  readonly error: UnreadableDocument;
}

/** Whether a finding tells of something that was mended. */
export const isMended = ({ after }: Finding): boolean => after !== undefined;

/** How many findings there are of each kind. */
export const countsOf = (findings: readonly Finding[]) => ({
  errors: findings.filter(({ severity }) => severity === 'ERROR').length,
  warnings: findings.filter(({ severity }) => severity === 'WARNING').length,
  notes: findings.filter(({ severity }) => severity === 'INFO').length,
  mended: findings.filter(isMended).length,
});
