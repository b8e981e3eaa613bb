/** What a document mentions is linked where it is sure, proposed where it is doubtful, and else a record of its own. */
import type { Mentioned } from '../../../src/harvest/harvested-record';
import { openReconciler } from '../../../src/harvest/reconcile/open-reconciler';
import { readKnown } from '../../../src/harvest/reconcile/read-known';
import type { Reconciler } from '../../../src/harvest/reconcile/reconciler';
import { describeOnEachDatabase } from '../../helpers/databases';
import { publicUrl } from '../../helpers/ask';
import { SmallWorld } from '../../helpers/small-world';

const hospital = (slug: string, de: string, en: string, city: string, ror: string) => ({
  slug,
  name: { de, en },
  kind: 'UNIVERSITY_MEDICAL_CENTRE',
  city,
  identifiers: [{ scheme: 'ROR', value: ror }],
});

const records = {
  Institution: [
    hospital('koeln', 'Universitätsklinikum Köln', 'University Hospital Cologne', 'Köln', '05mxhda18'),
    hospital('giessen', 'Universitätsklinikum Gießen', 'University Hospital Giessen', 'Gießen', '032nzv584'),
    hospital(
      'marburg',
      'Universitätsklinikum Marburg',
      'University Hospital Marburg',
      'Marburg',
      '032nzv584',
    ),
    hospital(
      'frankfurt',
      'Universitätsklinikum Frankfurt',
      'University Hospital Frankfurt',
      'Frankfurt am Main',
      '03f6n9m15',
    ),
    {
      slug: 'zi',
      name: { de: 'Zentralinstitut für Seelische Gesundheit' },
      kind: 'RESEARCH_ORGANISATION',
      acronym: 'ZI',
    },
  ],
  Standard: [{ slug: 'omop', name: { en: 'OMOP CDM' }, acronym: 'OMOP', version: '5.4' }],
};

const said = (mention: Partial<Omit<Mentioned, 'names'>> & { names?: string[] }): Mentioned => ({
  iri: null,
  classes: ['Institution'],
  identifiers: [],
  email: null,
  homepage: null,
  kinds: [],
  isPerson: false,
  at: { document: 'https://example.org/dcat.ttl', line: 1, column: null },
  ...mention,
  names: (mention.names ?? []).map((value) => ({ value, language: null })),
});

describeOnEachDatabase('linking', (dialect) => {
  let world: SmallWorld;
  let linking: Reconciler;

  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
    linking = openReconciler(await readKnown(world.store, world.registry, publicUrl), 'a source', null);
  });
  afterAll(() => world.end());

  it('knows an organisation by its name in any spelling and language, and says so', () => {
    for (const name of ['Universitaetsklinikum Koeln', 'Uniklinik Köln', 'Hôpital universitaire de Cologne'])
      expect(linking.reconcile(said({ names: [name] }))).toMatchObject({
        outcome: 'SURE',
        key: 'institutions/koeln',
      });
    expect(linking.reconcile(said({ names: ['Universitätsklinikum Köln'] }))).toMatchObject({
      score: 1,
      reason: { en: '“Universitätsklinikum Köln” is one of its names.' },
    });
  });

  it('takes a department for the hospital to which it belongs, and the university for something else', () => {
    const institute = linking.reconcile(
      said({ names: ['Institut für Virologie, Universitätsklinikum Köln'] }),
    );
    expect(institute).toMatchObject({ outcome: 'SURE', key: 'institutions/koeln', score: 0.9 });
    expect(linking.reconcile(said({ names: ['Universität zu Köln'] }))).toEqual({ outcome: 'UNKNOWN' });
  });

  it('tells the two Frankfurts apart', () => {
    const main = linking.reconcile(said({ names: ['Uniklinik Frankfurt/Main'] }));
    expect(main).toMatchObject({ outcome: 'SURE', key: 'institutions/frankfurt' });
    expect(linking.reconcile(said({ names: ['Universitätsklinikum Frankfurt (Oder)'] }))).toEqual({
      outcome: 'UNKNOWN',
    });
  });

  it('asks which site is meant if an identifier is shared, unless the name tells', () => {
    const iri = 'https://ror.org/032nzv584';
    const both = linking.reconcile(said({ iri, names: ['UKGM'] }));
    expect(both).toMatchObject({
      outcome: 'DOUBTFUL',
      candidates: [{ key: 'institutions/giessen' }, { key: 'institutions/marburg' }],
    });
    const one = linking.reconcile(said({ iri, names: ['University Hospital of Marburg'] }));
    expect(one).toMatchObject({ outcome: 'SURE', key: 'institutions/marburg' });
  });

  it('doubts a name whose identifier is that of something else', () => {
    const outcome = linking.reconcile(
      said({ names: ['Universitätsklinikum Köln'], identifiers: [{ scheme: 'ROR', value: '00rcxh774' }] }),
    );
    expect(outcome).toMatchObject({
      outcome: 'DOUBTFUL',
      candidates: [{ key: 'institutions/koeln', score: 0.6 }],
    });
  });

  it('doubts two letters, and another version of a standard', () => {
    expect(linking.reconcile(said({ names: ['ZI'] }))).toMatchObject({ outcome: 'DOUBTFUL' });
    const omop = (name: string) => linking.reconcile(said({ names: [name], classes: ['Standard'] }));
    expect(omop('OMOP Common Data Model v5.4')).toMatchObject({ outcome: 'SURE', key: 'standards/omop' });
    expect(omop('OMOP CDM v5.3')).toMatchObject({
      outcome: 'DOUBTFUL',
      candidates: [{ key: 'standards/omop' }],
    });
  });

  it('never links a person, nor a record of another class', () => {
    expect(linking.reconcile(said({ names: ['Universitätsklinikum Köln'], isPerson: true }))).toEqual({
      outcome: 'UNKNOWN',
    });
    expect(linking.reconcile(said({ names: ['Universitätsklinikum Köln'], classes: ['Standard'] }))).toEqual({
      outcome: 'UNKNOWN',
    });
  });

  it('knows our own address, whatever stands beside it', () => {
    const iri = `${publicUrl}/institutions/koeln`;
    expect(linking.reconcile(said({ iri, names: ['Something'] }))).toMatchObject({
      outcome: 'SURE',
      key: 'institutions/koeln',
    });
  });
});
