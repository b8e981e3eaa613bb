/** The emitted schema explains itself: everything in it has a description, and types keep what their interfaces promise. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  getIntrospectionQuery,
  graphql,
  GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  validateSchema,
  type GraphQLField,
  type GraphQLNamedType,
} from 'graphql';
import { catalogueSubgraph } from '../../src/federation/catalogue-subgraph';
import { schemaTexts } from '../../src/commands/schema';
import { registry } from '../helpers/small-world';

/** Everything in the schema that can carry a description, by its coordinate. */
function describable(schema: GraphQLSchema): [string, string | null | undefined][] {
  return ownTypes(schema).flatMap((type) => [[type.name, type.description], ...membersOf(type)]);
}

const ownTypes = (schema: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );

function membersOf(type: GraphQLNamedType): [string, string | null | undefined][] {
  if (isEnumType(type))
    return type.getValues().map((each) => [`${type.name}.${each.name}`, each.description]);
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((each) => [`${type.name}.${each.name}`, each.description]);
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field): [string, string | null | undefined][] => [
    [`${type.name}.${field.name}`, field.description],
    ...field.args.map((arg): [string, string | null | undefined] => [
      `${type.name}.${field.name}(${arg.name}:)`,
      arg.description,
    ]),
  ]);
}

const shape = ({ type, args, description }: GraphQLField<unknown, unknown>) => ({
  type: type.toString(),
  description,
  args: args.map((arg) => `${arg.name}: ${arg.type.toString()} "${arg.description ?? ''}"`),
});

describe('the schema', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    ({ schema } = await catalogueSubgraph(registry));
  });

  it('is valid, which no start checks again', async () => {
    const unchecked = new GraphQLSchema({ ...schema.toConfig(), assumeValid: false });

    expect(validateSchema(unchecked)).toEqual([]);
    expect((await graphql({ schema, source: getIntrospectionQuery() })).errors).toBeUndefined();
  });

  it('describes every type, field, argument, enum value and input field', () => {
    const silent = describable(schema).filter(([, description]) => !description?.trim());

    expect(silent).toEqual([]);
  });

  it('describes in whole sentences: a capital at the beginning, a mark at the end', () => {
    const broken = describable(schema).filter(
      ([, description = '']) => !/^[A-Z`"].*[.!?]$/s.test(description ?? ''),
    );

    expect(broken).toEqual([]);
  });

  it('gives every type all fields of its interfaces, with the same arguments and the same words', () => {
    const implementers = ownTypes(schema).filter(isObjectType);
    const differences = implementers.flatMap((type) =>
      type.getInterfaces().flatMap((face) =>
        Object.values(face.getFields())
          .filter((field) => {
            const own = type.getFields()[field.name];
            return !own || JSON.stringify(shape(own)) !== JSON.stringify(shape(field));
          })
          .map((field) => `${type.name}.${field.name} is not as in ${face.name}`),
      ),
    );

    expect(differences).toEqual([]);
  });

  it('makes every declared resource a Resource and every declared link a Link, and both a Node', () => {
    const facesOf = (name: string) => {
      const type = schema.getType(name);
      return isObjectType(type) ? type.getInterfaces().map((face) => face.name) : [];
    };

    for (const { type } of registry.resources) expect(facesOf(type).sort()).toEqual(['Node', 'Resource']);
    for (const { type } of registry.links) expect(facesOf(type).sort()).toEqual(['Link', 'Node']);
  });

  it('names a list of every type in the same way, each a connection with edges, nodes, pageInfo and totalCount', () => {
    const connections = ownTypes(schema)
      .filter(isObjectType)
      .filter(({ name }) => name.endsWith('Connection'));

    expect(connections.length).toBeGreaterThan(registry.resources.length);
    for (const connection of connections) {
      const node = connection.name.replace(/Connection$/, '');
      // A search finds records of any type.
      const record = node === 'Search' ? 'Resource' : node;
      const types = Object.values(connection.getFields()).map(
        ({ name, type }) => `${name}: ${type.toString()}`,
      );
      expect(types).toEqual(
        expect.arrayContaining([
          `edges: [${node}Edge!]!`,
          `nodes: [${record}!]!`,
          'pageInfo: PageInfo!',
          'totalCount: Int!',
        ]),
      );
    }
  });

  it.each(['schema.graphql', 'subgraph.graphql'])(
    'is the one that is committed as %s (npm run schema writes it anew)',
    async (file) => {
      const texts = await schemaTexts(registry);

      expect(readFileSync(join(__dirname, '../../schema', file), 'utf8')).toBe(texts[file]);
    },
  );
});
