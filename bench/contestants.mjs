/** Who takes part: ours in five settings, its peers, and two limits. Each answers the seven queries, or says which it cannot. */
import { postgraphileQueries } from './peers/postgraphile-queries.mjs';

const largest = String(2 ** 31 - 1);

/** Nothing is refused for asking too often; everything else is as it comes. */
const unlimited = {
  PORT: '0',
  LOG_LEVEL: 'warn',
  MAX_COST: largest,
  MAX_COST_PER_MINUTE: 'unlimited',
  MAX_REQUESTS: '1000',
};

/** Started with the flag of `npm start` (docs/operate.md, "Memory"). */
const ours = (env) => ({
  script: ['--max-semi-space-size=16', 'dist/src/commands/num-gateway.js', 'serve'],
  env: { ...unlimited, ...env },
});

const noMemory = { SHARED_READS: 'off', PLANS: 'off', ROW_CACHE_MEMORY: '0', RESPONSE_CACHE_MEMORY: '0' };

/**
 * Each has a key, a name for people, its part (`ours`, `peer`, or `limit`, which is no GraphQL server), the databases that it knows,
 * and the program that serves; `hasNeighbour`, where the subgraph of `servers/neighbour.cjs` is linked in; `queries`, where it is asked in words of its own, with how to read its answers.
 */
export const contestants = [
  {
    key: 'ours',
    name: 'ours',
    part: 'ours',
    dialects: ['postgres', 'sqlite'],
    ...ours({ RESPONSE_CACHE_MEMORY: '0' }),
  },
  {
    key: 'ours-cached',
    name: 'ours with response cache',
    part: 'ours',
    dialects: ['postgres', 'sqlite'],
    ...ours({}),
  },
  {
    key: 'ours-alone',
    name: 'ours, each request alone',
    part: 'ours',
    dialects: ['postgres', 'sqlite'],
    ...ours({ RESPONSE_CACHE_MEMORY: '0', SHARED_READS: 'off' }),
  },
  {
    key: 'ours-linked',
    name: 'ours, a neighbour linked in',
    part: 'ours',
    dialects: ['postgres', 'sqlite'],
    hasNeighbour: true,
    ...ours({ RESPONSE_CACHE_MEMORY: '0' }),
  },
  {
    key: 'ours-unplanned',
    name: 'ours without plans',
    part: 'ours',
    dialects: ['postgres', 'sqlite'],
    ...ours(noMemory),
  },
  {
    key: 'postgraphile',
    name: 'PostGraphile 5',
    part: 'peer',
    dialects: ['postgres'],
    script: ['bench/peers/postgraphile.mjs'],
    queries: postgraphileQueries,
  },
  {
    key: 'mercurius',
    name: 'Mercurius + jit',
    part: 'peer',
    dialects: ['postgres', 'sqlite'],
    script: ['bench/peers/mercurius.mjs'],
  },
  {
    key: 'yoga',
    name: 'GraphQL Yoga',
    part: 'peer',
    dialects: ['postgres', 'sqlite'],
    script: ['bench/servers/yoga.cjs'],
    env: unlimited,
  },
  {
    key: 'sql',
    name: 'hand-written SQL',
    part: 'limit',
    dialects: ['postgres', 'sqlite'],
    script: ['bench/servers/sql.mjs'],
  },
  {
    key: 'constant',
    name: 'a constant',
    part: 'limit',
    dialects: ['postgres', 'sqlite'],
    script: ['bench/servers/constant.mjs'],
    path: (query) => `/${query.name}`,
    answersOfOurs: true,
  },
];
