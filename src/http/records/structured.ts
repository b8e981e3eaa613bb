/** What search engines read in the page of a record. */
import type { Quad } from '@rdfjs/types';
import { structuredData } from '../../rdf/schema-org/structured-data';
import { thingOf } from '../../rdf/schema-org/thing';
import type { Asked } from './representation';

const catalogueName = 'NUM data-space gateway';

/** A record in the terms of schema.org; null if these have no type for it. */
export function structuredDataOf({ iri, publicUrl, language }: Asked, quads: readonly Quad[]): object | null {
  const thing = thingOf(quads, iri);
  const catalogue = { iri: `${publicUrl}/`, name: catalogueName };
  return thing && structuredData(thing, { language, catalogue });
}
