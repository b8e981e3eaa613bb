/** Reads documents as the doctor does. */
import { Writer } from 'n3';
import type { Finding } from '../../../src/rdf/finding';
import { readRepaired, type RepairedDocument } from '../../../src/rdf/repair/read-repaired';
import { shownTerm } from '../../../src/rdf/shown-term';

export const base = 'https://example.org/document';

export const read = (
  text: string | Uint8Array,
  options: { type?: string; place?: string } = {},
): Promise<RepairedDocument> =>
  readRepaired(typeof text === 'string' ? Buffer.from(text) : text, { place: base, base, ...options });

export const prefixes = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix vcard: <http://www.w3.org/2006/vcard/ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix h: <http://healthdataportal.eu/ns/health#> . @prefix d: <https://example.org/> .
`;

/** Findings in short: id, what stood there, what stands there now. */
export const short = (findings: readonly Finding[]) =>
  findings.map(({ id, before, after, value }) => (after === undefined ? [id, value] : [id, before, after]));

/** Statements as text, sorted. */
export const shown = ({ quads }: Pick<RepairedDocument, 'quads'>): string[] =>
  quads
    .map(({ subject, predicate, object }) =>
      [subject, predicate, object].map((term) => shownTerm(term)).join(' '),
    )
    .sort();

export const asTurtle = ({ quads }: Pick<RepairedDocument, 'quads'>): string =>
  new Writer().quadsToString([...quads]);
