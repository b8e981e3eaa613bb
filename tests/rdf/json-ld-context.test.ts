/** The served context gives JSON that people write the meaning that the catalogue's own documents have. */
import type { Quad } from '@rdfjs/types';
import { registry } from '../../src/registry';
import { contextOf } from '../../src/rdf/json-ld-context';
import { dcat, dct, rdf, xsd } from '../../src/vocabulary/namespaces';
import { literal, namedNode, quad } from './data-factory';
import { lines, parsed } from './parsed';

const a = 'https://example.org/datasets/a';
const say = (property: string, object: Quad['object']): Quad =>
  quad(namedNode(a), namedNode(property), object);

it('classes have the names of the schema, IRIs and dates are written as texts', async () => {
  const written = {
    ...contextOf(registry),
    '@type': 'Dataset',
    '@id': a,
    'dct:title': { '@language': 'de', '@value': 'Datensatz' },
    'dct:license': 'https://example.org/licence',
    'dct:issued': '2024-02-29',
  };
  expect(lines(await parsed('json-ld', JSON.stringify(written)))).toEqual(
    lines([
      say(rdf('type'), namedNode(dcat('Dataset'))),
      say(dct('title'), literal('Datensatz', 'de')),
      say(dct('license'), namedNode('https://example.org/licence')),
      say(dct('issued'), literal('2024-02-29', namedNode(xsd('date')))),
    ]),
  );
});

it('each class and each prefix is in it', () => {
  const { '@context': context } = contextOf(registry);
  for (const { type } of registry.all) expect(context).toHaveProperty([type]);
  expect(context).toMatchObject({ '@version': 1.1, dcat: dcat(''), Dataset: 'dcat:Dataset' });
});
