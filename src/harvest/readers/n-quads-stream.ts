/** Statements of N-Quads as they come, line by line. What is written as nearly all lines are is read here, the rest by n3. */
import type { Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import { literal, namedNode, quad, type NamedNode, type Node } from '../../rdf/factory';
import type { SyntaxFault } from '../../rdf/reading/syntax-fault';

const iri = String.raw`<([a-zA-Z][^\x00-\x20<>"{}|^${'`'}\\]*)>`;
const text = String.raw`"([^"\\\r\n]*)"(?:@([a-zA-Z]+(?:-[a-zA-Z0-9]+)*)|\^\^${iri})?`;
/** Nodes with IRIs, texts without escapes, and no graph. */
const usual = new RegExp(String.raw`^${iri} ${iri} (?:${iri}|${text}) ?\.[ \t\r]*$`);
const empty = /^[ \t\r]*(?:#|$)/;

/** Terms that are stated often are made once. */
const mostKept = 10_000;

/** A line that could not be read. */
export interface BrokenLine {
  readonly source: string;
  /** Counts from 1. */
  readonly number: number;
  readonly fault: SyntaxFault;
}

/**
 * Statements in the pieces in which they come. A line with a fault costs that line alone.
 * @param onBroken is told of it, and says whether to read on
 */
export async function* nQuadsIn(
  stream: AsyncIterable<Uint8Array>,
  onBroken: (line: BrokenLine) => boolean,
): AsyncGenerator<readonly Quad[]> {
  const decoder = new TextDecoder();
  const lines = new QuadLines(onBroken);
  let rest = '';
  for await (const bytes of stream) {
    const [first = '', ...others] = decoder.decode(bytes, { stream: true }).split('\n');
    const last = others.pop();
    if (last === undefined) {
      rest += first;
      continue;
    }
    yield lines.read([rest + first, ...others]);
    if (lines.ended) return;
    rest = last;
  }
  yield lines.read([rest + decoder.decode()]);
}

class QuadLines {
  private readonly nodes = new Map<string, NamedNode>();
  // Labels of blank nodes hold in the whole document.
  private readonly parser = () => new Parser({ format: 'N-Quads', blankNodePrefix: '_:' });
  private number = 0;
  /** Whether nothing more is to be read. */
  ended = false;

  constructor(private readonly onBroken: (line: BrokenLine) => boolean) {}

  read(lines: readonly string[]): Quad[] {
    const quads: Quad[] = [];
    for (const line of lines) {
      if (this.ended) break;
      this.number += 1;
      const found = usual.exec(line);
      if (found) quads.push(this.quadOf(found));
      else if (!empty.test(line)) quads.push(...this.parsed(line));
    }
    return quads;
  }

  private quadOf([, subject = '', predicate = '', object, value, language, datatype]: RegExpExecArray): Quad {
    const of = language ?? (datatype === undefined ? undefined : this.node(datatype));
    const stated: Node = object === undefined ? literal(value ?? '', of) : this.node(object);
    return quad(this.node(subject), this.node(predicate), stated);
  }

  private node(value: string): NamedNode {
    const known = this.nodes.get(value);
    if (known) return known;
    if (this.nodes.size > mostKept) this.nodes.clear();
    const made = namedNode(value);
    this.nodes.set(value, made);
    return made;
  }

  private parsed(source: string): Quad[] {
    try {
      return this.parser().parse(source);
    } catch (error) {
      this.ended = !this.onBroken({ source, number: this.number, fault: error as SyntaxFault });
      return [];
    }
  }
}
