/** Abbreviates IRIs by prefixes. */
import { prefixes } from '../../vocabulary/prefixes';

const prefixOf = new Map(Object.entries(prefixes).map(([prefix, namespace]) => [namespace, prefix]));

/** Local names that every format can write. */
const localName = /^[A-Za-z_][\w-]*$/;

/** Names are remembered, as nearly all of them come again. Hostile data might have any number. */
const mostNames = 10_000;

/** The prefixed names of one document. */
export class PrefixedNames {
  private readonly used = new Set<string>();
  private readonly names = new Map<string, string>();

  /** An IRI as a prefixed name, such as `dct:title`; null if there is none. */
  of(iri: string): string | null {
    return this.names.get(iri) ?? this.made(iri);
  }

  private made(iri: string): string | null {
    const end = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
    const prefix = prefixOf.get(iri.slice(0, end));
    const local = iri.slice(end);
    if (prefix === undefined || !localName.test(local)) return null;
    const name = `${prefix}:${local}`;
    this.used.add(prefix);
    if (this.names.size < mostNames) this.names.set(iri, name);
    return name;
  }

  /** The prefixes with their namespaces: all, or those of the names that were made. */
  declared(all: boolean): [prefix: string, namespace: string][] {
    return Object.entries(prefixes).filter(([prefix]) => all || this.used.has(prefix));
  }
}
