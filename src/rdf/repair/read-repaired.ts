/** Reads an RDF document of others: what is known to be wrong in it is mended and said, and a fault costs only the record that it is in. */
import type { Finding } from '../finding';
import { type RdfDocument, UnreadableDocument } from '../reading/document';
import type { DocumentSource } from '../reading/read-document';
import { recognise, type RdfSyntax, syntaxOfType } from '../reading/recognise';
import { repairQuads } from './repair-quads';
import { readJsonLdAnyway } from './syntax/json-ld';
import { readLines } from './syntax/n-lines';
import { readRdfXmlAnyway } from './syntax/rdf-xml';
import type { Reading } from './syntax/reading';
import { readTurtle } from './syntax/turtle';
import { decodeAny } from './text/decode';
import { rdfWithin } from './text/around-rdf';
import { finding } from './text/finding';
import { mendJson } from './text/mend-json';
import { mendNamespaces } from './text/namespaces';
import { mendTurtle } from './text/mend-turtle';
import { mendTurtleSigns } from './text/mend-turtle-signs';
import { mendXml } from './text/mend-xml';

/** A document with what was mended in it, and what could not be read. */
export interface RepairedDocument extends RdfDocument {
  /** Its text, in which lines are counted. */
  readonly text: string;
  readonly findings: readonly Finding[];
  /** The subjects (IRIs, or `_:` and a label) of which a statement could not be read: what is said of them is not whole. */
  readonly broken: ReadonlySet<string>;
  /** The text of what could not be read. */
  readonly leftOut: readonly string[];
}

/** @throws UnreadableDocument if nothing of it can be read */
export async function readRepaired(bytes: Uint8Array, source: DocumentSource): Promise<RepairedDocument> {
  const { place, base, type: stated = null } = source;
  const decoded = decodeAny(bytes, stated, base);
  // Lines end in the same way for all parsers.
  const original = decoded.text.replace(/\r(?!\n)/g, '\n');
  const inner = rdfWithin(original, base);
  const type = inner?.type ?? stated;
  const text = inner?.text ?? original;
  const syntax = recognise(text, { type, place });
  const named = mendNamespaces(text, syntax, base);
  const mended = mend(named.text, syntax, base);
  const reading = await read(mended.text, syntax, source);
  const { quads, findings } = repairQuads(reading.quads, { document: base, lines: reading.lines });
  if (quads.length === 0 && reading.findings.some(({ severity }) => severity === 'ERROR')) refuse(reading);
  return {
    format: reading.format,
    text: original,
    quads,
    lines: reading.lines,
    findings: [
      ...decoded.findings,
      ...(inner?.findings ?? []),
      ...wrongType(type, reading.format, base),
      ...named.findings,
      ...mended.findings,
      ...reading.findings,
      ...findings,
    ],
    broken: reading.broken,
    leftOut: reading.leftOut,
  };
}

function mend(text: string, syntax: RdfSyntax, base: string) {
  if (syntax === 'JSON-LD') return mendJson(text, base);
  if (syntax === 'RDF/XML') return mendXml(text, base);
  const signs = mendTurtleSigns(text, base);
  const mended = mendTurtle(signs.text, base);
  return { text: mended.text, findings: [...signs.findings, ...mended.findings] };
}

async function read(
  text: string,
  syntax: RdfSyntax,
  { base, contexts = new Map() }: DocumentSource,
): Promise<Reading> {
  const of = { syntax, base, document: base };
  if (syntax === 'JSON-LD') return readJsonLdAnyway(text, { ...of, contexts });
  if (syntax === 'RDF/XML') return readRdfXmlAnyway(text, of);
  if (syntax === 'N-Triples' || syntax === 'N-Quads') return readLines(text, of);
  return readTurtle(text, of);
}

/** @throws UnreadableDocument */
function refuse({ format, findings }: Reading): never {
  const first = findings.find(({ severity }) => severity === 'ERROR');
  const { line, column } = first?.place ?? {};
  const isJson = format === 'JSON-LD';
  const what = (text: string | undefined) =>
    text
      ?.replace(/^[^:]*: /, '')
      .replace(/\. (?:The statement about|This part|Die Aussage|Dieser Teil) .*$/s, '') ?? '–';
  throw new UnreadableDocument(
    {
      de: `${isJson ? 'Das ist kein' : 'Das ist weder JSON-LD, RDF/XML noch'} wohlgeformtes ${format}: ${what(first?.message.de)}. Datei oder Adresse eines RDF-Dokuments angeben.`,
      en: `${isJson ? 'This is no' : 'This is neither JSON-LD, RDF/XML nor'} well-formed ${format}: ${what(first?.message.en)}. Give the file or address of an RDF document.`,
    },
    {
      ...(line != null && { line }),
      ...(column != null && { column }),
    },
  );
}

const types: Readonly<Record<string, string>> = {
  Turtle: 'text/turtle',
  TriG: 'application/trig',
  'N-Triples': 'application/n-triples',
  'N-Quads': 'application/n-quads',
  'JSON-LD': 'application/ld+json',
  'RDF/XML': 'application/rdf+xml',
};

/** Types that say too little are not wrong. */
function wrongType(type: string | null, format: string, document: string): Finding[] {
  const stated = (type ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const fits: Readonly<Record<string, RegExp>> = {
    Turtle: /turtle|trig|n3/,
    TriG: /trig/,
    'N-Triples': /n-triples|turtle/,
    'N-Quads': /n-quads|trig/,
    'JSON-LD': /json/,
    'RDF/XML': /xml/,
  };
  const known = syntaxOfType(stated) !== undefined || /html|json|xml|text\/(?:plain|csv)/.test(stated);
  if (stated === '' || !known || stated === 'text/plain' || fits[format]?.test(stated)) return [];
  const place = { document, line: null, column: null };
  return [
    finding('media-type-wrong', {
      place,
      before: stated,
      after: format,
      words: { type: types[format] ?? '' },
    }),
  ];
}
