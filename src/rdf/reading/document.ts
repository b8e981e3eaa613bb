/** An RDF document that was read: its statements, and on which lines they stand. */
import type { Quad, Term } from '@rdfjs/types';
import type { Label } from '../../vocabulary/label';

/** A document in one of the formats that are read. */
export interface RdfDocument {
  /** The name of its format, such as `Turtle`. */
  readonly format: string;
  readonly quads: readonly Quad[];
  readonly lines: Lines;
}

/** A document cannot be read. The message says what is wrong and what to do. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';

  /** @param position where, as far as it is known; both count from 1 */
  constructor(
    /** What is wrong and what to do; the message of the error is the English one. */
    readonly said: Label,
    readonly position: { readonly line?: number; readonly column?: number } = {},
  ) {
    super(said.en);
  }
}

/** What is said of a document without content. */
export const emptyDocument: Label = {
  de: 'Das Dokument ist leer. Prüfen, ob es vollständig gespeichert oder abgerufen wurde.',
  en: 'The document is empty. Check whether it was saved or fetched completely.',
};

/** A document was read, but nothing in it can be judged. */
export class UnjudgedDocument extends UnreadableDocument {}

const keyOf = (term: Term) => `${term.termType} ${term.value}`;

/** The lines of statements and of nodes, where a parser tells them. */
export class Lines {
  readonly #lines = new Map<string, number>();

  /** Remembers the line of a statement; the first one counts. */
  add({ subject, predicate, object }: Quad, line: number): void {
    const statement = [keyOf(subject), predicate.value, keyOf(object)].join('\n');
    for (const key of [keyOf(subject), statement]) if (!this.#lines.has(key)) this.#lines.set(key, line);
  }

  /** Remembers the line on which a node is named. */
  addNode(iri: string, line: number): void {
    const key = `NamedNode ${iri}`;
    if (!this.#lines.has(key)) this.#lines.set(key, line);
  }

  /** The line of a statement, else that of the first one about its subject; null if neither is known. */
  of(subject: Term, property: string | null = null, value: Term | null = null): number | null {
    const statement = property && value ? [keyOf(subject), property, keyOf(value)].join('\n') : '';
    return this.#lines.get(statement) ?? this.#lines.get(keyOf(subject)) ?? null;
  }
}
