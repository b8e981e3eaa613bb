/** Reads JSON-LD. Contexts of the web are not fetched: only those that are handed in are known. */
import type { Quad } from '@rdfjs/types';
import { type ParseError, parseTree, visit } from 'jsonc-parser';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { Lines, type RdfDocument, UnreadableDocument } from './document';
import { jsonFault } from './json-fault';
import { inGerman, jsonLdInGerman } from './parser-words';

/** A JSON-LD context document. */
export type JsonLdContextDocument = Readonly<Record<string, unknown>>;

/** The context documents that are known, by the address at which others name them, such as a map. */
export interface KnownContexts {
  get(address: string): JsonLdContextDocument | undefined | Promise<JsonLdContextDocument | undefined>;
}

/** A document means its terms by a context that is not known here. */
export class UnknownContext extends UnreadableDocument {
  constructor(address: string) {
    super({
      de: `Gebraucht wird der Kontext ${address}, der hier nicht bekannt ist; Kontexte werden nicht abgerufen. Die Datei speichern und mit --context ${address}=DATEI angeben, oder den Kontext ins Dokument schreiben.`,
      en: `It needs the context ${address}, which is not known here, and contexts are not fetched. Save that file and name it with --context ${address}=FILE, or put the context into the document.`,
    });
  }
}

interface Options {
  readonly base: string;
  /** By the address at which documents name them. */
  readonly contexts: KnownContexts;
}

/** @throws UnreadableDocument, with line and column where the JSON is not well-formed */
export async function readJsonLd(text: string, { base, contexts }: Options): Promise<RdfDocument> {
  checkJson(text);
  return { format: 'JSON-LD', quads: await quadsOf(text, { base, contexts }), lines: linesOf(text) };
}

/** The statements of JSON that was parsed already. @throws UnreadableDocument */
export const quadsOfJsonLd = (value: unknown, options: Options): Promise<Quad[]> =>
  quadsOf(JSON.stringify(value), options);

async function quadsOf(text: string, { base, contexts }: Options): Promise<Quad[]> {
  const quads: Quad[] = [];
  let unknown: string | null = null;
  const parser = new JsonLdParser({
    baseIRI: base,
    documentLoader: {
      load: async (url) => {
        const known = await contexts.get(url);
        if (known) return known;
        unknown ??= url;
        throw new Error('unknown');
      },
    },
  });
  await new Promise<void>((resolve, reject) => {
    parser.on('data', (quad: Quad) => quads.push(quad));
    parser.on('error', (error: Error) => reject(faultOf(error, unknown)));
    parser.on('end', resolve);
    parser.end(text);
  });
  return quads;
}

function checkJson(text: string): void {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  if (!first) return;
  const before = text.slice(0, first.offset).split('\n');
  const { de, en } = jsonFault(first.error, text[first.offset]);
  throw new UnreadableDocument(
    {
      de: `Das ist kein wohlgeformtes JSON: ${de}. An dieser Stelle beheben.`,
      en: `This is no well-formed JSON: ${en}. Mend it at this place.`,
    },
    { line: before.length, column: (before.at(-1) ?? '').length + 1 },
  );
}

function faultOf(error: Error, unknown: string | null): UnreadableDocument {
  if (unknown !== null) return new UnknownContext(unknown);
  const [message = ''] = error.message.split('\n');
  const what = message.replace(/\.$/, '');
  return new UnreadableDocument({
    de: `Das ist kein JSON-LD: ${inGerman(what, jsonLdInGerman, 'hier ist etwas anders geschrieben, als JSON-LD es verlangt')}.`,
    en: `This is no JSON-LD: ${what}.`,
  });
}

/** The parser tells no positions: a node is where its IRI stands for the first time. */
export function linesOf(text: string): Lines {
  const lines = new Lines();
  visit(text, {
    onLiteralValue: (value: unknown, _offset, _length, line) => {
      if (typeof value === 'string' && value.includes(':')) lines.addNode(value, line + 1);
    },
  });
  return lines;
}
