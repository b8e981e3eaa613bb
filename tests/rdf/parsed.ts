/** Reads documents by the parsers of others. */
import type { DataFactory as RdfDataFactory, Quad, Term } from '@rdfjs/types';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { DataFactory, Parser } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import type { Transform } from 'node:stream';

/** The quads of a document. @param format the name of the format, such as `turtle` */
export async function parsed(format: string, text: string): Promise<Quad[]> {
  switch (format) {
    case 'json-ld':
      // Without a loader: a context elsewhere would be a fault.
      return read(new JsonLdParser({ dataFactory, streamingProfile: true }), text);
    case 'rdf-xml':
      return read(new RdfXmlParser(Object.assign({ dataFactory: DataFactory }, { strict: true })), text);
    default:
      return new Parser({ format: grammars[format] }).parse(text);
  }
}

/** jsonld-streaming-parser gives null for a plain text, which n3 does not take. */
const dataFactory = {
  ...DataFactory,
  literal: (value: string, of?: Parameters<RdfDataFactory['literal']>[1] | null) =>
    DataFactory.literal(value, (of ?? undefined) as string | undefined),
};

const grammars: Record<string, string> = {
  turtle: 'text/turtle',
  trig: 'application/trig',
  'n-triples': 'application/n-triples',
  'n-quads': 'application/n-quads',
};

function read(parser: unknown, text: string): Promise<Quad[]> {
  const stream = parser as Transform;
  return new Promise((resolve, reject) => {
    const quads: Quad[] = [];
    stream.on('data', (quad: Quad) => quads.push(quad));
    stream.on('error', reject);
    stream.on('end', () => {
      resolve(quads);
    });
    stream.end(text);
  });
}

/** Quads as sorted lines that differ if the quads do. */
export const lines = (quads: readonly Quad[]): string[] =>
  [
    ...new Set(
      quads.map((quad) => [quad.subject, quad.predicate, quad.object, quad.graph].map(line).join(' ')),
    ),
  ].sort();

const line = (term: Term): string =>
  JSON.stringify(
    term.termType === 'Literal'
      ? [term.value, term.language.toLowerCase(), term.datatype.value]
      : [term.termType, term.value],
  );
