/** Who may import whom, as docs/architecture.md draws it; src/cache/, src/config/, src/errors.ts, src/maps.ts, src/retry-after.ts, src/url.ts and src/words.ts are open to all. */
const core = ['vocabulary', 'resource'];
const readers = ['catalogue', 'store', 'query', 'rdf', 'intake'];
const faces = ['graphql', 'federation'];
const below = {
  vocabulary: [],
  resource: ['vocabulary'],
  ...Object.fromEntries(readers.map((folder) => [folder, core])),
  graphql: [...core, ...readers],
  federation: [...core, ...readers, 'graphql'],
  telemetry: [...core, 'query'],
  export: [...core, 'query', 'rdf'],
  harvest: [...core, 'query', 'rdf', 'intake'],
  'web/pictures': ['vocabulary'],
  'web/pages': [...core, 'web/pictures'],
  'web/islands': ['web/pages'],
  http: [...core, ...readers, ...faces, 'telemetry', 'web/pages'],
};

const openToAll = '(cache/|config/|(errors|maps|retry-after|url|words)\\.ts$)';

const oneOf = (names) => `(${names.join('|')})`;

const layers = Object.entries(below).map(([folder, allowed]) => ({
  name: `layer-${folder}`,
  comment: `src/${folder} builds on ${allowed.join(', ') || 'nothing'} and knows nothing of what builds on it.`,
  severity: 'error',
  from: { path: `^src/${folder}/`, ...(folder === 'intake' && { pathNot: '^src/intake/.*mapping' }) },
  to: { path: '^src/', pathNot: `^src/(${oneOf([folder, ...allowed])}/|${openToAll})` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'layer-intake-mapping',
      comment: 'A mapping of the intake may also name the catalogue, whose records it makes.',
      severity: 'error',
      from: { path: '^src/intake/.*mapping' },
      to: {
        path: '^src/',
        pathNot: `^src/(${oneOf(['intake', 'catalogue', ...core])}/|${openToAll})`,
      },
    },
    {
      name: 'layer-app',
      comment: 'The composition roots serve the start and the commands, and know neither.',
      severity: 'error',
      from: { path: '^src/(supergraph-)?app\\.ts$' },
      to: { path: '^src/(main\\.ts$|commands/)' },
    },
    {
      name: 'layer-main',
      comment: 'The start is called by the command `serve`, and knows no command.',
      severity: 'error',
      from: { path: '^src/main\\.ts$' },
      to: { path: '^src/commands/' },
    },
    {
      name: 'open-to-all',
      comment:
        'What everybody may import builds on nothing of ours; the configuration only has errors of its own.',
      severity: 'error',
      from: { path: `^src/${openToAll}` },
      to: { path: '^src/', pathNot: `^src/${openToAll}` },
    },
    {
      name: 'web-apart',
      comment:
        'GraphiQL speaks to the server over HTTP only; it shares vocabularies and pictures with the pages.',
      severity: 'error',
      from: { path: '^src/web/', pathNot: '^src/web/(pages|pictures|islands)/' },
      to: { path: '^src/', pathNot: '^src/(web/(?!pages/)|vocabulary/)' },
    },
    {
      name: 'server-apart',
      comment:
        'The server hands out the built GraphiQL and imports none of its sources; only the routes render pages of records.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(web|http)/' },
      to: { path: '^src/web/' },
    },
    {
      name: 'pages-by-query',
      comment: 'A page shows what a query answers; it reads nothing itself.',
      severity: 'error',
      from: { path: '^src/web/(pages|pictures)/' },
      to: { path: '(^|node_modules/)(express|node:|@types/node)' },
    },
    {
      name: 'database-in-store',
      comment:
        'Only the store and the declarations know the database packages, so that a driver can be replaced in one place.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(store|resource)/' },
      to: { path: '(^|node_modules/)(@types/)?(typeorm|pg|sqlite3)(/|$)' },
    },
    {
      name: 'type-graphql-in-graphql',
      comment: 'Only the faces know the schema library; declarations stay descriptions.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(graphql|federation)/' },
      to: { path: '(^|node_modules/)type-graphql(/|$)' },
    },
    {
      name: 'no-tests',
      comment: 'What runs does not need what tests it.',
      severity: 'error',
      from: { path: '^(src/|ormconfig)' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-circles',
      comment:
        'No module waits for itself; the classes of the catalogue may, as they name each other in functions called later.',
      severity: 'error',
      from: { pathNot: '^src/catalogue/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A module that nothing imports and that imports nothing is forgotten.',
      severity: 'error',
      from: { orphan: true, pathNot: '(\\.d\\.ts$|^src/web/islands/)' },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere would slip through every rule above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Type-only imports count as well.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
