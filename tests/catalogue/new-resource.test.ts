/**
 * A new resource is one file and one line: what docs/how-to-add-a-resource.md promises, done here with a biobank.
 * A process has one schema, and this one another than the rest: it has an environment of its own.
 * @jest-environment node
 */
import { catalogue } from '../../src/catalogue';
import { Registry } from '../../src/resource/registry';
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';
import { Biobank, migrate, records } from './biobank';

/** The one line. */
const withBiobanks = new Registry([...catalogue, Biobank]);

describeOnEachDatabase('a biobank that was declared in one file and listed in one line', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, {}, withBiobanks);
    await migrate(world, withBiobanks);
    await world.add(records);
  });
  afterAll(() => world.end());

  it('is found by slug, with its attributes, its institution and its projects', async () => {
    const { biobank } = await answer<{ biobank: unknown }>(
      world,
      `{ biobank(slug: "north") {
        name(language: DE) iri kind numberOfSamples acronym
        institution { slug } projects { nodes { slug } } relations { nodes { role } } identifiers { value }
      } }`,
    );

    expect(biobank).toEqual({
      name: 'Nördliche Biobank',
      iri: 'https://num.example.org/biobanks/north',
      kind: 'BLOOD',
      numberOfSamples: 500,
      acronym: null,
      institution: { slug: 'greifswald' },
      projects: { nodes: [{ slug: 'napkon' }] },
      relations: { nodes: [{ role: 'PARTNER_OF' }] },
      identifiers: [{ value: 'https://ror.org/025vngs54' }],
    });
  });

  it('is found by id, by web address and by identifier', async () => {
    const found = await answer(
      world,
      `{
        node(id: "${Buffer.from('biobanks/north').toString('base64url')}") { __typename ... on Biobank { slug } }
        resourceByIri(iri: "https://num.example.org/biobanks/north") { slug }
        resourcesByIdentifier(scheme: ROR, value: "025vngs54") { slug }
      }`,
    );

    expect(found).toEqual({
      node: { __typename: 'Biobank', slug: 'north' },
      resourceByIri: { slug: 'north' },
      resourcesByIdentifier: [{ slug: 'north' }],
    });
  });

  it.each([
    ['NAME', ['south', 'north', 'west']],
    ['NUMBER_OF_SAMPLES', ['west', 'north', 'south']],
    ['KIND', ['north', 'west', 'south']],
  ])('stands in a list, and can be ordered by %s', async (field, slugs) => {
    const { biobanks } = await answer<{ biobanks: unknown }>(
      world,
      `{ biobanks(orderBy: {field: ${field}}) { totalCount nodes { slug } } }`,
      { language: 'de' },
    );

    expect(biobanks).toEqual({ totalCount: 3, nodes: slugs.map((slug) => ({ slug })) });
  });

  it('is paged by cursor', async () => {
    const page = (after: string | null) =>
      answer<{ biobanks: { nodes: unknown[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }>(
        world,
        `query ($after: String) { biobanks(first: 2, after: $after) { nodes { slug } pageInfo { endCursor hasNextPage } } }`,
        { variables: { after } },
      );
    const first = await page(null);
    const second = await page(first.biobanks.pageInfo.endCursor);

    expect(first.biobanks.nodes).toEqual([{ slug: 'north' }, { slug: 'south' }]);
    expect(second.biobanks.nodes).toEqual([{ slug: 'west' }]);
    expect(second.biobanks.pageInfo.hasNextPage).toBe(false);
  });

  it('says who says so, and is counted in the catalogue', async () => {
    const { biobank, catalogue } = await answer<{ biobank: unknown; catalogue: { counts: unknown[] } }>(
      world,
      `{
        biobank(slug: "north") { evidence(property: "numberOfSamples") { statedValue citedFrom { title } } links { totalCount } }
        catalogue { counts { type count } }
      }`,
    );

    expect(biobank).toEqual({
      evidence: [{ statedValue: '500', citedFrom: { title: 'A register' } }],
      links: { totalCount: 1 },
    });
    expect(catalogue.counts).toContainEqual({ type: 'Biobank', count: 3 });
  });
});
