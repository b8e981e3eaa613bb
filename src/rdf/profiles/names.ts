/** Names in profiles: `dct:title` for an IRI, `"true"^^xsd:boolean` for a literal. */
import type { Term } from '@rdfjs/types';
import { DataFactory } from 'n3';

type Prefixes = Readonly<Record<string, string>>;

/** The IRI of a name; one without a known prefix is an IRI already. */
export function iriOf(name: string, prefixes: Prefixes): string {
  const colon = name.indexOf(':');
  const namespace = prefixes[name.slice(0, colon)];
  return namespace === undefined ? name : namespace + name.slice(colon + 1);
}

/** The shortest name of an IRI. */
export function nameOf(iri: string, prefixes: Prefixes): string {
  const found = Object.entries(prefixes)
    .filter(([, namespace]) => iri.startsWith(namespace) && /^[\w-]+$/.test(iri.slice(namespace.length)))
    .sort(([, a], [, b]) => b.length - a.length)[0];
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
}

const literal = /^("(?:[^"\\]|\\.)*")(?:@([\w-]+)|\^\^(\S+))?$/s;

/** The term that a value of a profile names. */
export function termOf(value: string, prefixes: Prefixes): Term {
  const found = literal.exec(value);
  if (!found) return DataFactory.namedNode(iriOf(value, prefixes));
  const [, quoted = '""', language, datatype] = found;
  const text = JSON.parse(quoted) as string;
  if (language !== undefined) return DataFactory.literal(text, language);
  return DataFactory.literal(text, datatype && DataFactory.namedNode(iriOf(datatype, prefixes)));
}
