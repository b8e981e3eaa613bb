/**
 * A subgraph that begins with its SDL, served by GraphQL Yoga: cohorts. All data is synthetic.
 * node examples/subgraphs/nukleus/server.mjs [port]
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { URL } from 'node:url';
import { createSchema, createYoga } from 'graphql-yoga';

const sdl = readFileSync(new URL('schema.graphql', import.meta.url), 'utf8');

/** The directives that the SDL links to, and what every subgraph has beside its graph. */
const federation = `
  scalar _Any
  scalar federation__FieldSet
  directive @link(url: String!, import: [String]) repeatable on SCHEMA
  directive @key(fields: federation__FieldSet!) repeatable on OBJECT
  union _Entity = Cohort | Infrastructure | Scanner
  type _Service { sdl: String! }
  extend type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }`;

/** SYNTHETIC: no such cohorts exist. */
const cohorts = [
  {
    id: 'synthetic-cohort-1',
    title: 'Synthetic cohort of adults',
    participants: 250,
    infrastructure: { slug: 'nukleus' },
    scanners: [{ id: 'synthetic-ct-1' }, { id: 'synthetic-ct-2' }],
  },
  {
    id: 'synthetic-cohort-2',
    title: 'Synthetic cohort of children',
    participants: 80,
    infrastructure: { slug: 'nukleus' },
    scanners: [{ id: 'synthetic-mri-1' }],
  },
];

const resolvers = {
  Query: {
    cohorts: () => cohorts,
    _service: () => ({ sdl }),
    _entities: (_, { representations }) =>
      representations.map((each) =>
        each.__typename === 'Cohort' ? (cohorts.find(({ id }) => id === each.id) ?? null) : each,
      ),
  },
  _Entity: { __resolveType: (entity) => entity.__typename ?? 'Cohort' },
  Infrastructure: {
    cohorts: ({ slug }) => cohorts.filter(({ infrastructure }) => infrastructure.slug === slug),
  },
  Scanner: {
    cohorts: ({ id }) => cohorts.filter(({ scanners }) => scanners.some((scanner) => scanner.id === id)),
  },
};

const yoga = createYoga({
  schema: createSchema({ typeDefs: [sdl, federation], resolvers }),
  logging: false,
  landingPage: false,
});

const server = createServer(yoga);
server.listen(Number(process.argv[2] ?? 4012), '127.0.0.1', () => {
  console.log(`nukleus (synthetic data) is ready: http://127.0.0.1:${server.address().port}/graphql`);
});
process.on('SIGTERM', () => process.exit());
