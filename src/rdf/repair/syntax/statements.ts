/** Follows the tokens of Turtle, so that it is known which statement is being read. */
import type { Token } from '../../reading/syntax-fault';

/** A place in the text that is parsed; the line counts from 1, the column from 0. */
export interface Start {
  readonly line: number;
  readonly column: number;
}

export class Statements {
  /** Where the statement begins that is being read; null between two of them. */
  open: Start | null = null;
  /** So many quads belong to statements that are complete. */
  complete = 0;
  /** The name of the graph that is open, if it has one. */
  graph: string | null = null;
  /** The line of the last token that says something. */
  line = 1;
  #before: Token | null = null;
  #directive = '';
  #depth = 0;

  constructor(
    private readonly quads: readonly unknown[],
    private readonly namespaceOf: (prefix: string) => string,
  ) {}

  /** A token is about to be read; all before it were. */
  next(token: Token): void {
    const { type, line, start = 0 } = token;
    const directive = /^@?(?:prefix|base)$/i.test(type);
    if ((this.open === null || directive) && type !== 'eof' && type !== '}') {
      this.complete = this.quads.length;
      this.open = { line, column: start };
      this.#directive = directive ? type : '';
    }
    if (type === '{') this.graph = this.#nameOf(this.#before);
    if (type === '{') this.#depth += 1;
    if (type === '}') this.#depth -= 1;
    if (type === '}' && this.#depth <= 0) this.graph = null;
    // The directives of SPARQL have no full stop. A graph is no statement, but what stands in it is.
    const ends =
      type === '.' || type === '{' || type === '}' || (/^[PB]/.test(this.#directive) && type === 'IRI');
    if (ends) this.open = null;
    // A statement is complete at the punctuation after it, which may stand on the next line.
    if (!/^[.,;\]})]$/.test(type)) this.line = line;
    this.#before = token;
  }

  #nameOf(token: Token | null): string | null {
    if (token?.type === 'IRI') return token.value ?? null;
    if (token?.type === 'prefixed') return this.namespaceOf(token.prefix ?? '') + (token.value ?? '');
    return null;
  }
}
