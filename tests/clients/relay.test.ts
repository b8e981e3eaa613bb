/** Relay's compiler takes every connection of the schema: paged by `@connection`, read anew by `@refetchable`. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getNamedType, isInterfaceType, isObjectType, isRequiredArgument, type GraphQLSchema } from 'graphql';
import { schemaOf } from '../../src/graphql/schema';
import { registry } from '../helpers/small-world';

const schemaFile = join(__dirname, '../../schema/schema.graphql');
const compiler = require.resolve('relay-compiler/cli.js');

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'num-gateway-relay-'));
  mkdirSync(join(project, 'src'));
  mkdirSync(join(project, 'artifacts'));
  copyFileSync(schemaFile, join(project, 'schema.graphql'));
  const config = {
    src: './src',
    schema: './schema.graphql',
    language: 'javascript',
    artifactDirectory: './artifacts',
  };
  writeFileSync(join(project, 'relay.config.json'), JSON.stringify(config));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

/** A connection of the schema: the type and the field where it stands, and the arguments without which it cannot be asked for. */
interface ConnectionField {
  type: string;
  field: string;
  required: { name: string; type: string }[];
}

/** Every connection of the schema. */
const connectionsOf = (schema: GraphQLSchema): ConnectionField[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
        .map((field) => ({
          type: type.name,
          field: field.name,
          required: field.args
            .filter(isRequiredArgument)
            .map((argument) => ({ name: argument.name, type: argument.type.toString() })),
        })),
    );

const fragment = (name: string, { type, field, required }: ConnectionField): string => `
  fragment ${name}_list on ${type}
  @refetchable(queryName: "${name}RefetchQuery")
  @argumentDefinitions(
    first: { type: "Int" } after: { type: "String" } last: { type: "Int" } before: { type: "String" }
    ${required.map((argument) => `${argument.name}: { type: "${argument.type}" }`).join(' ')}
  ) {
    ${field}(${required.map((argument) => `${argument.name}: $${argument.name}, `).join('')}first: $first, after: $after, last: $last, before: $before) @connection(key: "${name}__${field}") {
      edges { node { id } }
    }
  }`;

function writeModule(name: string, document: string): void {
  writeFileSync(join(project, 'src', `${name}.js`), `graphql\`${document}\`;\n`);
}

function compile(): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, 'relay.config.json'], {
    cwd: project,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

it('compiles a fragment with @connection and @refetchable for every connection, at the root and under a record', async () => {
  const connections = connectionsOf(await schemaOf(registry));
  const named = connections.map((each) => ({
    name: `${each.type}_${each.field}`.replace('_', ''),
    each,
  }));
  for (const { name, each } of named) writeModule(name, fragment(name, each));

  const { status, said } = compile();

  expect([status, said]).toEqual([0, expect.not.stringMatching(/error/i)]);
  expect(new Set(connections.map(({ type }) => type))).toEqual(
    new Set(['Query', 'Resource', ...registry.resources.map(({ type }) => type)]),
  );
  expect(readdirSync(join(project, 'artifacts')).sort()).toEqual(
    named.flatMap(({ name }) => [`${name}RefetchQuery.graphql.js`, `${name}_list.graphql.js`]).sort(),
  );
});

it('would refuse a page without its cursors, so that it is worth asking', () => {
  const schema = readFileSync(schemaFile, 'utf8');
  writeFileSync(
    join(project, 'schema.graphql'),
    schema.replaceAll('endCursor: String', 'lastCursor: String'),
  );
  writeModule(
    'Institutions',
    fragment('Institutions', { type: 'Query', field: 'institutions', required: [] }),
  );

  const { status, said } = compile();

  expect([status, said]).toEqual([expect.any(Number), expect.stringMatching(/endCursor/)]);
  expect(status).not.toBe(0);
});
