/** What always holds of `_entities`: any mixture is answered as look-ups by id would be, in order, in few statements. */
import fc from 'fast-check';
import { answer, publicUrl } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { listening } from '../helpers/listening';
import { runs } from '../helpers/property-runs';
import { SmallWorld } from '../helpers/small-world';
import { entitiesQuery, idOf, world } from './world';

interface Subject {
  type: string;
  id: string;
  /** What a representation may hold, by key. */
  keys: Record<string, string>;
}

const resource = (type: string, path: string, slug: string, unique = {}): Subject => ({
  type,
  id: idOf(path, slug),
  keys: { id: idOf(path, slug), iri: `${publicUrl}/${path}/${slug}`, slug, ...unique },
});

const participation = (tail: string): Subject => {
  const id = idOf('participations', tail);
  return { type: 'Participation', id, keys: { id } };
};

const subjects: Subject[] = [
  resource('Institution', 'institutions', 'marburg', { miiSiteCode: 'UKMR' }),
  resource('Institution', 'institutions', 'giessen', { miiSiteCode: 'UKGI' }),
  resource('Institution', 'institutions', 'kiel'),
  resource('Institution', 'institutions', 'unknown', { miiSiteCode: 'UNKNOWN' }),
  resource('Infrastructure', 'infrastructures', 'racoon'),
  resource('Infrastructure', 'infrastructures', 'unknown'),
  resource('Dataset', 'datasets', 'alone', { doi: '10.1/alone' }),
  resource('Dataset', 'datasets', 'one'),
  resource('Dataset', 'datasets', 'with\0nul', { doi: '10.1/\0' }),
  participation('marburg/racoon/participates'),
  participation('marburg/racoon/unknown'),
];

/** A subject, by one or several of its keys. */
const asked = fc.constantFrom(...subjects).chain((subject) =>
  fc.record({
    subject: fc.constant(subject),
    keys: fc.subarray(Object.keys(subject.keys), { minLength: 1 }),
  }),
);

const representation = ({ subject, keys }: { subject: Subject; keys: string[] }) => ({
  __typename: subject.type,
  ...Object.fromEntries(keys.map((key) => [key, subject.keys[key]])),
});

const fields = 'id ... on Resource { slug name } ... on Link { kind startsOn }';
const everyType = ['Institution', 'Infrastructure', 'Dataset', 'Participation'];
const selection = `... on Node { ${fields} }`;

describeOnEachDatabase('entities', (dialect) => {
  let small: SmallWorld;
  let nodes: Map<string, unknown>;

  beforeAll(async () => {
    small = await SmallWorld.of(dialect, world);
    const ids = subjects.map(({ id }) => id).filter((id) => !id.includes('\0'));
    const { nodes: found } = await answer<{ nodes: unknown[] }>(
      small,
      `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ${fields} } }`,
      { variables: { ids } },
    );
    nodes = new Map(ids.map((id, index) => [id, found[index]]));
  });
  afterAll(() => small.end());

  it('are the same as nodes, in the order asked, in one statement for each type and kind of key', async () => {
    expect([...nodes.values()].filter(Boolean)).toHaveLength(7);
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { maxLength: 40 }), async (all) => {
        const reader = listening(small.store);
        const { _entities } = await answer<{ _entities: unknown[] }>(small, entitiesQuery(selection), {
          variables: { representations: all.map(representation) },
          reader,
        });

        expect(_entities).toEqual(all.map(({ subject }) => nodes.get(subject.id) ?? null));
        // The id, the address and the slug lead to the same key. The keys of an Institution and a Dataset by their identifiers are
        // looked up first, and read afterwards.
        expect(reader.statements.length).toBeLessThanOrEqual(everyType.length + 2 * 2);
      }),
      { numRuns: runs(150) },
    );
  });
});
