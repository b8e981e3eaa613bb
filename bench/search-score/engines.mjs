/** What answers the questions: this gateway, and MiniSearch (https://lucaong.github.io/minisearch/) over the same texts. */
import { Buffer } from 'node:buffer';
import MiniSearch from 'minisearch';
import records from '../../dist/src/resource/record.js';
import columns from '../../dist/src/resource/columns.js';
import texts from '../../dist/src/resource/search/searched-texts.js';

const { fetch } = globalThis;

/** The search of a running gateway: the keys of what it finds, the best first. */
export const gateway = (url) => async (text) => {
  const query = 'query ($text: String!) { search(text: $text, first: 50) { nodes { id slug } } }';
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { text } }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${text}: ${errors[0].message}`);
  return data.search.nodes.map(({ id }) => Buffer.from(id, 'base64url').toString());
};

/** All searched texts of the catalogue, a document for each record with a field for each weight. */
export async function documentsOf(store, registry) {
  const read = (text) => store.read({ text, sql: text, values: [] });
  const beside = await read(
    'SELECT subject_id, value AS text FROM identifier UNION ALL SELECT e.subject_id, e.quotation FROM evidence e WHERE e.quotation IS NOT NULL UNION ALL SELECT e.subject_id, s.title FROM evidence e JOIN source s ON s.id = e.source_id',
  );
  const documents = [];
  for (const description of registry.resources.filter(texts.isSearched)) {
    for (const row of await read(`SELECT * FROM "${columns.tableOf(description)}"`)) {
      const document = { id: row.id };
      const add = (weight, text) => {
        document[`weight${weight}`] = `${document[`weight${weight}`] ?? ''} ${text}`;
      };
      for (const { weight, text } of texts.searchedTexts(description, records.recordOf(description, row)))
        add(weight, text);
      for (const { text } of beside.filter(({ subject_id: subject }) => subject === row.id)) add(1, text);
      documents.push(document);
    }
  }
  return documents;
}

/** MiniSearch as its guide recommends it: prefixes and typing errors, with the weights of the fields; some words suffice. */
export function miniSearch(documents, options = {}) {
  const weights = [...new Set(documents.flatMap((document) => Object.keys(document)))].filter(
    (field) => field !== 'id',
  );
  const index = new MiniSearch({ fields: weights });
  index.addAll(documents);
  const boost = Object.fromEntries(weights.map((field) => [field, Number(field.slice('weight'.length))]));
  return async (text) =>
    index.search(text, { boost, prefix: true, fuzzy: 0.2, ...options }).map(({ id }) => id);
}
