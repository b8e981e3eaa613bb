/** What a steward writes in YAML means what it says, or is refused before anything is written. */
import sql from 'sql-template-tag';
import { Loaders } from '../../src/query/loaders';
import { SmallWorld } from '../helpers/small-world';
import { importFiles, problemsOf } from './steward';

let world: SmallWorld;
beforeEach(async () => {
  world = await SmallWorld.of('sqlite', {});
});
afterEach(() => world.end());

const probe = (...fields: string[]): string => `Institution:
  - slug: probe
    name: { de: Probe }
    kind: NETWORK
    ${fields.join('\n    ')}
    evidence:
      - source: register
        confidence: INFERRED
`;
const probed = () => new Loaders(world.store, world.registry).record('institutions/probe');

it('tags that a program would have to resolve are refused, each file with its first, and nothing is written', async () => {
  const problems = await problemsOf(world, {
    'zz-tag.yaml': `Institution:
  - slug: probe-tag
    name: { de: !include name.txt, en: !secret site_name }
    kind: NETWORK
    city: !env CITY
    evidence:
      - source: register
        confidence: INFERRED
`,
  });

  expect(problems).toEqual([
    {
      file: 'seeds/zz-tag.yaml',
      line: 3,
      column: 17,
      message: 'The tag "!include" is not understood.',
      remedy: 'Write the value out, without the tag.',
    },
  ]);
  expect(await world.store.read(sql`SELECT slug FROM institution`)).toEqual([]);
});

it('a thousand as Germans write it is refused with the number that was meant, and nothing is written', async () => {
  const problems = await problemsOf(world, { 'zz-dot.yaml': probe('numberOfMembers: 1.000') });

  expect(problems).toMatchObject([
    {
      file: 'seeds/zz-dot.yaml',
      line: 5,
      column: 5,
      message: 'Institution "probe": "numberOfMembers" is not usable.',
      remedy: 'It takes a whole number from 0 to 2147483647, in digits only: 1000 without quotes, not 1.000.',
    },
  ]);
  expect(await probed()).toBeNull();
});

it.each([
  ['digits', 'numberOfMembers: 1000', { numberOfMembers: 1000 }],
  ['none at all', 'numberOfMembers: 0', { numberOfMembers: 0 }],
  ['the largest', 'numberOfMembers: 2147483647', { numberOfMembers: 2147483647 }],
  [
    'degrees with zeros at their end',
    'location: { latitude: 50.800, longitude: -8 }',
    { location: { latitude: 50.8, longitude: -8, precision: null } },
  ],
  ['a text that a tag makes one', 'city: !!str 1.000', { city: '1.000' }],
  ['words that older YAML took for values', 'city: no', { city: 'no' }],
  [
    'a value by its alias',
    'city: &town Marburg\n    description: { de: *town }',
    { city: 'Marburg', description: { de: 'Marburg' } },
  ],
])('%s are read as they stand', async (_what, field, read) => {
  await importFiles(world, { 'a.yaml': probe(field) });

  expect(await probed()).toMatchObject(read);
});

it.each([
  ['whole', '3800', '3800'],
  ['with tenths', '3.8', '3.80'],
  ['with cents', '3.80', '3.80'],
  ['of millions with cents', '1234567890123.45', '1234567890123.45'],
  ['of as much as is kept', '9999999999999.99', '9999999999999.99'],
])('money %s is read as it stands', async (_what, amount, read) => {
  await importFiles(world, {
    'a.yaml': `Project: [{ slug: p, name: { de: P }, amount: { amount: ${amount}, currency: EUR }, evidence: [{ source: register, confidence: INFERRED }] }]`,
  });

  const project = await new Loaders(world.store, world.registry).record('projects/p');
  expect(project).toMatchObject({ amount: { amount: read, currency: 'EUR' } });
});

it('a mark of the byte order at the beginning and the version that is read are no fault, and move no place', async () => {
  const written = `\uFEFF%YAML 1.2\n---\n${probe('city: "Marburg"')}`;
  await importFiles(world, { 'a.yaml': written });
  expect(await probed()).toMatchObject({ city: 'Marburg' });

  const [problem] = await problemsOf(world, { 'a.yaml': written.replace('"Marburg"', '!env CITY') });
  expect(problem).toMatchObject({ line: 7, column: 11 });
});

it('aliases of aliases without end are refused', async () => {
  const names = ['a', 'b', 'c', 'd', 'e'].map((name, index, all) => {
    const items = index === 0 ? 'x' : `*${all[index - 1] ?? ''}`;
    return `k${name}: &${name} [${Array(10).fill(items).join(', ')}]`;
  });

  const [problem] = await problemsOf(world, { 'a.yaml': probe(...names) });

  expect(problem?.message).toMatch(/^It is not YAML: Excessive alias count/);
});
