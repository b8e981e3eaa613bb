/** Abbreviates IRIs by prefixes. */
import type { Term } from '@rdfjs/types';
import { prefixes } from '../../vocabulary/prefixes';
import { NamedNode } from '../factory';

const prefixOf = new Map(Object.entries(prefixes).map(([prefix, namespace]) => [namespace, prefix]));

/** Local names that every format can write. */
const localName = /^[A-Za-z_][\w-]*$/;

/** A name with its prefix. */
interface PrefixedName {
  readonly prefix: string;
  readonly name: string;
}

function prefixedName(iri: string): PrefixedName | null {
  const end = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
  const prefix = prefixOf.get(iri.slice(0, end));
  const local = iri.slice(end);
  return prefix === undefined || !localName.test(local) ? null : { prefix, name: `${prefix}:${local}` };
}

/** The prefixed names of one document. */
export class PrefixedNames {
  private readonly used = new Set<string>();
  private last = '';

  /** The IRI of a node as a prefixed name, such as `dct:title`; null if there is none. */
  of(node: Pick<Term, 'value'>): string | null {
    if (!(node instanceof NamedNode)) return this.noted(prefixedName(node.value));
    if (node.prefixed === undefined) node.prefixed = prefixedName(node.value);
    return this.noted(node.prefixed);
  }

  private noted(found: PrefixedName | null): string | null {
    if (found === null) return null;
    const { prefix, name } = found;
    if (prefix !== this.last) {
      this.used.add(prefix);
      this.last = prefix;
    }
    return name;
  }

  /** The prefixes with their namespaces: all, or those of the names that were made. */
  declared(all: boolean): [prefix: string, namespace: string][] {
    return Object.entries(prefixes).filter(([prefix]) => all || this.used.has(prefix));
  }
}
