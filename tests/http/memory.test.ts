/**
 * Whatever clients make up, what is kept of it is weighed by what it takes, and bounded.
 * What lives in memory is measured: it has an environment of its own.
 * @jest-environment node
 */
import { parse, type DocumentNode } from 'graphql';
import { registry } from '../../src/registry';
import { catalogueSubgraph } from '../../src/federation/catalogue-subgraph';
import { DocumentCache } from '../../src/http/graphql/document-cache';
import { weightOfDocument } from '../../src/http/graphql/weight';
import { Plans } from '../../src/query/plan/plans';
import { liveBytes } from '../helpers/heap';
import { Gateway, sites } from './gateway';

const many = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

/** DocumentCache of several shapes; each number makes another. */
const shapes: Record<string, (number: number) => string> = {
  'thirty aliases': (n) =>
    `{ infrastructures(first: 2) { nodes { ${many(30, (k) => `a${n}_${k}: name`)} } } }`,
  'many look-ups': (n) => `{ ${many(15, (k) => `a${n}_${k}: institution(slug: "marburg") { name slug }`)} }`,
  'filtered lists': (n) =>
    `{ ${many(8, (k) => `a${n}_${k}: institutions(first: ${k + 1}, filter: { slug: { eq: "x${n}" } }) { nodes { name } totalCount }`)} }`,
  'one small question': (n) => `{ a${n}: institution(slug: "marburg") { name } }`,
};

describe('the weight of a document with its plan', () => {
  it.each(Object.entries(shapes))('is near to what it takes in memory: %s', async (_, textOf) => {
    const { schema } = await catalogueSubgraph(registry);
    const count = 150;
    let weighed = 0;
    const plans = new Plans({ schema, registry, onGrown: (_document, bytes) => (weighed += bytes) });
    const planned = (texts: readonly string[], documents: DocumentCache): Promise<DocumentNode[]> =>
      Promise.all(
        texts.map(async (text) => {
          const document = parse(text);
          documents.set(text, document);
          plans.planned(document, null, {});
          return document;
        }),
      );
    await planned([textOf(9_999)], new DocumentCache(1e9));
    const texts = Array.from({ length: count }, (_each, index) => textOf(index));
    weighed = 0;
    const before = await liveBytes();

    const documents = await planned(texts, new DocumentCache(1e9));

    const grown = (await liveBytes()) - before;
    for (const document of documents) weighed += weightOfDocument(document).bytes;
    expect(weighed / grown).toBeGreaterThan(0.6);
    expect(weighed / grown).toBeLessThan(2.5);
  });
});

describe('documents that are kept', () => {
  const small = '{ __typename }';
  const set = async (documents: DocumentCache, name: string): Promise<DocumentNode> => {
    const document = parse(small);
    documents.set(name, document);
    return document;
  };

  it('never take more than they may, also when plans make them heavier; those used last stay', async () => {
    const documents = new DocumentCache(100_000);
    const forgotten: DocumentNode[] = [];
    documents.onForgotten((document) => forgotten.push(document));
    const all: DocumentNode[] = [];
    for (let index = 0; index < 8; index++) {
      const document = await set(documents, String(index));
      documents.grow(document, 15_000);
      all.push(document);
      expect(documents.use(all[0] ?? document)).toBe(true);
      expect(documents.bytes).toBeLessThanOrEqual(100_000);
    }

    expect(forgotten.length).toBeGreaterThan(0);
    expect(forgotten).toEqual(all.slice(1, 1 + forgotten.length));
    expect(documents.get('0')).toBe(all[0]);
    expect(documents.get('1')).toBeUndefined();
  });

  it('make room, once there is none, only for those that come again', async () => {
    const documents = new DocumentCache(100_000);
    const kept = await set(documents, 'kept');
    for (let index = 0; index < 4; index++) documents.grow(await set(documents, String(index)), 21_500);
    expect(documents.bytes).toBeGreaterThan(90_000);
    // Whatever is smaller than the room that is left would still be let in.
    documents.grow(kept, 100_000 - documents.bytes);
    const names = Array.from({ length: 50 }, (_, index) => `once ${index}`);

    for (const name of names) await set(documents, name);
    expect(documents.use(kept)).toBe(true);
    expect(documents.get('once 0')).toBeUndefined();

    const again = await set(documents, 'once 49');
    expect(documents.use(again)).toBe(true);
  });

  it('are forgotten once they alone would push out the others', async () => {
    const documents = new DocumentCache(100_000);
    const forgotten: DocumentNode[] = [];
    documents.onForgotten((document) => forgotten.push(document));
    const [heavy, other] = [await set(documents, 'heavy'), await set(documents, 'other')];

    documents.grow(heavy, 90_000);

    expect(forgotten).toEqual([heavy]);
    expect(documents.use(heavy)).toBe(false);
    expect(documents.use(other)).toBe(true);
  });

  it('still tell where in the text something stands', async () => {
    const document = parse('{\n  a\n}');
    new DocumentCache(100_000).set('a', document);

    const [definition] = document.definitions;
    expect(definition?.loc).toMatchObject({ start: 0, end: 7, source: { body: '{\n  a\n}' } });
    expect(definition?.loc?.startToken).toBeUndefined();
  });
});

describe('a gateway that is asked what nobody asked before', () => {
  const distinct: Record<string, (number: number) => object> = {
    ...Object.fromEntries(
      Object.entries(shapes).map(([name, textOf]) => [name, (n: number) => ({ query: textOf(n) })]),
    ),
    'variables of one document': (n) => ({
      query:
        'query($first: Int, $filter: InstitutionFilter) { institutions(first: $first, filter: $filter) { nodes { name } totalCount } }',
      variables: { first: 1 + (n % 50), filter: { slug: { eq: `x${n}` } } },
    }),
    'names of operations in one document': (n) => ({
      query: `query A { institution(slug: "marburg") { name } } query N${n} { __typename }`,
      operationName: `N${n}`,
    }),
  };

  let gateway: Gateway;
  beforeAll(async () => {
    const environment = {
      OPERATION_CACHE_MEMORY: '400000',
      RESPONSE_CACHE_MEMORY: '200000',
      MAX_COST_PER_MINUTE: 'unlimited',
      LOG_LEVEL: 'silent',
    };
    gateway = await Gateway.over('sqlite', sites, {}, environment);
  });
  afterAll(() => gateway.end());

  it.each(Object.entries(distinct))(
    'does not grow with %s',
    async (_, bodyOf) => {
      const askAll = async (from: number, count: number): Promise<void> => {
        for (let n = from; n < from + count; n++) {
          const { status } = await gateway.get('/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(bodyOf(n)),
          });
          expect(status).toBe(200);
        }
      };
      await askAll(0, 60);
      const before = await liveBytes();

      await askAll(60, 160);

      const grown = (await liveBytes()) - before;
      expect(grown).toBeLessThan(4_000_000);
    },
    120_000,
  );
});
