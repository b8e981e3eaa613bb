/** The statements of a document, as repairs look at them. */
import type { Quad, Term } from '@rdfjs/types';
import { getOrMake } from '../../../maps';
import { rdf } from '../../../vocabulary/namespaces';

const type = rdf('type');
const none: ReadonlySet<string> = new Set();

const keyOf = ({ termType, value }: Term) => (termType === 'BlankNode' ? `_:${value}` : value);

export class Statements {
  readonly #types = new Map<string, Set<string>>();
  readonly #subjects = new Set<string>();
  readonly #values = new Map<string, Map<string, Term>>();

  /** @param properties of these, the values of each subject are known */
  constructor(quads: readonly Quad[], properties: ReadonlySet<string>) {
    for (const { subject, predicate, object } of quads) {
      const key = keyOf(subject);
      this.#subjects.add(key);
      if (predicate.value === type) getOrMake(this.#types, key, () => new Set()).add(object.value);
      if (properties.has(predicate.value))
        getOrMake(this.#values, `${key}\n${predicate.value}`, () => new Map<string, Term>()).set(
          keyOf(object),
          object,
        );
    }
  }

  /** The classes of a node. */
  typesOf(node: Term): ReadonlySet<string> {
    return this.#types.get(keyOf(node)) ?? none;
  }

  /** Whether something is said of a node. */
  describes(node: Term): boolean {
    return this.#subjects.has(keyOf(node));
  }

  /** The distinct values of one of the known properties. */
  valuesOf(node: Term, property: string): readonly Term[] {
    return [...(this.#values.get(`${keyOf(node)}\n${property}`)?.values() ?? [])];
  }
}
