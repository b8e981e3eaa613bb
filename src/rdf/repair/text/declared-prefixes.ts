/** The prefixes that a Turtle document declares. */

/** Namespaces by prefix. */
export type Prefixes = ReadonlyMap<string, string>;

const declaration = /^[ \t]*@?prefix[ \t]+([\w.-]*):[ \t]*<([^<>\s]*)>/gim;

export const declaredPrefixes = (text: string): Prefixes =>
  new Map([...text.matchAll(declaration)].map(([, prefix = '', namespace = '']) => [prefix, namespace]));
