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
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
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

interface ConnectionField {
  type: string;
  field: string;
  /** What the field cannot be asked without, with some value. */
  required: string;
  /** What of a record tells it from others: its id, if it has one. */
  identity: string;
}

const someValues: Record<string, string> = { Date: '"2024-01-01"', String: '"x"', ID: '"x"' };

function connectionField(type: string, field: GraphQLField<unknown, unknown>): ConnectionField {
  const required = field.args
    .filter(isRequiredArgument)
    .map((arg) => `${arg.name}: ${someValues[getNamedType(arg.type).name] ?? 'null'}, `);
  const connection = getNamedType(field.type);
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
  const node = nodes && getNamedType(nodes.type);
  const hasId = (isObjectType(node) || isInterfaceType(node)) && 'id' in node.getFields();
  return { type, field: field.name, required: required.join(''), identity: hasId ? 'id' : '__typename' };
}

/** Every connection of the schema, by the type and the field where it stands. */
const connectionsOf = (schema: GraphQLSchema): ConnectionField[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
        .map((field) => connectionField(type.name, field)),
    );

const fragment = (name: string, { type, field, required, identity }: ConnectionField): string => `
  fragment ${name}_list on ${type}
  @refetchable(queryName: "${name}RefetchQuery")
  @argumentDefinitions(
    first: { type: "Int" } after: { type: "String" } last: { type: "Int" } before: { type: "String" }
  ) {
    ${field}(${required}first: $first, after: $after, last: $last, before: $before) @connection(key: "${name}__${field}") {
      edges { node { ${identity} } }
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
  const named = connections.map((connection) => ({
    name: `${connection.type}_${connection.field}`.replace('_', ''),
    connection,
  }));
  for (const { name, connection } of named) writeModule(name, fragment(name, connection));

  const { status, said } = compile();

  expect([status, said]).toEqual([0, expect.not.stringMatching(/error/i)]);
  expect(new Set(connections.map(({ type }) => type))).toEqual(
    new Set(['Query', 'Resource', 'Source', ...registry.resources.map(({ type }) => type)]),
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
    fragment('Institutions', { type: 'Query', field: 'institutions', required: '', identity: 'id' }),
  );

  const { status, said } = compile();

  expect([status, said]).toEqual([expect.any(Number), expect.stringMatching(/endCursor/)]);
  expect(status).not.toBe(0);
});
