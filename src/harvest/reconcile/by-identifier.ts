/** Identifiers: what has the same one is the same thing, unless several share it. */
import type { Identifier } from '../../resource/evidence';
import { canonicalIdentifier } from '../../resource/identifiers/identifiers';
import { identifiersIn } from '../../resource/search/searched-identifiers';
import { codesOf } from '../../vocabulary/concept-scheme';
import { IdentifierScheme } from '../../vocabulary/identifier-scheme';
import type { Known } from './known';

const schemes = new Set<string>(codesOf(IdentifierScheme));
const textOf = ({ scheme, value }: Identifier): string => `${scheme} ${value}`;

/** The identifiers of a mention in canonical spelling, those that its address is included. What is none is left out. */
export function canonicalOf(mention: {
  readonly iri: string | null;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
}): Identifier[] {
  const stated = mention.identifiers.flatMap(({ scheme, value }): Identifier[] => {
    if (!schemes.has(scheme)) return identifiersIn(value);
    const canonical = canonicalIdentifier(scheme as IdentifierScheme, value);
    return canonical === null ? [] : [{ scheme: scheme as IdentifierScheme, value: canonical }];
  });
  const addressed = mention.iri === null ? [] : identifiersIn(mention.iri);
  return [...new Map([...stated, ...addressed].map((each) => [textOf(each), each])).values()];
}

/** Who has which identifiers. */
export class KnownIdentifiers {
  private readonly keys = new Map<string, string[]>();
  private readonly schemesOf = new Map<string, Set<string>>();

  constructor(identifiers: Known['identifiers']) {
    for (const each of identifiers) this.add(each.key, each);
  }

  add(key: string, identifier: Identifier): void {
    const text = textOf(identifier);
    const keys = this.keys.get(text);
    if (!keys) this.keys.set(text, [key]);
    else if (!keys.includes(key)) keys.push(key);
    const own = this.schemesOf.get(key);
    if (own) own.add(identifier.scheme);
    else this.schemesOf.set(key, new Set([identifier.scheme]));
  }

  /** Keys of the records with an identifier. */
  of = (identifier: Identifier): readonly string[] => this.keys.get(textOf(identifier)) ?? [];

  /** The same, of a scheme that has no spelling of its own. */
  withText = (scheme: string, value: string): readonly string[] => this.keys.get(`${scheme} ${value}`) ?? [];

  /** The identifier of a mention that contradicts a record: another one of a scheme of which the record has one; null for none. */
  against(key: string, identifiers: readonly Identifier[]): Identifier | null {
    const own = this.schemesOf.get(key);
    if (!own || identifiers.some((each) => this.of(each).includes(key))) return null;
    return identifiers.find(({ scheme }) => own.has(scheme)) ?? null;
  }
}
