/** Identifiers of what a document describes. */
import type { Identifier } from '../../resource/evidence';
import { canonicalIdentifier, identifierIri } from '../../resource/identifiers/identifiers';
import { codesOf } from '../../vocabulary/concept-scheme';
import { IdentifierScheme } from '../../vocabulary/identifier-scheme';
import { adms, dct, owl, rdfs, schema, skos } from '../../vocabulary/namespaces';
import { codeOfText } from './codes';
import { nodeOf, type Statements } from './statements';

const schemes = codesOf(IdentifierScheme);

/** Properties with the texts by which something is known. */
const texts = [dct('identifier'), schema('identifier'), owl('sameAs'), schema('sameAs'), skos('exactMatch')];

export interface Known {
  readonly identifiers: Identifier[];
  /** All texts, as they are written. */
  readonly knownAs: string[];
}

export function identifiersOf(subject: string, statements: Statements): Known {
  const found = new Map<string, Identifier>();
  const knownAs = new Set<string>();
  const add = (identifier: Identifier | null): void => {
    if (identifier) found.set(`${identifier.scheme} ${identifier.value}`, identifier);
  };
  for (const quad of statements.of(subject, adms('identifier'))) {
    const node = nodeOf(quad.object);
    const [notation] = statements.of(node, skos('notation'));
    const value = notation?.object.value ?? quad.object.value;
    const agency = statements.of(node, adms('schemaAgency'))[0]?.object.value ?? '';
    const scheme = codeOfText(IdentifierScheme, agency) as Identifier['scheme'] | null;
    const canonical = scheme && canonicalIdentifier(scheme, value);
    const addresses = statements.valuesOf(node, rdfs('seeAlso'));
    if (scheme && canonical !== null) add({ scheme, value: canonical });
    else for (const each of [value, ...addresses]) add(identifierIn(each));
    knownAs.add(value);
    statements.place([quad]);
    if (notation) statements.placeAllOf(node);
  }
  for (const quad of texts.flatMap((property) => statements.of(subject, property))) {
    if (quad.predicate.value === skos('exactMatch') && !identifierIn(quad.object.value)) continue;
    if (quad.object.value !== subject) knownAs.add(quad.object.value);
    add(identifierIn(quad.object.value));
    statements.place([quad]);
  }
  add(identifierIn(subject));
  return { identifiers: [...found.values()], knownAs: [...knownAs] };
}

/** The identifier that an address or a text with the name of its scheme is, such as `https://doi.org/10.…`. */
export function identifierIn(text: string): Identifier | null {
  if (!/^(?:https?:\/\/|doi:|ror:|urn:)/i.test(text)) return null;
  // Most addresses are those of pages.
  if (/^http/i.test(text) && !hosts.has(hostOf(text))) return null;
  for (const scheme of schemes) {
    const value = canonicalIdentifier(scheme, text);
    if (value === null) continue;
    const address = identifierIri({ scheme, value });
    if (address !== null && isSame(address, text)) return { scheme, value };
  }
  return null;
}

const hostOf = (address: string): string | undefined =>
  /^https?:\/\/(?:www\.|dx\.)?([^/]+)\//i.exec(address)?.[1]?.toLowerCase();

/** The hosts at which identifiers have their addresses. ROR ids are addresses themselves. */
const hosts: ReadonlySet<string | undefined> = new Set(
  schemes.flatMap((scheme) => hostOf(identifierIri({ scheme, value: 'https://ror.org/' }) ?? '') ?? []),
);

const isSame = (address: string, text: string): boolean => {
  const prefix = /^(doi|ror):/i.exec(text)?.[1]?.toLowerCase();
  return prefix === undefined
    ? hostOf(address) === hostOf(text)
    : (hostOf(address)?.startsWith(prefix) ?? false);
};
