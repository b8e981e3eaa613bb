/** Controlled vocabularies: codes with German and English labels. Each becomes a GraphQL enum and a SKOS concept scheme in RDF. */

import type { RoleTerm } from './term';

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
}

/** A controlled vocabulary, as `conceptScheme` declares it. */
export interface ConceptScheme<Code extends string = string> {
  /** Name of the GraphQL enum. */
  name: string;
  about: string;
  concepts: Readonly<Record<Code, Concept>>;
}

/** The codes of a scheme, as a TypeScript union. */
export type CodeOf<Scheme> = Scheme extends ConceptScheme<infer Code> ? Code : never;

/**
 * Declares a controlled vocabulary.
 * @param name name in PascalCase, unique in the schema
 * @param about one sentence on what the values classify
 * @param concepts the values by code (UPPER_SNAKE_CASE)
 */
export function conceptScheme<Code extends string>(
  name: string,
  about: string,
  concepts: Record<Code, Concept>,
): ConceptScheme<Code> {
  return Object.freeze({ name, about, concepts });
}

/** The codes of a scheme in the order of declaration. */
export const codesOf = <Code extends string>(scheme: ConceptScheme<Code>): Code[] =>
  Object.keys(scheme.concepts) as Code[];
