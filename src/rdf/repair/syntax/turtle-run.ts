/** One run of the parser of Turtle and TriG, to the end or to the first fault. */
import type { Quad, Term } from '@rdfjs/types';
import { Parser } from 'n3';
import type { SyntaxFault, Token } from '../../reading/syntax-fault';
import { type Start, Statements } from './statements';

/** What the statements before have declared. */
export interface Environment {
  readonly base: string;
  readonly prefixes: ReadonlyMap<string, string>;
  /** The graph in which the text begins. */
  readonly graph: string | null;
}

/** How far a run came. */
export interface Run extends Environment {
  readonly fault: SyntaxFault | null;
  /** The quads of complete statements, each with its line in the text. */
  readonly quads: readonly (readonly [quad: Quad, line: number])[];
  /** Where the statement begins that has the fault; null if that is where the fault is. Lines and columns count from 1. */
  readonly open: Start | null;
  /** By how much columns of the first line are off, as declarations stand before it. */
  readonly shift: number;
}

/** Declarations stand before the first line, so that lines stay what they are. */
export function runTurtle(text: string, { base, prefixes: given, graph }: Environment): Promise<Run> {
  const declarations = [...given].map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> . `);
  const header = declarations.join('') + (graph === null ? '' : `<${graph}> { `);
  // Labels of blank nodes hold in the whole document, and so in each part of it.
  const parser = new Parser({ baseIRI: base, format: 'TriG', blankNodePrefix: '_:b_' });
  const quads: [Quad, number][] = [];
  const prefixes = new Map(given);
  const statements = new Statements(quads, (prefix) => prefixes.get(prefix) ?? '');
  let found = base;
  let before: Token | null = null;
  return new Promise((resolve) => {
    const end = (fault: SyntaxFault | null) => {
      const { open, complete } = statements;
      const shift = header.length;
      resolve({
        fault,
        quads: fault && open ? quads.slice(0, complete) : quads,
        open: open && { line: open.line, column: open.column + 1 - (open.line === 1 ? shift : 0) },
        shift,
        prefixes,
        base: found,
        graph: statements.graph,
      });
    };
    const listeners = {
      onToken: (token: Token) => {
        if (token.type === 'IRI' && /^@?base$/i.test(before?.type ?? ''))
          found = resolved(token.value ?? '', found);
        statements.next(token);
        before = token;
      },
      onPrefix: (prefix: string, namespace: Term | string) =>
        prefixes.set(prefix, typeof namespace === 'string' ? namespace : namespace.value),
      onQuad: (fault: SyntaxFault | null, quad: Quad | null) => {
        if (fault || !quad) end(fault);
        else quads.push([quad, statements.line]);
      },
    };
    // The types of n3 do not know of tokens.
    parser.parse(header + text, listeners as unknown as Parameters<typeof parser.parse>[1] & object);
  });
}

function resolved(iri: string, base: string): string {
  try {
    return new URL(iri, base).href;
  } catch {
    return iri;
  }
}
