/** A run brings in what a source states: once, only what has changed, and as much of it as is right. */
import { Mention } from '../../../src/harvest/harvested-record';
import { describeOnEachDatabase } from '../../helpers/databases';
import { SmallWorld } from '../../helpers/small-world';
import { dataset, document, harvest, harvested } from './harvesting';

jest.setTimeout(120_000);

const marburg = { slug: 'marburg', name: { de: 'Marburg' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' };

const distribution = (slug: string, of: string) =>
  harvested('Distribution', `https://north.example.org/${slug}`, {
    slug,
    name: { en: `Distribution ${slug}` },
    dataset: of,
    kind: 'ON_REQUEST',
    accessUrl: 'https://north.example.org/data',
  });

const mention = (name: string, more: Partial<Mention> = {}) =>
  new Mention({
    iri: null,
    classes: ['Institution'],
    names: [{ value: name, language: null }],
    identifiers: [],
    email: null,
    homepage: null,
    kinds: [],
    at: { document: document.address, line: 7, column: 3 },
    isPerson: false,
    ...more,
  });

const provision = (of: string, agent: unknown) =>
  harvested('Provision', null, { agent, offer: `datasets/${of}`, role: 'PUBLISHER' });

describeOnEachDatabase('a run', (dialect) => {
  let world: SmallWorld;
  beforeEach(async () => {
    world = await SmallWorld.of(dialect, { Institution: [marburg] });
  });
  afterEach(() => world.end());

  const rows = async (text: string) =>
    world.store.read({ text, sql: text, values: [] }) as Promise<Record<string, unknown>[]>;

  it('brings in records with the document of each value as evidence', async () => {
    const report = await harvest([dataset('covid', { homepage: 'https://north.example.org/c' })], {
      store: world.store,
    });

    expect(report).toMatchObject({ outcome: 'COMPLETE', error: null, number: 1 });
    expect(report.created.sort()).toEqual(['datasets/covid', 'sources/north-catalogue']);
    expect(
      await rows(
        `SELECT property, source_id, confidence, stated_on, document, document_digest FROM evidence WHERE subject_id = 'datasets/covid' ORDER BY property`,
      ),
    ).toEqual(
      ['homepage', 'kind', 'name'].map((property) => ({
        property,
        source_id: 'sources/north-catalogue',
        confidence: 'FOUND_IN_SOURCE',
        stated_on: '2026-11-02',
        document: document.address,
        document_digest: 'sha256:aa',
      })),
    );
  });

  it('writes nothing when nothing has changed but the day and the document around it', async () => {
    await harvest([dataset('covid')], { store: world.store });
    const version = await world.store.writtenVersion();

    const again = {
      ...dataset('covid'),
      document: { ...document, digest: 'sha256:bb', fetchedAt: '2026-12-24T03:00:00.000Z' },
    };
    const report = await harvest([again], { store: world.store });

    expect(report.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2, notSeen: 0 });
    expect(await world.store.writtenVersion()).toBe(version);
  });

  it('tells what has changed field by field', async () => {
    await harvest([dataset('covid', { homepage: 'https://north.example.org/old' })], { store: world.store });

    const report = await harvest(
      [dataset('covid', { homepage: 'https://north.example.org/new', name: { en: 'COVID cohort' } })],
      { store: world.store },
    );

    expect(report.updated).toEqual([
      {
        key: 'datasets/covid',
        changes: [
          { field: 'name', before: '{"en":"Dataset covid"}', after: '{"en":"COVID cohort"}' },
          {
            field: 'homepage',
            before: 'https://north.example.org/old',
            after: 'https://north.example.org/new',
          },
        ],
      },
    ]);
  });

  it('makes a record of an institution that a document only names, and does not claim to know its kind', async () => {
    const report = await harvest([dataset('covid'), provision('covid', mention('Robert Koch Institut'))], {
      store: world.store,
    });

    expect(report.counts.refused).toBe(0);
    expect(report.created).toContain('institutions/robert-koch-institut');
    expect(
      await rows(
        `SELECT property, confidence, note FROM evidence WHERE subject_id = 'institutions/robert-koch-institut' ORDER BY property`,
      ),
    ).toEqual([
      {
        property: 'kind',
        confidence: 'INFERRED',
        note: 'The document does not say what kind of institution it is.',
      },
      { property: 'name', confidence: 'FOUND_IN_SOURCE', note: null },
    ]);
  });

  it('writes nothing as a dry run, and tells what it would write', async () => {
    await harvest([dataset('covid')], { store: world.store });
    const before = await rows('SELECT id FROM harvest');
    const version = await world.store.writtenVersion();

    const report = await harvest([dataset('covid', { name: { en: 'Other' } }), dataset('flu')], {
      store: world.store,
      mode: 'try',
    });

    expect(report.created).toEqual(['datasets/flu']);
    expect(report.updated.map(({ key }) => key)).toEqual(['datasets/covid']);
    expect(report.number).toBeNull();
    expect(await world.store.writtenVersion()).toBe(version);
    expect(await rows('SELECT id FROM harvest')).toEqual(before);
    expect(await rows('SELECT id FROM dataset')).toEqual([{ id: 'datasets/covid' }]);
  });

  it('lets a broken record cost that record alone, with what hangs on it', async () => {
    const report = await harvest(
      [
        dataset('covid'),
        dataset('wrong', { kind: 'NONSENSE' }),
        distribution('wrong-file', 'wrong'),
        provision('wrong', 'institutions/marburg'),
        distribution('covid-file', 'covid'),
        provision('covid', 'institutions/marburg'),
        harvested('Nonsense', null, {}),
      ],
      { store: world.store },
    );

    expect(report.outcome).toBe('COMPLETE');
    expect(report.created.sort()).toEqual([
      'datasets/covid',
      'distributions/covid-file',
      'provisions/institutions/marburg/datasets/covid/publisher',
      'sources/north-catalogue',
    ]);
    expect(report.refused.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['datasets/wrong', 'distributions/wrong-file']),
    );
    const said = report.findings.filter(({ id }) => id === 'record-refused').map(({ message }) => message);
    expect(said.map(({ de }) => de).slice(0, 3)).toEqual(
      expect.arrayContaining(['datasets/wrong kam nicht herein: „kind“ ist so nicht brauchbar.']),
    );
    expect(said).toContainEqual({
      de: 'distributions/wrong-file kam nicht herein: „dataset“ verweist auf datasets/wrong, und das kam selbst nicht herein.',
      en: 'distributions/wrong-file could not come in: "dataset" refers to datasets/wrong, which could not come in itself.',
    });
    expect(said).toHaveLength(4);
  });

  it('leaves out a value that cannot be stored, and takes the record', async () => {
    const report = await harvest([dataset('covid', { homepage: 'no address' })], { store: world.store });

    expect(report.created).toContain('datasets/covid');
    expect(report.findings.map(({ id, severity, message }) => [id, severity, message.en])).toEqual([
      ['value-left-out', 'WARNING', expect.stringContaining('"homepage"')],
    ]);
  });

  it('links what is sure, proposes what is doubtful, and makes a record of what is unknown', async () => {
    const known = {
      outcome: 'SURE',
      key: 'institutions/marburg',
      score: 1,
      reason: { de: '', en: '' },
    } as const;
    const doubtful = { outcome: 'DOUBTFUL', candidates: [{ ...known, score: 0.6 }] } as const;
    const report = await harvest(
      [
        dataset('a'),
        provision('a', mention('UKGM Marburg')),
        dataset('b'),
        provision('b', mention('Marburg?')),
        dataset('c', {
          contact: mention('Office of the north', { classes: ['Contact'] }),
        }),
      ],
      {
        store: world.store,
        reconcile: ({ names }) =>
          names[0]?.value === 'UKGM Marburg'
            ? known
            : names[0]?.value === 'Marburg?'
              ? doubtful
              : { outcome: 'UNKNOWN' },
      },
    );

    expect(report.created.sort()).toEqual([
      'contacts/office-of-the-north',
      'datasets/a',
      'datasets/b',
      'datasets/c',
      'provisions/institutions/marburg/datasets/a/publisher',
      'sources/north-catalogue',
    ]);
    expect(report.proposals).toBe(1);
    expect(await rows(`SELECT contact_id FROM dataset WHERE id = 'datasets/c'`)).toEqual([
      { contact_id: 'contacts/office-of-the-north' },
    ]);
    expect(report.findings.map(({ id }) => id)).toContain('mention-doubtful');
  });

  it('goes on stating what it made of a mention, once that is known', async () => {
    const contact = mention('Office of the north', { classes: ['Contact'] });
    await harvest([dataset('c', { contact })], { store: world.store });

    const report = await harvest([dataset('c', { contact })], {
      store: world.store,
      reconcile: () => ({
        outcome: 'SURE',
        key: 'contacts/office-of-the-north',
        score: 1,
        reason: { de: '', en: '' },
      }),
    });

    expect(report.counts).toMatchObject({ created: 0, updated: 0, unchanged: 3, notSeen: 0 });
  });

  it('keeps the key of what the linking does not find again', async () => {
    const contact = mention('Office of the north', { classes: ['Contact'] });
    await harvest([dataset('c', { contact })], { store: world.store });

    // The slug is taken by now, so another one would be given.
    const report = await harvest([dataset('c', { contact })], {
      store: world.store,
      slugs: { 'Office of the north': 'office-of-the-north-2' },
    });

    expect(report.counts).toMatchObject({ created: 0, updated: 0, unchanged: 3, notSeen: 0 });
  });

  it('stores no individuals, and counts them', async () => {
    const someone = mention('Erika Mustermann', { classes: ['Contact'], isPerson: true });
    const report = await harvest([dataset('covid', { contact: someone })], { store: world.store });

    expect(report.counts.persons).toBe(1);
    expect(JSON.stringify(report)).not.toContain('Mustermann');
    expect(await rows('SELECT id FROM contact')).toEqual([]);
  });

  it('states only what the source may state', async () => {
    const report = await harvest(
      [dataset('covid', { homepage: 'https://north.example.org/c' }), distribution('file', 'covid')],
      { store: world.store, source: { mayState: { Dataset: ['name', 'kind'] } } },
    );

    expect(report.created.sort()).toEqual(['datasets/covid', 'sources/north-catalogue']);
    expect(await rows('SELECT homepage FROM dataset')).toEqual([{ homepage: null }]);
    expect(report.findings.map(({ id }) => id).sort()).toEqual(['class-not-allowed', 'field-not-allowed']);
  });

  it('keeps evidence that the document itself brings', async () => {
    await world.add({ Source: [{ slug: 'paper', title: 'A paper' }] });
    const evidence = [
      { source: 'paper', property: 'name', confidence: 'STATED_BY_NETWORK', statedOn: '2024-05' },
    ];
    await harvest([dataset('covid', { evidence })], { store: world.store });

    expect(
      await rows(
        `SELECT source_id, property, stated_on, document FROM evidence WHERE subject_id = 'datasets/covid'`,
      ),
    ).toEqual([{ source_id: 'sources/paper', property: 'name', stated_on: '2024-05', document: null }]);
  });

  it('shows what reviewed facts say where a source says something else, and keeps both', async () => {
    await world.add({ Dataset: [{ slug: 'covid', name: { en: 'Reviewed' }, kind: 'COHORT' }] });
    await harvest([dataset('covid', { homepage: 'https://north.example.org/c' })], { store: world.store });

    expect(await rows('SELECT kind, homepage FROM dataset')).toEqual([
      { kind: 'COHORT', homepage: 'https://north.example.org/c' },
    ]);
    expect(
      await rows(`SELECT origin FROM stated WHERE subject_id = 'datasets/covid' ORDER BY origin`),
    ).toEqual([{ origin: 'harvest:north-catalogue' }, { origin: 'small world' }]);
  });
});
