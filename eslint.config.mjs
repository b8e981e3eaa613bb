import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const environmentOnlyInConfig = 'Read the environment in src/config/index.ts and hand the value on.';

/** On Node 20 and 22 it says no to letters such as "ö" once V8 has optimized its caller. */
const canParseOfNode = {
  object: 'URL',
  property: 'canParse',
  message: 'Call parseUrl of src/url.ts, which is right about letters such as "ö".',
};

/** Apollo Federation begins the names of what routers ask for with an underscore. */
const withUnderscores = ({ rules }) => {
  const [severity, options] = rules['@graphql-eslint/naming-convention'];
  return [severity, { ...options, allowLeadingUnderscore: true }];
};

export default defineConfig(
  // The client of gql.tada has types only once its test has made them.
  globalIgnores(['dist/', '.cache/', 'coverage/', 'data/', 'bench/.data/', 'tests/clients/gql-tada/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { rules: { eqeqeq: ['error', 'always', { null: 'ignore' }] } },

  {
    files: ['**/*.{ts,mts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['vite.config.mts', 'tools/pages-build/*.mts'] },
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // A class that only carries decorators is a declaration.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // TypeORM and others declare the shape of their options as a class, and mean a plain object.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Resolvers are async even without await: a synchronous throw would null a whole list.
      '@typescript-eslint/require-await': 'off',
    },
  },

  {
    files: ['src/**'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: environmentOnlyInConfig },
        canParseOfNode,
      ],
      'no-restricted-imports': [
        'error',
        ...['process', 'node:process'].map((name) => ({
          name,
          importNames: ['env'],
          message: environmentOnlyInConfig,
        })),
      ],
    },
  },
  { files: ['src/commands/**'], rules: { 'no-console': 'off' } },
  // A migration stays as it was reviewed.
  { files: ['src/store/migrations/**'], rules: { 'max-lines': 'off' } },
  { files: ['src/config/index.ts'], rules: { 'no-restricted-properties': ['error', canParseOfNode] } },
  {
    // GraphiQL's hooks hand out objects of actions, made to be taken apart.
    files: ['src/web/**'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },

  {
    files: ['**/*.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: {
        graphQLConfig: { schema: 'schema/schema.graphql', documents: 'schema/examples/*.graphql' },
      },
    },
  },
  {
    files: ['schema/schema.graphql'],
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      '@graphql-eslint/naming-convention': withUnderscores(graphql.configs['flat/schema-recommended']),
      // Short lists that are always wanted whole, such as evidence and identifiers, are plain lists.
      '@graphql-eslint/relay-edge-types': [
        'error',
        // A change is no node: it has no identity beside that of what began or ended, which may be listed twice.
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
      '@graphql-eslint/strict-id-in-types': [
        'error',
        {
          acceptedIdNames: ['id'],
          acceptedIdTypes: ['ID'],
          exceptions: {
            suffixes: ['Connection', 'Edge', 'Aggregate', 'Group'],
            // Values without an identity: they are read as part of a record and never by themselves.
            types: [
              '_Service',
              'AssessedStatement',
              'Catalogue',
              'Change',
              'Checksum',
              'ClassCount',
              'Cost',
              'Coverage',
              'CoverageAnswer',
              'CoverageContact',
              'CoverageProof',
              'CoverageRequirement',
              'CoverageValue',
              'CoveredInstitution',
              'DateSpan',
              'Dispute',
              'Evidence',
              'Facet',
              'FacetBucket',
              'FairAssessment',
              'FairTest',
              'GeoPoint',
              'Graph',
              'GraphNode',
              'GroupAxis',
              'GroupKey',
              'Harvest',
              'HarvestedDocument',
              'HarvestFinding',
              'HarvestFindingCounts',
              'HarvestPhase',
              'Identifier',
              'Import',
              'IntSpan',
              'LinkCandidate',
              'LinkProposal',
              'ListCompleteness',
              'ListReadiness',
              'Matrix',
              'MatrixCell',
              'MissingStatement',
              'Money',
              'MoneySums',
              'NextStep',
              'Origin',
              'OtherName',
              'PageInfo',
              'Path',
              'PathResult',
              'PathStep',
              'PeriodOfTime',
              'Readiness',
              'ReadinessFinding',
              'SearchConcept',
              'SearchCorrection',
              'SearchFragment',
              'SearchFragmentPart',
              'SearchHighlight',
              'SearchTypeCount',
              'SourceFailing',
              'SourceHarvest',
              'Subgraph',
              'SubgraphContribution',
              'SubgraphError',
              'SubgraphLatency',
              'Text',
            ],
          },
        },
      ],
    },
  },
  {
    files: ['schema/examples/*.graphql'],
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      '@graphql-eslint/naming-convention': withUnderscores(graphql.configs['flat/operations-recommended']),
      // A client with a cache selects ids; the examples are read by people.
      '@graphql-eslint/require-selections': 'off',
    },
  },

  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        module: 'writable',
        require: 'readonly',
        process: 'readonly',
        console: 'readonly',
        AbortController: 'readonly',
      },
    },
  },
);
