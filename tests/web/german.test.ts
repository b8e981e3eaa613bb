// What GraphiQL says in German beside the texts of its own parts: the docs of the root type, and what the codes of errors mean.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getNamedType, introspectionFromSchema } from 'graphql';
import { germanErrors } from '../../src/web/graphiql/answer/german-errors';
import { germanOf, inGerman } from '../../src/web/graphiql/german-schema';

const root = join(__dirname, '../..');
const schema = buildSchema(readFileSync(join(root, 'schema/schema.graphql'), 'utf8'));

it('every field of the root has a German text, and no other text has changed', () => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const without = fields.filter(({ name, type }) => germanOf(name, getNamedType(type).name) === undefined);
  expect(without.map(({ name }) => name)).toEqual([]);

  const english = introspectionFromSchema(schema);
  const german = inGerman({ data: english as unknown as Record<string, unknown> })
    .data as unknown as typeof english;
  const changed = german.__schema.types.filter((type, index) => type !== english.__schema.types[index]);
  expect(changed.map(({ name, description }) => [name, description])).toEqual([
    ['Query', expect.stringContaining('Was gefragt werden kann')],
  ]);
  const [query] = changed;
  const texts = query?.kind === 'OBJECT' ? query.fields.map(({ description }) => description) : [];
  expect(texts).toContain(
    'Einrichtungen: alle Einträge dieser Klasse, seitenweise, mit Filtern, Facetten und Reihenfolge.',
  );
  // Linked graphs have fields of which we know nothing.
  expect(germanOf('constructor', 'Product')).toBeUndefined();
});

it('every code that the gateway answers has a German text', () => {
  const found = execFileSync('git', ['grep', '-hoE', "code(:| =) '[A-Z_]{4,}'", '--', 'src'], { cwd: root });
  const codes = new Set(
    found
      .toString()
      .split('\n')
      .map((line) => /'([A-Z_]+)'/.exec(line)?.[1])
      .filter((code) => code !== undefined),
  );
  expect(codes.size).toBeGreaterThan(15);
  expect([...codes].filter((code) => !(code in germanErrors))).toEqual([]);
});
