/** Short ways of stating something, for documents that are composed by hand. */
import type { NamedNode, Quad, Quad_Object } from '@rdfjs/types';
import type { LocalizedTexts } from '../../resource/text';
import { rdf, xsd } from '../../vocabulary/namespaces';
import { literal, namedNode, quad, type Node } from '../factory';

export const iri = (value: string): NamedNode => namedNode(value);

/** A text in each of its languages. */
export const texts = (localized: LocalizedTexts): Quad_Object[] =>
  Object.entries(localized).map(([language, text]) => literal(text, language));

export const text = (value: string): Quad_Object => literal(value);
export const integer = (value: number): Quad_Object => literal(String(value), namedNode(xsd('integer')));
export const instant = (value: string): Quad_Object => literal(value, namedNode(xsd('dateTime')));

/** What is stated of a subject: its values by the IRI of the property. Properties without a value are left out. */
export type Statements = readonly (readonly [property: string, values: readonly (Quad_Object | null)[]])[];

/** The quads of a subject with its classes. */
export function statedOf(subject: string, classes: readonly string[], statements: Statements): Quad[] {
  const all: Statements = [[rdf('type'), classes.map(iri)], ...statements];
  return all.flatMap(([property, values]) =>
    values.flatMap((value) =>
      value === null ? [] : [quad(namedNode(subject), namedNode(property), value as Node) as Quad],
    ),
  );
}

/** The same statement with another property. */
export const restated = ({ subject, object }: Quad, property: string): Quad =>
  quad(namedNode(subject.value), namedNode(property), object as Node);
