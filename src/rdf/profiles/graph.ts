/** An RDF graph indexed for reading by subject and property. */
import type { BaseQuad, Term } from '@rdfjs/types';

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const subClassOf = 'http://www.w3.org/2000/01/rdf-schema#subClassOf';

/** Distinct terms by their key. */
type Terms = Map<string, Term>;

const none: Terms = new Map<string, Term>();

/** A text that differs for different terms. */
export function termKey(term: Term): string {
  if (term.termType === 'NamedNode') return term.value;
  if (term.termType === 'Literal') return `"${term.value}"@${term.language}^${term.datatype.value}`;
  return `_:${term.value}`;
}

/** Statements of a document, whichever graphs they are in. */
export class Graph {
  readonly #bySubject = new Map<string, Map<string, Terms>>();
  readonly #byObject = new Map<string, Map<string, Terms>>();
  readonly #subjects = new Map<string, Terms>();
  readonly #classes = new Map<string, ReadonlySet<string>>();
  /** The number of statements. */
  readonly size: number;

  constructor(quads: Iterable<BaseQuad>) {
    let size = 0;
    for (const { subject, predicate, object } of quads) {
      const [from, to] = [termKey(subject), termKey(object)];
      const values = within(within(this.#bySubject, from, newMap), predicate.value, newTerms);
      if (values.has(to)) continue;
      values.set(to, object);
      within(this.#subjects, predicate.value, newTerms).set(from, subject);
      // Nobody asks who has a text.
      if (object.termType !== 'Literal')
        within(within(this.#byObject, to, newMap), predicate.value, newTerms).set(from, subject);
      size += 1;
    }
    this.size = size;
  }

  /** The distinct values of a property. */
  values(subject: Term, property: string): Terms {
    return this.#bySubject.get(termKey(subject))?.get(property) ?? none;
  }

  /** The nodes that have a value of a property. */
  having(property: string, value: Term): Terms {
    return this.#byObject.get(termKey(value))?.get(property) ?? none;
  }

  /** The nodes that have a property. */
  subjectsOf(property: string): Terms {
    return this.#subjects.get(property) ?? none;
  }

  /** The instances of a class and of the classes that the document states below it. */
  instances(type: string): Terms {
    const below = this.#below(type);
    if (below.size === 1) return this.#byObject.get(type)?.get(rdfType) ?? none;
    return new Map([...below].flatMap((one) => [...(this.#byObject.get(one)?.get(rdfType) ?? none)]));
  }

  /** Whether the document states that a node is of a class. */
  isInstance(node: Term, type: string): boolean {
    const types = this.values(node, rdfType);
    if (types.has(type)) return true;
    if (types.size === 0 || this.subjectsOf(subClassOf).size === 0) return false;
    const below = this.#below(type);
    return [...types.keys()].some((one) => below.has(one));
  }

  /** A class and those stated below it. */
  #below(type: string): ReadonlySet<string> {
    return within(this.#classes, type, () => {
      const found = new Set([type]);
      // A set hands out what is added while it is read.
      for (const one of found)
        for (const below of this.#byObject.get(one)?.get(subClassOf)?.keys() ?? []) found.add(below);
      return found;
    });
  }
}

const newMap = () => new Map<string, Terms>();
const newTerms = () => new Map<string, Term>();

/** The value of a key, made when it is missing. */
function within<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
