/** Controlled vocabularies: codes with German and English labels. Each becomes a GraphQL enum and a SKOS concept scheme in RDF. */

import type { Label } from './label';
import type { RoleTerm } from './term';

/** The first segment of the addresses of the gateway's own vocabularies. */
export const vocabularyPath = 'vocabularies';

/** A value of a controlled vocabulary. */
export interface Concept {
  de: string;
  en: string;
  /** The meaning of the value, as an English sentence. */
  about: string;
  /** The concept's IRI in a public vocabulary, if it has one. */
  iri?: string;
  /** What it is called, too, in any language: codes of standards and short forms. They are searched. */
  otherLabels?: readonly string[];
  /** For a role: what a link with this role states directly about its ends. */
  term?: RoleTerm;
  /** Concepts of public vocabularies that stand for it where a metadata profile allows no other, each of another vocabulary. */
  matches?: readonly Match[];
}

/** A concept of a public vocabulary. */
export interface Match {
  readonly scheme: ConceptScheme;
  readonly code: string;
}

/** A controlled vocabulary, as `conceptScheme` declares it. */
export interface ConceptScheme<Code extends string = string> {
  /** Name of the GraphQL enum. */
  name: string;
  about: string;
  /** Its IRI, if it is a public vocabulary. */
  iri?: string;
  /** The title of a public vocabulary. */
  title?: Label;
  concepts: Readonly<Record<Code, Concept>>;
}

/** The codes of a scheme, as a TypeScript union. */
export type CodeOf<Scheme> = Scheme extends ConceptScheme<infer Code> ? Code : never;

/**
 * Declares a controlled vocabulary.
 * @param name name in PascalCase, unique in the schema
 * @param about one sentence on what the values classify
 * @param concepts the values by code (UPPER_SNAKE_CASE)
 * @param published the public vocabulary that it is, if it is one
 */
export function conceptScheme<Code extends string>(
  name: string,
  about: string,
  concepts: Record<Code, Concept>,
  published: Pick<ConceptScheme, 'iri' | 'title'> = {},
): ConceptScheme<Code> {
  return Object.freeze({ name, about, ...published, concepts });
}

interface PublishedScheme {
  /** IRI of the vocabulary. */
  iri: string;
  /** What the IRIs of its concepts begin with. Default: the IRI of the vocabulary, and a slash. */
  concepts?: string;
  title: Label;
}

/**
 * Declares a public vocabulary, or a selection of it.
 * @param entries by code: the end of the concept's IRI, which is the code of the vocabulary itself, and the English and German label
 */
export function publishedScheme<Code extends string>(
  name: string,
  about: string,
  { iri, concepts: base = `${iri}/`, title }: PublishedScheme,
  entries: Record<Code, readonly [local: string, en: string, de: string]>,
): ConceptScheme<Code> {
  const concepts = Object.fromEntries(
    Object.entries<readonly [string, string, string]>(entries).map(([code, [local, en, de]]) => [
      code,
      {
        de,
        en,
        about: `Its published code is ${local.replace(/^.*[/#]/, '')}.`,
        iri: base + local,
      },
    ]),
  ) as Record<Code, Concept>;
  return conceptScheme(name, about, concepts, { iri, title });
}

/** The concept of a public vocabulary that a concept of another one matches. */
export const match = <Code extends string>(scheme: ConceptScheme<Code>, code: Code): Match => ({
  scheme,
  code,
});

/** The codes of a scheme in the order of declaration. */
export const codesOf = <Code extends string>(scheme: ConceptScheme<Code>): Code[] =>
  Object.keys(scheme.concepts) as Code[];

/** A concept of a vocabulary with its code and IRI. */
export interface CodedConcept {
  readonly code: string;
  readonly iri: string;
  readonly concept: Concept;
}

/** The concepts of a vocabulary at an address, in the order of declaration. Those of public vocabularies keep their IRIs. */
export const conceptsOf = (scheme: ConceptScheme, address: string): CodedConcept[] =>
  codesOf(scheme).flatMap((code) => {
    const concept = scheme.concepts[code];
    return concept ? [{ code, iri: concept.iri ?? `${address}#${code}`, concept }] : [];
  });
