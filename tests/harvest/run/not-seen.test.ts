/** What a full run no longer sees is marked with the day, and withdrawn after enough runs, or by command. */
import type { Finding } from '../../../src/harvest/finding';
import { describeOnEachDatabase } from '../../helpers/databases';
import { SmallWorld } from '../../helpers/small-world';
import { dataset as ofRdf, prefixes, read } from '../sources';
import { closeSites, site } from '../web';
import { dataset, harvest, harvested } from './harvesting';

jest.setTimeout(120_000);

const institution = (slug: string) => ({ slug, name: { de: slug }, kind: 'UNIVERSITY_MEDICAL_CENTRE' });

const published = (of: string, by: string) =>
  harvested('Provision', null, { agent: `institutions/${by}`, offer: `datasets/${of}`, role: 'PUBLISHER' });

const unreachable: Finding = {
  id: 'unreachable',
  severity: 'ERROR',
  kind: 'fetch',
  place: { document: 'https://north.example.org/page-2.ttl', line: null, column: null },
  subject: null,
  property: null,
  value: null,
  message: { de: 'Nicht erreichbar.', en: 'It cannot be reached.' },
  remedy: { de: 'Später.', en: 'Later.' },
};

describeOnEachDatabase('what a run no longer sees', (dialect) => {
  let world: SmallWorld;
  beforeEach(async () => {
    world = await SmallWorld.of(dialect, { Institution: [institution('marburg'), institution('jena')] });
    await harvest([dataset('covid'), dataset('flu'), published('flu', 'marburg')], { store: world.store });
  });
  afterEach(() => world.end());

  const rows = async (text: string) => world.store.read({ text, sql: text, values: [] });
  const on = (day: string) => () => new Date(`${day}T03:00:00.000Z`);

  it('stays, marked with the first day on which it was not seen, and is forgotten when it is seen again', async () => {
    const first = await harvest([dataset('covid')], { store: world.store, now: on('2026-11-03') });
    expect(first.notSeen).toEqual([
      { key: 'datasets/flu', since: '2026-11-03T03:00:00.000Z', runs: 1 },
      {
        key: 'provisions/institutions/marburg/datasets/flu/publisher',
        since: '2026-11-03T03:00:00.000Z',
        runs: 1,
      },
    ]);
    const second = await harvest([dataset('covid')], { store: world.store, now: on('2026-11-04') });
    expect(second.notSeen[0]).toEqual({ key: 'datasets/flu', since: '2026-11-03T03:00:00.000Z', runs: 2 });
    expect(await rows('SELECT id FROM dataset ORDER BY id')).toHaveLength(2);

    const third = await harvest([dataset('covid'), dataset('flu'), published('flu', 'marburg')], {
      store: world.store,
    });

    expect(third.notSeen).toEqual([]);
    expect(await rows('SELECT subject_id FROM harvest_missing')).toEqual([]);
  });

  it('is withdrawn after as many full runs as the source says, and it is noted what it was', async () => {
    const source = { withdrawAfter: 2 };
    const first = await harvest([dataset('covid')], { store: world.store, source });
    expect(first.withdrawn).toEqual([]);

    const second = await harvest([dataset('covid')], { store: world.store, source });

    expect(second.withdrawn).toEqual([
      'datasets/flu',
      'provisions/institutions/marburg/datasets/flu/publisher',
    ]);
    expect(await rows('SELECT id FROM dataset')).toEqual([{ id: 'datasets/covid' }]);
    expect(await rows('SELECT id FROM withdrawn ORDER BY id')).toHaveLength(2);
    expect(await rows('SELECT subject_id FROM harvest_missing')).toEqual([]);
  });

  it('is withdrawn at once by command', async () => {
    const report = await harvest([dataset('covid')], { store: world.store, withdrawals: 'all' });

    expect(report.withdrawn).toContain('datasets/flu');
  });

  it('is told, but not withdrawn, by a dry run', async () => {
    const report = await harvest([dataset('covid')], {
      store: world.store,
      withdrawals: 'all',
      mode: 'try',
    });

    expect(report.withdrawn).toContain('datasets/flu');
    expect(await rows('SELECT id FROM dataset')).toHaveLength(2);
    expect(await rows('SELECT subject_id FROM harvest_missing')).toEqual([]);
  });

  it('does not count as missing when only a part of the source could be read', async () => {
    const report = await harvest([dataset('covid'), unreachable], {
      store: world.store,
      source: { withdrawAfter: 1 },
    });

    expect(report).toMatchObject({ outcome: 'INCOMPLETE', notSeen: [], withdrawn: [] });
    expect(report.error).toContain('page-2.ttl');
    expect(await rows('SELECT id FROM dataset')).toHaveLength(2);
  });

  it('does not count as missing when it is there, but broken', async () => {
    const report = await harvest(
      [dataset('covid'), dataset('flu', { kind: 'NONSENSE' }), { ...dataset('flu'), broken: true }],
      { store: world.store, source: { withdrawAfter: 1 } },
    );

    expect(report.notSeen.map(({ key }) => key)).not.toContain('datasets/flu');
    expect(await rows('SELECT id FROM dataset')).toHaveLength(2);
  });

  it('stays as long as others refer to it, and the report says who', async () => {
    await world.add({
      Provision: [{ agent: 'institutions/jena', offer: 'datasets/flu', role: 'CUSTODIAN' }],
    });

    const report = await harvest([dataset('covid')], { store: world.store, withdrawals: 'all' });

    expect(report.withdrawn).toEqual(['provisions/institutions/marburg/datasets/flu/publisher']);
    expect(report.notSeen.map(({ key }) => key)).toEqual(['datasets/flu']);
    const prevented = report.findings.find(({ id }) => id === 'withdrawal-prevented');
    expect(prevented?.message.en).toContain('provisions/institutions/jena/datasets/flu/custodian');
  });

  it('goes at once where it is a link of a record that is still there: the source now says something else', async () => {
    const report = await harvest([dataset('covid'), dataset('flu'), published('flu', 'jena')], {
      store: world.store,
    });

    expect(report.created).toEqual(['provisions/institutions/jena/datasets/flu/publisher']);
    expect(report.withdrawn).toEqual(['provisions/institutions/marburg/datasets/flu/publisher']);
    expect(report.notSeen).toEqual([]);
  });

  it('goes on counting when the source says that nothing has changed', async () => {
    await harvest([dataset('covid')], { store: world.store });

    const report = await harvest([], { store: world.store, unchanged: true, source: { withdrawAfter: 2 } });

    expect(report.outcome).toBe('UNCHANGED');
    expect(report.withdrawn).toContain('datasets/flu');
  });
});

describeOnEachDatabase('a page that fails in the middle of others', (dialect) => {
  it('costs its own datasets alone: the others come in, the run says so, and nothing counts as vanished', async () => {
    const world = await SmallWorld.of(dialect, {});
    let fails = false;
    const page = (number: number, title: string) =>
      [
        prefixes,
        ofRdf(`https://example.org/dataset/${number}`, title),
        number < 3 ? `<> a hydra:PartialCollectionView ; hydra:next </c?page=${number + 1}> .` : '',
      ].join('\n');
    const { url } = await site((request, response) => {
      const number = Number(/page=(\d)/.exec(request.url ?? '')?.[1] ?? 1);
      if (fails && number === 2) response.writeHead(500).end('<h1>Internal Server Error</h1>');
      else
        response.writeHead(200, { 'content-type': 'text/turtle' }).end(page(number, fails ? 'New' : 'Old'));
    }, '127.0.0.1');
    const run = async () => {
      const { records, findings } = await read({ address: `${url}/c` });
      return harvest([...records, ...findings], { store: world.store });
    };
    const names = async () => {
      const text = 'SELECT slug, name FROM dataset ORDER BY slug';
      const rows = await world.store.read({ text, sql: text, values: [] });
      return rows.map(({ name }) => JSON.parse(name as string) as unknown);
    };
    try {
      expect((await run()).outcome).toBe('COMPLETE');
      expect(await names()).toEqual(['Old', 'Old', 'Old'].map((en) => ({ en })));
      fails = true;
      const broken = await run();

      expect(broken.outcome).toBe('INCOMPLETE');
      expect(broken.error).toContain('page=2');
      expect(broken).toMatchObject({ notSeen: [], withdrawn: [] });
      expect(await names()).toEqual(['New', 'Old', 'Old'].map((en) => ({ en })));
    } finally {
      await closeSites();
      await world.end();
    }
  });
});
