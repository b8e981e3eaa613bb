/** Reads Turtle, TriG, N-Triples and N-Quads, with the lines of their statements. */
import type { Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import type { Label } from '../../vocabulary/label';
import { Lines, type RdfDocument, UnreadableDocument } from './document';
import type { RdfSyntax } from './recognise';
import { columnOf, type SyntaxFault, type Token } from './syntax-fault';

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
  const { token, line = token?.line } = context;
  const position = {
    ...(line !== undefined && { line }),
    ...columnOf(text, context),
  };
  const what = message.replace(/ on line \d+\.$/, '');
  const remedy = remedyOf(what);
  return new UnreadableDocument(
    {
      de: `Das ist kein wohlgeformtes ${syntax}: ${what}. ${remedy.de}`,
      en: `This is no well-formed ${syntax}: ${what}. ${remedy.en}`,
    },
    position,
  );
}

function remedyOf(what: string): Label {
  const [, prefix] = /^Undefined prefix "(.*?):?"/.exec(what) ?? [];
  if (prefix !== undefined)
    return {
      de: `Am Anfang ergänzen: @prefix ${prefix}: <…> .`,
      en: `Declare it at the top: @prefix ${prefix}: <…> .`,
    };
  if (/eof|end of/i.test(what))
    return {
      de: 'Das Dokument endet zu früh: noch einmal abrufen oder vervollständigen.',
      en: 'The document ends too early; fetch it again, or complete it.',
    };
  return {
    de: 'Nachsehen, was kurz vor dieser Stelle steht: ein fehlender Punkt, ein fehlendes Anführungszeichen oder eine fehlende Klammer zeigt sich erst später.',
    en: 'Look at what stands just before this place: a missing dot, quotation mark or bracket shows only later.',
  };
}
