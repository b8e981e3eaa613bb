/** No value of the seeds stands without evidence that names it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import { registry } from '../../src/registry';
import { isStated, type Description } from '../../src/resource/description';
import { startSeeded, type SeededGateway } from '../clients/seeded-gateway';

interface Node {
  id: string;
  evidence: { property: string | null }[];
  [field: string]: unknown;
}
interface Page {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

const schema = buildSchema(readFileSync(join(__dirname, '../../schema/schema.graphql'), 'utf8'), {
  assumeValid: true,
});

/** The slug is our own; a link states its ends and its role by existing. */
const unstated = ['slug', 'role', 'roleNote'];

function fieldsOf({ attributes, references, kind }: Description): string[] {
  const stated = attributes.filter(({ derived, name }) => !derived && !unstated.includes(name));
  const pointers = references.filter(isStated);
  const names = [...stated, ...pointers].map(({ name }) => name);
  return kind === 'resource' ? [...names, 'identifiers'] : names;
}

/** The field with what a query selects below it: one part of an object shows that there is a value. */
function selectionOf(type: GraphQLObjectType, field: string): string {
  const of = getNamedType(type.getFields()[field]?.type);
  if (!isObjectType(of)) return field;
  const part = ['id', 'value', 'amount', 'latitude', 'startsOn'].find((name) => name in of.getFields());
  return `${field} { ${part ?? '__typename'} }`;
}

/** What evidence calls a field: one identifier has a name of its own. */
const namesOf = (field: string, { uniqueIdentifiers }: Description): string[] =>
  field === 'identifiers' ? [field, ...uniqueIdentifiers.map(({ name }) => name)] : [field];

const hasValue = (value: unknown): boolean => value != null && !(Array.isArray(value) && value.length === 0);

const lists = Object.values(schema.getQueryType()?.getFields() ?? {});
const listOf = (type: string): string =>
  lists.find((field) => getNamedType(field.type).name === `${type}Connection` && field.name !== 'disputed')
    ?.name ?? '';

describe('every value of the seeds', () => {
  let gateway: SeededGateway;
  beforeAll(async () => {
    gateway = await startSeeded();
  });
  afterAll(() => gateway.stop());

  const pageOf = async (query: string, after: string | null): Promise<Page> => {
    const response = await fetch(gateway.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { after } }),
    });
    const { data, errors } = (await response.json()) as { data: { list: Page }; errors?: unknown };
    expect(errors).toBeUndefined();
    return data.list;
  };

  const classes = registry.all.filter(({ kind }) => kind !== 'source');

  it.each(classes.map((description) => [description.type, description] as const))(
    'of %s has evidence that names it',
    async (name, description) => {
      const type = schema.getType(name) as GraphQLObjectType;
      const fields = fieldsOf(description);
      const query = `query ($after: String) { list: ${listOf(name)}(first: 50, after: $after) {
        nodes { id ${fields.map((field) => selectionOf(type, field)).join(' ')} evidence { property } }
        pageInfo { hasNextPage endCursor }
      } }`;
      const unproven: string[] = [];
      let seen = 0;
      let after: string | null = null;
      for (let more = true; more;) {
        const { nodes, pageInfo }: Page = await pageOf(query, after);
        seen += nodes.length;
        for (const node of nodes) {
          const named = new Set(node.evidence.map(({ property }) => property));
          for (const field of fields)
            if (hasValue(node[field]) && !namesOf(field, description).some((each) => named.has(each)))
              unproven.push(`${Buffer.from(node.id, 'base64url').toString()}: ${field}`);
        }
        more = pageInfo.hasNextPage;
        after = pageInfo.endCursor;
      }

      expect(seen).toBeGreaterThan(0);
      expect(unproven).toEqual([]);
    },
  );
});
