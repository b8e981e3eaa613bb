/** The catalogue that the gateway serves, as documents in one language name it. */
import { ownCatalogue } from '../../query/harvest/own-catalogue';
import { Source } from '../../query/source';
import type { NamedCatalogue } from '../../rdf/schema-org/structured-data';
import { iriOf } from '../../resource/identity';
import { inLanguage, type LocalizedTexts } from '../../resource/text';
import { harvestedIn } from '../harvest/harvested';
import type { RepresentationRequest } from './representation';

/** Null if no record describes it: then it has no name that anybody states. */
export async function namedCatalogue({
  reader,
  rows,
  registry,
  loaders,
  publicUrl,
  language,
}: RepresentationRequest): Promise<NamedCatalogue | null> {
  const harvested = harvestedIn(registry);
  if (!harvested) return null;
  const source = new Source(reader, registry, (await rows?.now()) ?? null);
  // Each page names it, and it seldom changes.
  const { key } = await source.remember(
    'own catalogue',
    () => 'everything',
    async () => ({ key: await ownCatalogue(reader, harvested.catalogues) }),
  );
  const record = key === null ? null : await loaders.record(key);
  if (!record) return null;
  const names = record.name as LocalizedTexts;
  const shown = inLanguage(names, language);
  return shown === null ? null : { iri: iriOf(publicUrl, record.key), name: shown };
}
