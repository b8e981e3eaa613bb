/** Reads Turtle, TriG, N-Triples and N-Quads, with the lines of their statements. */
import type { Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import { Lines, type RdfDocument, UnreadableDocument } from './document';
import type { RdfSyntax } from './recognise';

/** What n3 tells of a token; lines count from 1, columns from 0. */
interface Token {
  readonly type: string;
  readonly line: number;
  readonly start?: number;
  readonly end?: number;
}

interface SyntaxFault extends Error {
  readonly context?: { readonly line?: number; readonly token?: Token; readonly previousToken?: Token };
}

interface Listeners {
  onQuad: (fault: SyntaxFault | null, quad: Quad | null) => void;
  onToken: (token: Token) => void;
}

/** @throws UnreadableDocument with line and column */
export async function readTextual(
  text: string,
  { syntax, base }: { syntax: RdfSyntax; base: string },
): Promise<RdfDocument> {
  const strict = syntax === 'N-Triples' || syntax === 'N-Quads';
  const parser = new Parser({ baseIRI: base, format: strict ? syntax : 'TriG' });
  const lines = new Lines();
  const quads: Quad[] = [];
  let line = 1;
  await new Promise<void>((resolve, reject) => {
    const listeners: Listeners = {
      // A statement is complete at the punctuation after it, which may stand on the next line.
      onToken: (token) => {
        if (!/^[.,;\]})]$/.test(token.type)) ({ line } = token);
      },
      onQuad: (fault, quad) => {
        if (fault) {
          reject(faultOf(fault, text, syntax));
        } else if (quad) {
          quads.push(quad);
          lines.add(quad, line);
        } else {
          resolve();
        }
      },
    };
    // The types of n3 do not know of tokens.
    parser.parse(text, listeners as unknown as Parameters<typeof parser.parse>[1] & object);
  });
  const named = quads.some(({ graph }) => graph.termType !== 'DefaultGraph');
  return { format: syntax === 'TriG' && !named ? 'Turtle' : syntax, quads, lines };
}

function faultOf(
  { message, context = {} }: SyntaxFault,
  text: string,
  syntax: RdfSyntax,
): UnreadableDocument {
  const { token, previousToken, line = token?.line } = context;
  const position = {
    ...(line !== undefined && { line }),
    ...columnOf(text, line, token ?? null, previousToken ?? null),
  };
  const what = message.replace(/ on line \d+\.$/, '');
  return new UnreadableDocument(`This is no well-formed ${syntax}: ${what}. ${remedyOf(what)}`, position);
}

/** Where a token begins; for what is no token, the first character after the one before. */
function columnOf(
  text: string,
  line: number | undefined,
  token: Token | null,
  before: Token | null,
): { column?: number } {
  if (token?.start !== undefined) return { column: token.start + 1 };
  if (line === undefined) return {};
  const source = text.split(/\r\n|\r|\n/, line)[line - 1] ?? '';
  const from = before?.line === line ? (before.end ?? 0) : 0;
  const next = source.slice(from).search(/\S/);
  return { column: from + Math.max(next, 0) + 1 };
}

function remedyOf(what: string): string {
  const [, prefix] = /^Undefined prefix "(.*?):?"/.exec(what) ?? [];
  if (prefix !== undefined) return `Declare it at the top: @prefix ${prefix}: <…> .`;
  if (/eof|end of/i.test(what)) return 'The document ends too early; fetch it again, or complete it.';
  return 'Look at what stands just before this place: a missing dot, quotation mark or bracket shows only later.';
}
