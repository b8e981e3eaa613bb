/** A resource as docs/how-to-add-a-resource.md adds one: a biobank, with a vocabulary of its own. */
import { Institution } from '../../src/catalogue/institution';
import { Project } from '../../src/catalogue/project';
import { Relation } from '../../src/catalogue/relation';
import { CatalogueRecord } from '../../src/resource/catalogue-record';
import { Integer, Links, Resource, Term, Text, Through, ToOne } from '../../src/resource/decorators';
import type { Registry } from '../../src/resource/registry';
import { draftMigration } from '../../src/store/draft-migration';
import { locationOf } from '../../src/store/driver';
import { runAll } from '../../src/store/migrations/sql-migration';
import { dataSourceFor } from '../../src/store/open-writer';
import { conceptScheme, type CodeOf } from '../../src/vocabulary/concept-scheme';
import { dct, org, skos } from '../../src/vocabulary/namespaces';
import type { SmallWorld } from '../helpers/small-world';

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
export class Biobank extends CatalogueRecord {
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

/** Runs the migration that `num-gateway migration AddBiobank` drafts. */
export async function migrate(world: SmallWorld, withBiobanks: Registry): Promise<void> {
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

export const records = {
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
