/**
 * Makes nodes, literals and quads of RDF/JS. https://rdf.js.org/data-model-spec/#datafactory-interface
 * They are as small as they can be, as an export makes millions of them, and a node that is stated often keeps what writers make of it.
 */
import type {
  DefaultGraph,
  Literal as AnyLiteral,
  NamedNode as AnyNode,
  Quad as AnyQuad,
  Term,
} from '@rdfjs/types';
import { rdf, xsd } from '../vocabulary/namespaces';

/** A node with an IRI. */
export class NamedNode implements AnyNode {
  declare readonly termType: 'NamedNode';
  /** Its IRI in angle brackets, once it was found that it can be written. */
  bracketed?: string;
  /** Its prefixed name; null if it has none. */
  prefixed?: { readonly prefix: string; readonly name: string } | null;

  constructor(readonly value: string) {}

  /** A text that no other term has. */
  get id(): string {
    return this.value;
  }

  equals(other?: Term | null): boolean {
    return this === other || (other?.termType === 'NamedNode' && other.value === this.value);
  }
}

/** A text with its language or datatype. */
export class Literal implements AnyLiteral {
  declare readonly termType: 'Literal';
  private made?: string;

  constructor(
    readonly value: string,
    readonly language: string,
    readonly datatype: NamedNode,
  ) {}

  /** A text that no other term has. */
  get id(): string {
    return (this.made ??= `"${this.value}"${this.language ? `@${this.language}` : this.typed}`);
  }

  private get typed(): string {
    return this.datatype === string ? '' : `^^${this.datatype.value}`;
  }

  equals(other?: Term | null): boolean {
    return (
      this === other ||
      (other?.termType === 'Literal' &&
        other.value === this.value &&
        other.language === this.language &&
        other.datatype.value === this.datatype.value &&
        !other.direction)
    );
  }
}

export type Node = NamedNode | Literal;

/** A statement of the default graph. */
export class Quad implements AnyQuad {
  declare readonly termType: 'Quad';
  declare readonly value: '';
  declare readonly graph: DefaultGraph;

  constructor(
    readonly subject: NamedNode,
    readonly predicate: NamedNode,
    readonly object: Node,
  ) {}

  equals(other?: Term | null): boolean {
    return (
      this === other ||
      (other?.termType === 'Quad' &&
        this.subject.equals(other.subject) &&
        this.predicate.equals(other.predicate) &&
        this.object.equals(other.object) &&
        defaultGraph.equals(other.graph))
    );
  }
}

const defaultGraph: DefaultGraph = {
  termType: 'DefaultGraph',
  value: '',
  equals: (other) => other?.termType === 'DefaultGraph',
};

// What all of them have is not stored with each.
Object.assign(NamedNode.prototype, { termType: 'NamedNode' });
Object.assign(Literal.prototype, { termType: 'Literal' });
Object.assign(Quad.prototype, { termType: 'Quad', value: '', graph: defaultGraph });

const string = new NamedNode(xsd('string'));
const langString = new NamedNode(rdf('langString'));

export const namedNode = (iri: string): NamedNode => new NamedNode(iri);

/** @param of its language tag, or its datatype */
export function literal(text: string, of?: string | NamedNode): Literal {
  if (of === 'de' || of === 'en') return new Literal(text, of, langString);
  if (typeof of === 'string' && of !== '') return new Literal(text, of.toLowerCase(), langString);
  return new Literal(text, '', !of || of.value === string.value ? string : of);
}

export const quad = (subject: NamedNode, predicate: NamedNode, object: Node): Quad =>
  new Quad(subject, predicate, object);
