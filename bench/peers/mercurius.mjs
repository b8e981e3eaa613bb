/** Mercurius on Fastify with graphql-jit and hand-written loaders: one batch for each field, whatever the number of parents. */
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { schema } from './mercurius-schema.mjs';

const { Buffer } = globalThis;
const databaseUrl = process.env.DATABASE_URL;

const { read, readBelow, readById } = databaseUrl.startsWith('sqlite:')
  ? (await import('./mercurius-sqlite.mjs')).sqlite(databaseUrl.slice('sqlite:'.length))
  : (await import('./mercurius-postgres.mjs')).postgres(databaseUrl);

const keyOf = (id) => Buffer.from(id, 'base64url').toString();
const idOf = ({ id }) => Buffer.from(id).toString('base64url');

/** A text in German, or in English where there is none. */
function german(stored) {
  if (stored === null) return null;
  const { de, en } = JSON.parse(stored);
  return de ?? en ?? null;
}

const name = (row) => german(row.name);

/** A page of all datasets, and one more row, which tells whether there is another page. Our cursors hold the key. */
async function page(first, after) {
  const rows = await read('datasets', after ? JSON.parse(keyOf(after))[1] : '', first + 1);
  return { nodes: rows.slice(0, first), pageInfo: { hasNextPage: rows.length > first } };
}

async function found(text, first) {
  const nodes = await read('search', text.toLowerCase(), first);
  return { nodes, totalCount: nodes[0]?.total ?? 0 };
}

async function narrowed({ kind, numberOfRecords }, { field, direction }, first) {
  return { nodes: await read(`narrowed ${field} ${direction}`, kind.eq, numberOfRecords.gte, first) };
}

/** How many datasets have which kind and access rights: read once for the total and all facets of a request. */
function ofKind(kind, first) {
  let groups;
  return {
    kind,
    nodes: () => read('datasetsOfKind', kind, first),
    groups: () => (groups ??= read('groups')),
  };
}

const columns = { ACCESS_RIGHTS: 'access_rights', KIND: 'kind' };

function bucketsOf(groups, column) {
  const counts = new Map();
  for (const group of groups)
    if (group[column] !== null) counts.set(group[column], (counts.get(group[column]) ?? 0) + group.count);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, 10);
}

const resolvers = {
  Query: {
    institutions: async (_, { first }) => ({ nodes: await read('institutions', first) }),
    infrastructures: async (_, { first }) => ({ nodes: await read('infrastructures', first) }),
    dataset: async (_, { id }) => (await read('dataset', keyOf(id)))[0] ?? null,
    datasets: (_, { first, after, filter, orderBy, search }) => {
      if (search) return found(search, first);
      if (orderBy) return narrowed(filter, orderBy[0], first);
      return filter?.kind?.eq ? ofKind(filter.kind.eq, first) : page(first, after);
    },
  },
  Institution: { id: idOf, name },
  Infrastructure: { id: idOf, name },
  Dataset: {
    id: idOf,
    name,
    description: ({ description }) => german(description),
    accessRights: (row) => row.access_rights,
    issuedOn: (row) => row.issued_on,
    numberOfRecords: (row) => row.number_of_records,
    keywords: ({ keywords }) => (keywords === null ? [] : JSON.parse(keywords)),
  },
  DatasetConnection: {
    // graphql-jit does not call functions that stand in place of a value.
    nodes: ({ nodes }) => (typeof nodes === 'function' ? nodes() : nodes),
    totalCount: async ({ totalCount, kind, groups }) =>
      totalCount ??
      (await groups()).reduce((total, group) => total + (group.kind === kind ? group.count : 0), 0),
    facets: async ({ kind, groups }, { by, excludeOwnFilter }) => {
      const all = await groups();
      return by.map((facet) => {
        const counted =
          facet === 'KIND' && excludeOwnFilter ? all : all.filter((group) => group.kind === kind);
        return { buckets: bucketsOf(counted, columns[facet]) };
      });
    },
  },
};

/** Without the cache of Mercurius' loaders, which would write each parent as a text to compare it. */
const uncached = (loader) => ({ loader, opts: { cache: false } });
const one = (statement, column) =>
  uncached(async (queries) =>
    readById(
      statement,
      queries.map(({ obj }) => obj[column]),
    ),
  );
const listOf = (statement) =>
  uncached(async (queries) => {
    const parents = (first) =>
      queries.filter(({ params }) => params.first === first).map(({ obj }) => obj.id);
    const lists = new Map();
    for (const first of new Set(queries.map(({ params }) => params.first)))
      lists.set(first, (await readBelow(statement, parents(first), first)).values());
    return queries.map(({ params }) => ({ nodes: lists.get(params.first).next().value }));
  });

const loaders = {
  Institution: { participations: listOf('participationsOfInstitutions') },
  Infrastructure: {
    participations: listOf('participationsOfInfrastructures'),
    datasets: listOf('datasetsOfInfrastructures'),
  },
  Participation: {
    institution: one('institutionsById', 'source_id'),
    infrastructure: one('infrastructuresById', 'target_id'),
  },
  Dataset: {
    infrastructures: listOf('infrastructuresOfDatasets'),
    institutions: listOf('institutionsOfDatasets'),
  },
};

const app = Fastify({ logger: false });
await app.register(mercurius, { schema, resolvers, loaders, jit: 1 });
await app.listen({ port: 0, host: '127.0.0.1' });
console.log(`http://127.0.0.1:${app.server.address().port}`);
