/** What people ask at the same time: the seven queries and one more in one stream, by weights, with values that seldom repeat; without and with writes. */
import { createRequire } from 'node:module';
import { narrowed, queries } from './queries.mjs';

const { datasetsOfStudy, randomFrom, studyOf } = createRequire(import.meta.url)('./synthetic.cjs');
const { Buffer } = globalThis;

/** Of a hundred requests, so many ask each query. */
const weights = { One: 50, Search: 20, Facets: 12, Page: 4, Narrowed: 4, TopFive: 5, Sites: 3, Network: 2 };

/** Requests of the stream, before it begins anew. */
const length = 16_000;
const seed = 20_261_201;

const kinds =
  'CLINICAL_TRIAL COHORT COLLECTION DATA_STANDARD IMAGE_COLLECTION OPEN_DATA PLATFORM_DATA REFERENCE_DATA REGISTRY SURVEY'.split(
    ' ',
  );

const keyOf = (number) => `datasets/synthetic-${number}`;

/** Names that end otherwise may be inflections of one another, which ours finds and the peers do not. */
const isOfOneForm = (word) => /[ou]$/.test(word);

/** The name of a study near a dataset; 20 datasets have it. */
function wordNear(number, size) {
  for (let near = number; ; near = 1 + ((near + datasetsOfStudy - 1) % size)) {
    const word = studyOf(near);
    if (isOfOneForm(word)) return word;
  }
}

const orders = ['ISSUED_ON', 'NUMBER_OF_RECORDS'].flatMap((field) =>
  ['ASC', 'DESC'].map((direction) => ({ field, direction })),
);

/** Datasets have fewer records than this. */
const mostRecords = 1_000_000;

/** The values of one request: any dataset, any study, any kind, a page that begins anywhere, any size and order. */
const valuesOf = {
  One: ({ number }) => ({ id: Buffer.from(keyOf(number)).toString('base64url') }),
  Search: ({ number, size }) => ({ text: wordNear(number, size) }),
  Facets: ({ number }) => ({ kind: kinds[number % kinds.length] }),
  Page: ({ number, list }) => ({
    after: Buffer.from(JSON.stringify([list, keyOf(number)])).toString('base64url'),
  }),
  Narrowed: ({ number, size }) => ({
    kind: kinds[number % kinds.length],
    least: Math.floor((number / size) * mostRecords),
    ...orders[Math.floor(number / kinds.length) % orders.length],
  }),
};

/**
 * The requests of the stream, the same each time: the query and its variables.
 * @param list what cursors of the list of datasets begin with
 */
function requestsOf(size, list) {
  const random = randomFrom(seed);
  const drawn = [...queries, narrowed].flatMap((query) =>
    Array.from({ length: weights[query.name] }, () => query),
  );
  return Array.from({ length }, () => {
    const query = drawn[Math.floor(random() * drawn.length)];
    const number = 1 + Math.floor(random() * size);
    return { query, variables: valuesOf[query.name]?.({ number, size, list }) ?? {} };
  });
}

const some = (size) => size > 0;

/** As `queries`, but with `requests` of several of them. They need generated datasets. */
export const streams = [
  {
    name: 'Mixed',
    title: 'a mixed stream, with values that seldom repeat',
    requests: requestsOf,
    isFor: some,
  },
  {
    name: 'Written',
    title: 'the same, with one small write a second',
    requests: requestsOf,
    isFor: some,
    writes: true,
  },
];
