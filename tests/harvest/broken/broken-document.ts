/** A document with faults, and what is to be said of it. */

export interface BrokenDocument {
  readonly file: string;
  readonly text: string;
  /** Of each finding, its id and the line on which the fault stands. */
  readonly findings?: readonly string[];
  /** The classes and names of the records that come in. */
  readonly records?: readonly string[];
  /** Of a document of which nothing can be read: words of what is said. */
  readonly said?: string;
}

/** The first five lines of most documents. */
export const prefixes = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;
