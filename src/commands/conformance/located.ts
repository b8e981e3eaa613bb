/** Findings with their place in the document, in one language: what every form of the report is made of. */
import type { Term } from '@rdfjs/types';
import type { Conformity, Finding } from '../../rdf/profiles/check';
import { concise } from '../../rdf/profiles/concise';
import { nameOf } from '../../rdf/profiles/names';
import type { Profile } from '../../rdf/profiles/profile';
import type { RdfDocument, UnreadableDocument } from '../../rdf/reading/document';

export type Language = 'de' | 'en';

/** A finding with its line. */
export interface LocatedFinding extends Pick<Finding, 'severity' | 'constraint' | 'path' | 'property'> {
  /** The node that is judged; null if it is the document. */
  readonly focus: string | null;
  /** The wrong value as Turtle. */
  readonly value: string | null;
  /** Null where the parser tells no lines. */
  readonly line: number | null;
  readonly message: string;
  readonly remedy: string;
}

/** What is reported of a document. */
export interface Report {
  readonly place: string;
  readonly lang: Language;
  /** The format in which the document is. */
  readonly format: string;
  readonly judged: Conformity;
  readonly findings: readonly LocatedFinding[];
}

/** What is reported of a document that cannot be read. */
export interface UnreadableReport {
  readonly place: string;
  readonly lang: Language;
  readonly error: UnreadableDocument;
}

/** Violations first, each by its line. */
export function locatedFindings(
  findings: readonly Finding[],
  { lines }: RdfDocument,
  { prefixes }: Profile,
  lang: Language,
): LocatedFinding[] {
  const located = concise(findings).map(
    ({ focus, path, property, value, severity, constraint, message, remedy }): LocatedFinding => ({
      severity,
      constraint,
      focus: focus && named(focus),
      path,
      property,
      value: value && turtleOf(value, prefixes),
      line: focus && lines.of(focus, path, value),
      message: message[lang],
      remedy: remedy[lang],
    }),
  );
  const rank = { violation: 0, warning: 1 };
  return located.sort((a, b) => rank[a.severity] - rank[b.severity] || (a.line ?? 0) - (b.line ?? 0));
}

const named = ({ termType, value }: Term) => (termType === 'BlankNode' ? `_:${value}` : value);

function turtleOf(term: Term, prefixes: Readonly<Record<string, string>>): string {
  if (term.termType !== 'Literal')
    return term.termType === 'NamedNode' ? `<${term.value}>` : `_:${term.value}`;
  const text = JSON.stringify(term.value);
  if (term.language) return `${text}@${term.language}`;
  const datatype = nameOf(term.datatype.value, { xsd: 'http://www.w3.org/2001/XMLSchema#', ...prefixes });
  return datatype === 'xsd:string' ? text : `${text}^^${datatype}`;
}
