// The queries of the pages: documents of the public schema, which every client can ask.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { registry } from '../../../src/registry';
import { columnsOf } from '../../../src/web/pages/documents/columns';
import { toOne } from '../../../src/web/pages/documents/narrowing';
import { facetsDocument, listDocument, tableDocument } from '../../../src/web/pages/documents/list';
import { sitePages } from '../../../src/web/pages/pages';
import { suggestQuery } from '../../../src/web/pages/search/suggest-query';
import { searchTableQuery } from '../../../src/web/pages/search/table-query';

const schema = buildSchema(readFileSync(join(__dirname, '../../../schema/schema.graphql'), 'utf8'));
const faultsOf = (query: string): string[] => validate(schema, parse(query)).map(({ message }) => message);

const addresses = ['', 'q=covid-19', 'q=covid-19&type=DATASET'];
const asked = sitePages.flatMap((page) =>
  addresses.flatMap((address) =>
    page
      .questions(new URLSearchParams(address), { registry, today: '2026-11-30' })
      .map(({ name, query }) => [`${page.path}?${address}`, name, query] as const),
  ),
);

it.each(asked)('%s asks for %s what the schema has', (_path, _name, query) => {
  expect(faultsOf(query)).toEqual([]);
});

it.each([
  ['suggestions', suggestQuery],
  ['the table of a search', searchTableQuery],
])('so do %s', (_, query) => {
  expect(faultsOf(query)).toEqual([]);
});

it.each(registry.all.map((description) => [description.path, description] as const))(
  'and /%s with every column, as a table, and with its facets',
  (_, description) => {
    expect(faultsOf(listDocument(description, columnsOf(description), toOne(description)))).toEqual([]);
    expect(faultsOf(tableDocument(description))).toEqual([]);
    const facets = facetsDocument(description);
    expect(facets === null ? [] : faultsOf(facets)).toEqual([]);
  },
);
