/** An RDF graph indexed for reading by subject and property. */
import type { BaseQuad, Term } from '@rdfjs/types';
import { getOrMake } from '../../maps';

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const subClassOf = 'http://www.w3.org/2000/01/rdf-schema#subClassOf';

/** Distinct terms by their key. */
type Terms = Map<string, Term>;

const none: Terms = new Map<string, Term>();
const noValues: readonly Term[] = [];

/** A text that differs for different terms. */
export function termKey(term: Term): string {
  if (term.termType === 'NamedNode') return term.value;
  if (term.termType === 'Literal') return `"${term.value}"@${term.language}^${term.datatype.value}`;
  return `_:${term.value}`;
}

/** So many values of a property are compared one by one. */
const few = 8;

/** The distinct values of a property of a node. Nearly always they are few, and a set would cost more than it saves. */
class Values {
  readonly terms: Term[] = [];
  #keys: Set<string> | null = null;

  add(term: Term): boolean {
    if (this.terms.length < few) {
      if (this.terms.some((one) => one.equals(term))) return false;
    } else {
      this.#keys ??= new Set(this.terms.map(termKey));
      const key = termKey(term);
      if (this.#keys.has(key)) return false;
      this.#keys.add(key);
    }
    this.terms.push(term);
    return true;
  }
}

interface Subject {
  readonly term: Term;
  readonly values: Map<string, Values>;
}

/** Statements of a document, whichever graphs they are in. */
export class Graph {
  readonly #subjects = new Map<string, Subject>();
  readonly #instances = new Map<string, Terms>();
  readonly #having = new Map<string, Map<string, Terms>>();
  readonly #subjectsOf = new Map<string, Terms>();
  readonly #classes = new Map<string, ReadonlySet<string>>();
  readonly #hasSubclasses: boolean;
  /** The node that was asked for last: mostly many properties of a node are asked for one after another. */
  #asked: Term | null = null;
  #found: Subject | undefined;

  constructor(quads: Iterable<BaseQuad>) {
    for (const { subject, predicate, object } of quads) {
      const key = termKey(subject);
      let stated = this.#subjects.get(key);
      if (!stated) this.#subjects.set(key, (stated = { term: subject, values: new Map() }));
      let values = stated.values.get(predicate.value);
      if (!values) stated.values.set(predicate.value, (values = new Values()));
      if (values.add(object) && predicate.value === rdfType)
        getOrMake(this.#instances, termKey(object), newTerms).set(key, subject);
    }
    this.#hasSubclasses = this.subjectsOf(subClassOf).size > 0;
  }

  /** The distinct values of a property. */
  values(subject: Term, property: string): readonly Term[] {
    if (subject !== this.#asked) {
      this.#asked = subject;
      this.#found = this.#subjects.get(termKey(subject));
    }
    return this.#found?.values.get(property)?.terms ?? noValues;
  }

  /** The nodes that have a value of a property. */
  having(property: string, value: Term): Terms {
    const byValue = getOrMake(this.#having, property, () => {
      const index = new Map<string, Terms>();
      for (const [key, { term, values }] of this.#subjects)
        for (const one of values.get(property)?.terms ?? noValues)
          getOrMake(index, termKey(one), newTerms).set(key, term);
      return index;
    });
    return byValue.get(termKey(value)) ?? none;
  }

  /** The nodes that have a property. */
  subjectsOf(property: string): Terms {
    return getOrMake(this.#subjectsOf, property, () => {
      const found = new Map<string, Term>();
      for (const [key, { term, values }] of this.#subjects) if (values.has(property)) found.set(key, term);
      return found;
    });
  }

  /** The instances of a class and of the classes that the document states below it. */
  instances(type: string): Terms {
    if (!this.#hasSubclasses) return this.#instances.get(type) ?? none;
    return new Map([...this.#below(type)].flatMap((one) => [...(this.#instances.get(one) ?? none)]));
  }

  /** Whether the document states that a node is of a class. */
  isInstance(node: Term, type: string): boolean {
    const instances = this.#instances.get(type);
    if (instances?.has(termKey(node))) return true;
    if (!this.#hasSubclasses) return false;
    const below = this.#below(type);
    return this.values(node, rdfType).some((one) => below.has(termKey(one)));
  }

  /** A class and those stated below it. */
  #below(type: string): ReadonlySet<string> {
    return getOrMake(this.#classes, type, () => {
      const found = new Set([type]);
      // A set hands out what is added while it is read.
      for (const one of found)
        for (const [key, { values }] of this.#subjects)
          if (values.get(subClassOf)?.terms.some((above) => termKey(above) === one)) found.add(key);
      return found;
    });
  }
}

const newTerms = () => new Map<string, Term>();
