/** Links under a record: by role, kind and direction. */
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';

const name = { en: 'x' };
const participates = (institution: string, role: string) => ({ institution, infrastructure: 'racoon', role });

const records = {
  Institution: ['bonn', 'marburg'].map((slug) => ({ slug, name, kind: 'UNIVERSITY_MEDICAL_CENTRE' })),
  Infrastructure: ['racoon', 'lonely'].map((slug) => ({ slug, name })),
  Project: [{ slug: 'covid', name }],
  Participation: [
    participates('marburg', 'PARTICIPATES'),
    participates('marburg', 'SUPPLIES_DATA'),
    participates('bonn', 'COORDINATES'),
  ],
  Usage: [
    { project: 'covid', infrastructure: 'racoon', role: 'USES' },
    { project: 'covid', infrastructure: 'racoon', role: 'DEVELOPS' },
  ],
  Relation: [
    { from: 'infrastructures/racoon', to: 'infrastructures/racoon', role: 'PREDECESSOR_OF' },
    { from: 'projects/covid', to: 'infrastructures/racoon', role: 'PREDECESSOR_OF' },
    { from: 'institutions/bonn', to: 'infrastructures/racoon', role: 'PREDECESSOR_OF' },
    { from: 'institutions/marburg', to: 'infrastructures/racoon', role: 'PARTNER_OF' },
  ],
};

interface Listed {
  list: { totalCount: number; nodes: unknown[] };
}

describeOnEachDatabase('the links of a record', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  const ofRacoon = async (field: string, shown: string) => {
    const { infrastructure } = await answer<{ infrastructure: Listed }>(
      world,
      `{ infrastructure(slug: "racoon") { list: ${field} { totalCount nodes { ${shown} } } } }`,
    );
    expect(infrastructure.list.totalCount).toBe(infrastructure.list.nodes.length);
    return infrastructure.list.nodes;
  };

  it('can be narrowed to some roles', async () => {
    const some = await ofRacoon('participations(roles: [COORDINATES, SUPPLIES_DATA])', 'role');
    const any = await ofRacoon('participations(roles: null)', 'role');

    expect(some).toEqual([{ role: 'COORDINATES' }, { role: 'SUPPLIES_DATA' }]);
    expect(any).toHaveLength(3);
  });

  it('are kept apart when one request narrows them in several ways', async () => {
    const { infrastructure } = await answer<{ infrastructure: unknown }>(
      world,
      `{ infrastructure(slug: "racoon") {
        all: participations { totalCount nodes { role } }
        some: participations(roles: [COORDINATES]) { totalCount nodes { role } }
      } }`,
    );

    expect(infrastructure).toMatchObject({
      all: { totalCount: 3, nodes: { length: 3 } },
      some: { totalCount: 1, nodes: [{ role: 'COORDINATES' }] },
    });
  });

  it('lead to each record once, however many links lead there', async () => {
    const sites = await ofRacoon('institutions', 'slug');
    const suppliers = await ofRacoon('institutions(roles: [SUPPLIES_DATA, HOSTS_CENTRE])', 'slug');
    const projects = await ofRacoon('projects', 'slug');

    expect(sites).toEqual([{ slug: 'bonn' }, { slug: 'marburg' }]);
    expect(suppliers).toEqual([{ slug: 'marburg' }]);
    expect(projects).toEqual([{ slug: 'covid' }]);
  });

  it('lead to records of any type where the list says so, and only in its roles', async () => {
    const predecessors = await ofRacoon('predecessors', '__typename slug');

    expect(predecessors).toEqual([
      { __typename: 'Infrastructure', slug: 'racoon' },
      { __typename: 'Institution', slug: 'bonn' },
      { __typename: 'Project', slug: 'covid' },
    ]);
  });

  it('of all kinds are listed together, and a link of the record to itself counts once', async () => {
    const kinds = await ofRacoon('links', 'kind');

    expect(kinds).toEqual(
      [
        ...['PARTICIPATION', 'PARTICIPATION', 'PARTICIPATION'],
        ...['RELATION', 'RELATION', 'RELATION', 'RELATION'],
        ...['USAGE', 'USAGE'],
      ].map((kind) => ({ kind })),
    );
  });

  it('can be narrowed to some kinds', async () => {
    expect(await ofRacoon('links(kinds: [USAGE])', 'kind')).toEqual([{ kind: 'USAGE' }, { kind: 'USAGE' }]);
    expect(await ofRacoon('links(kinds: [AWARD])', 'kind')).toEqual([]);
    expect(await ofRacoon('links(kinds: null)', 'kind')).toHaveLength(9);
  });

  it('can be narrowed to one direction; a link of the record to itself leads both ways', async () => {
    const itself = { from: { slug: 'racoon' }, to: { slug: 'racoon' } };

    const outgoing = await ofRacoon('links(direction: OUTGOING)', 'from { slug } to { slug }');
    const incoming = await ofRacoon('links(direction: INCOMING)', 'from { slug } to { slug }');

    expect(outgoing).toEqual([itself]);
    expect(incoming).toHaveLength(9);
    expect(incoming).toContainEqual(itself);
  });

  it('belong to each of the two records that they connect', async () => {
    const links = await answer(
      world,
      `{
        infrastructures { nodes { slug links(kinds: [PARTICIPATION]) { totalCount } } }
        institutions { nodes { slug links(kinds: [PARTICIPATION]) { totalCount } } }
      }`,
    );

    const counted = (slug: string, totalCount: number) => ({ slug, links: { totalCount } });
    expect(links).toEqual({
      infrastructures: { nodes: [counted('lonely', 0), counted('racoon', 3)] },
      institutions: { nodes: [counted('bonn', 1), counted('marburg', 2)] },
    });
  });
});
