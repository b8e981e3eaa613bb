/** What a profile finds, as findings with their place. */
import type { Term } from '@rdfjs/types';
import type { Finding as Found, Severity } from '../finding';
import type { RdfDocument } from '../reading/document';
import { shownTerm } from '../shown-term';
import type { Finding } from './check';
import { concise } from './concise';
import type { Profile } from './profile';

/** @param document its address, and the lines of its statements */
export function shapeFindings(
  findings: readonly Finding[],
  { prefixes, title }: Pick<Profile, 'prefixes' | 'title'>,
  { document, lines }: Pick<RdfDocument, 'lines'> & { document: string },
): Found[] {
  return concise(findings).map(
    ({ focus, path, property, value, severity, constraint, message, remedy }): Found => ({
      id: kebab(constraint),
      severity: severities[severity],
      kind: 'shape',
      place: { document, line: focus && lines.of(focus, path, value), column: null },
      subject: focus && named(focus),
      property: path ?? property,
      value: value && shownTerm(value, prefixes),
      message,
      remedy,
      profile: title.en,
    }),
  );
}

const severities: Readonly<Record<Finding['severity'], Severity>> = {
  violation: 'ERROR',
  warning: 'WARNING',
};

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const named = ({ termType, value }: Term) => (termType === 'BlankNode' ? `_:${value}` : value);
