/** The statements of a document by subject and property, and which of them found a place in a record. */
import type { Quad, Term } from '@rdfjs/types';
import { getOrMake } from '../../maps';
import { rdf } from '../../vocabulary/namespaces';

/** A node by its IRI, or by `_:` and the label of a blank node. */
export const nodeOf = ({ termType, value }: Term): string =>
  termType === 'BlankNode' ? `_:${value}` : value;

export const isNode = ({ termType }: Term): boolean => termType === 'NamedNode' || termType === 'BlankNode';

export const isBlank = (node: string): boolean => node.startsWith('_:');

/** A property with more values, such as the datasets of a catalogue, is not searched for repeated ones. */
const mostCompared = 50;

type ByProperty = Map<string, Quad[]>;

export class Statements {
  private readonly bySubject = new Map<string, ByProperty>();
  private readonly byObject = new Map<string, Quad[]>();
  private readonly placed = new Set<Quad>();

  /** Each statement once, however often the document makes it. */
  private readonly quads: Quad[] = [];

  /** @param elsewhere what other parts of the document state of a node */
  constructor(
    quads: readonly Quad[],
    private readonly elsewhere?: (node: string) => readonly Quad[],
  ) {
    for (const quad of quads) {
      const ofSubject = getOrMake(this.bySubject, nodeOf(quad.subject), (): ByProperty => new Map());
      const same = getOrMake(ofSubject, propertyOf(quad), () => []);
      if (same.length < mostCompared && same.some(({ object }) => object.equals(quad.object))) continue;
      same.push(quad);
      this.quads.push(quad);
      if (isNode(quad.object)) getOrMake(this.byObject, nodeOf(quad.object), () => []).push(quad);
    }
  }

  get subjects(): Iterable<string> {
    return this.bySubject.keys();
  }

  knows(node: string): boolean {
    return this.bySubject.has(node);
  }

  of(node: string, property: string): readonly Quad[] {
    const own = this.bySubject.get(node);
    if (own) return own.get(property) ?? [];
    return (this.elsewhere?.(node) ?? []).filter((quad) => propertyOf(quad) === property);
  }

  /** The first statement of a node. */
  firstOf(node: string): Quad | undefined {
    for (const [first] of this.bySubject.get(node)?.values() ?? []) return first;
    return undefined;
  }

  /** Whether anything is stated of a node, here or elsewhere. */
  describes(node: string): boolean {
    return this.bySubject.has(node) || (this.elsewhere?.(node) ?? []).length > 0;
  }

  /** All statements of a node. */
  allOf(node: string): Quad[] {
    return [...(this.bySubject.get(node)?.values() ?? [])].flat();
  }

  /** The texts and IRIs that are stated of a node with a property. */
  valuesOf(node: string, property: string): string[] {
    return this.of(node, property).map(({ object }) => nodeOf(object));
  }

  typesOf(node: string): string[] {
    return this.of(node, rdf('type')).map(({ object }) => schemaOrg(object.value));
  }

  /** What is stated of others with a node as value. */
  pointing(property: string, node: string): Quad[] {
    return (this.byObject.get(node) ?? []).filter((quad) => propertyOf(quad) === property);
  }

  isReferredTo(node: string): boolean {
    return this.byObject.has(node);
  }

  place(quads: Iterable<Quad>): void {
    for (const quad of quads) this.placed.add(quad);
  }

  placeAllOf(node: string): void {
    this.place(this.allOf(node));
  }

  isPlaced(quad: Quad): boolean {
    return this.placed.has(quad);
  }

  /** The statements for which no record had a place. */
  get unplaced(): Quad[] {
    return this.quads.filter((quad) => !this.placed.has(quad));
  }
}

const withHttp = 'http://schema.org/';

/** schema.org has the same terms with http and with https. */
const schemaOrg = (iri: string): string =>
  iri.startsWith(withHttp) ? `https${iri.slice('http'.length)}` : iri;

export const propertyOf = ({ predicate }: Quad): string => schemaOrg(predicate.value);
