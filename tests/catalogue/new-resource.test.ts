/**
 * A new resource is one file and one line: what docs/how-to-add-a-resource.md promises, done here with a biobank.
 * A process has one schema, and this one another than the rest: it has an environment of its own.
 * @jest-environment node
 */
import { catalogue } from '../../src/catalogue';
import { Institution } from '../../src/catalogue/institution';
import { Project } from '../../src/catalogue/project';
import { Relation } from '../../src/catalogue/relation';
import { CatalogueRecord } from '../../src/resource/catalogue-record';
import { Integer, Links, Resource, Term, Text, Through, ToOne } from '../../src/resource/decorators';
import { Registry } from '../../src/resource/registry';
import { draftMigration } from '../../src/store/draft-migration';
import { locationOf } from '../../src/store/driver';
import { runAll } from '../../src/store/migrations/sql-migration';
import { dataSourceFor } from '../../src/store/open-writer';
import { conceptScheme, type CodeOf } from '../../src/vocabulary/concept-scheme';
import { dct, org, skos } from '../../src/vocabulary/namespaces';
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';

const SampleKind = conceptScheme('SampleKind', 'Kinds of samples.', {
  BLOOD: { de: 'Blut', en: 'Blood', about: 'Whole blood.' },
  TISSUE: { de: 'Gewebe', en: 'Tissue', about: 'Tissue of any organ.' },
});

/** The one file. */
@Resource({
  path: 'biobanks',
  term: org('Organization'),
  about: 'A biobank that keeps samples for research.',
})
class Biobank extends CatalogueRecord {
  @Text({ about: 'Short name in use.', term: skos('altLabel'), order: true, search: 8 })
  acronym!: string | null;

  @Integer({ about: 'Number of samples.', term: dct('extent'), order: true })
  numberOfSamples!: number | null;

  @Term(SampleKind, { about: 'What it keeps.', required: true, order: true })
  kind!: CodeOf<typeof SampleKind>;

  @ToOne(() => Institution, { about: 'The institution that runs it.', term: org('unitOf') })
  institution!: Institution | null;

  @Links(() => Relation, { as: 'from', about: 'How it is related to others.' })
  relations!: Relation[];

  @Through(() => Relation, {
    as: 'from',
    to: () => Project,
    about: 'The projects with which it is linked.',
  })
  projects!: Project[];
}

/** The one line. */
const withBiobanks = new Registry([...catalogue, Biobank]);

/** Runs the migration that `num-gateway migration AddBiobank` drafts. */
async function migrate(world: SmallWorld): Promise<void> {
  const draft = await draftMigration(withBiobanks, 'AddBiobank', new Date());
  const [up = ''] = draft?.text.split('undoFirst') ?? [];
  const statements = [...up.matchAll(/`([^`]+)`/g)].map(([, statement = '']) => statement);
  const database = await dataSourceFor(locationOf(world.database.url, '/'), withBiobanks).initialize();
  await runAll(database.createQueryRunner(), statements);
  await database.destroy();
}

const evidence = (property: string, statedValue: string) => [
  { source: 'register', property, statedValue, confidence: 'FOUND_IN_SOURCE' },
];

const records = {
  Institution: [{ slug: 'greifswald', name: { en: 'Greifswald' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' }],
  Project: [{ slug: 'napkon', name: { en: 'NAPKON' } }],
  Biobank: [
    {
      slug: 'north',
      name: { de: 'Nördliche Biobank', en: 'Northern biobank' },
      kind: 'BLOOD',
      numberOfSamples: 500,
      institution: 'greifswald',
      identifiers: [{ scheme: 'ROR', value: 'https://ror.org/025vngs54' }],
      evidence: evidence('numberOfSamples', '500'),
    },
    { slug: 'south', name: { de: 'Ältere Biobank' }, kind: 'TISSUE', acronym: 'S' },
    { slug: 'west', name: { en: 'West' }, kind: 'BLOOD', numberOfSamples: 20 },
  ],
  Relation: [{ from: 'biobanks/north', to: 'projects/napkon', role: 'PARTNER_OF' }],
};

describeOnEachDatabase('a biobank that was declared in one file and listed in one line', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, {}, withBiobanks);
    await migrate(world);
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
