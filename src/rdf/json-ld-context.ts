/** The JSON-LD context of the catalogue, for people and programs that write or compact JSON-LD in its terms. */
import type { Registry } from '../resource/registry';
import { prefixes } from '../vocabulary/prefixes';
import type { Term } from '../vocabulary/term';
import { PrefixedNames } from './formats/prefixed-names';

/** Where each gateway has it. */
export const contextPath = '/contexts/dcat-ap.jsonld';

/** What a term means: an IRI, or one with the type of its values. */
type Meaning = string | { readonly '@id': string; readonly '@type': string };

/** A document of JSON-LD that is only a context. */
export interface ContextDocument {
  readonly '@context': Readonly<Record<string, Meaning | number>>;
}

/**
 * The prefixes, a name for each class (its type in the schema), and the type of the values of each property, where all declarations
 * agree on it. Documents of the gateway do not need it: they carry their prefixes and types.
 */
export function contextOf({ all }: Registry): ContextDocument {
  const names = new PrefixedNames();
  const nameOf = (iri: string): string => names.of({ value: iri }) ?? iri;
  const classes = all.map(({ type, term }): [string, Meaning] => [type, nameOf(term)]);
  const types = new Map<string, Set<string | null>>();
  for (const term of all.flatMap(termsOf)) {
    const name = nameOf(term.predicate);
    types.set(name, (types.get(name) ?? new Set()).add(typeOf(term)));
  }
  const properties = [...types]
    .sort(byName)
    .flatMap(([name, [only, ...others]]): [string, Meaning][] =>
      only != null && others.length === 0 && name.includes(':')
        ? [[name, { '@id': name, '@type': only === '@id' ? only : nameOf(only) }]]
        : [],
    );
  return { '@context': { '@version': 1.1, ...prefixes, ...Object.fromEntries([...classes, ...properties]) } };
}

const byName = ([one]: [string, unknown], [other]: [string, unknown]): number => (one < other ? -1 : 1);

/** What states something with the record as subject. */
function termsOf({ attributes, references, ends, lists }: Registry['all'][number]): Term[] {
  return [...attributes, ...references, ...ends, ...lists].flatMap(({ term }) => term ?? []);
}

/** `@id` for IRIs, the datatype of literals, null for texts. */
const typeOf = ({ object, datatype }: Term): string | null =>
  object === 'iri' || object === 'node' ? '@id' : (datatype ?? null);
