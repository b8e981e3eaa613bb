/** What search engines read in the page of a record. */
import type { Quad } from '@rdfjs/types';
import { Source } from '../../query/source';
import { readWholeRecords } from '../../query/whole-records';
import { documentOf } from '../../rdf/document';
import { structuredData } from '../../rdf/schema-org/structured-data';
import { thingOf } from '../../rdf/schema-org/thing';
import type { Asked } from './representation';

const catalogueName = 'NUM data-space gateway';

/** What a record says of itself, without links and evidence. */
export async function readBriefDocument(asked: Asked): Promise<readonly Quad[]> {
  const { subject, registry, publicUrl, reader, rows } = asked;
  if (subject.kind !== 'record') return [];
  const source = new Source(reader, registry, (await rows?.now()) ?? null);
  const [whole] = await readWholeRecords(source, [subject.key], { evidence: false });
  return whole ? documentOf(whole, { publicUrl, registry, evidence: false }) : [];
}

/** A record in the terms of schema.org; null if these have no type for it. */
export function structuredDataOf({ iri, publicUrl, language }: Asked, quads: readonly Quad[]): object | null {
  const thing = thingOf(quads, iri);
  const catalogue = { iri: `${publicUrl}/`, name: catalogueName };
  return thing && structuredData(thing, { language, catalogue });
}
