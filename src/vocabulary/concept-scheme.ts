/** A controlled vocabulary: codes with German and English labels, which become an enum in GraphQL and a SKOS concept scheme in RDF. */

import type { RoleTerm } from './term';

/** One value of a controlled vocabulary. */
export interface Concept {
  de: string;
  en: string;
  /** What the value means, as a whole English sentence. */
  about: string;
  /** The concept's IRI in a public vocabulary, where there is one. */
  iri?: string;
  /** Of a role: what a link in it says directly of its ends. */
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
 * @param name PascalCase name, unique in the schema.
 * @param about One sentence on what the values classify.
 * @param concepts The values by code (UPPER_SNAKE_CASE).
 */
export function conceptScheme<Code extends string>(
  name: string,
  about: string,
  concepts: Record<Code, Concept>,
): ConceptScheme<Code> {
  return Object.freeze({ name, about, concepts });
}

/** The codes of a scheme in the order of their declaration. */
export const codesOf = <Code extends string>(scheme: ConceptScheme<Code>): Code[] =>
  Object.keys(scheme.concepts) as Code[];
