/** An export is written in parts, by several threads: how it is cut and who writes it changes nothing of what it says. */
import fc from 'fast-check';
import { join } from 'node:path';
import { requestOf, type ExportTask } from '../../src/commands/export/task';
import { startWorkers } from '../../src/commands/export/workers';
import { readConfig } from '../../src/config';
import { documentOfParts } from '../../src/export/document';
import { partsOf, type Part } from '../../src/export/parts';
import { partWriter, type WritePart } from '../../src/export/write-part';
import { Institution } from '../../src/catalogue/institution';
import { Source } from '../../src/query/source';
import { walkWholeRecords } from '../../src/query/whole/walk';
import { rdfFormats } from '../../src/rdf/formats';
import { describe as describeClass } from '../../src/resource/description';
import { Store } from '../../src/store/store';
import { describeOnEachDatabase } from '../helpers/databases';
import { runs } from '../helpers/property-runs';
import { registry, SmallWorld } from '../helpers/small-world';
import { seededDatabase } from '../helpers/template-databases';
import { lines, parsed } from '../rdf/parsed';

const task: ExportTask = {
  format: 'turtle',
  profile: null,
  types: [],
  publicUrl: 'https://catalogue.example.org',
  evidence: false,
  catalogue: null,
};
const { root } = readConfig({});
const program = join(__dirname, '../../dist/src/commands/export/worker.js');

describeOnEachDatabase('an export in parts', (dialect) => {
  let store: Store;
  let databaseUrl: string;
  beforeAll(async () => {
    databaseUrl = (await seededDatabase(dialect)).url;
    store = await Store.open({ databaseUrl, root: '/', registry });
  });
  afterAll(() => store.close());

  const inThisThread = (asked = task) =>
    partWriter(new Source(store, registry, null), requestOf(asked, root));

  async function documentOf(asked: ExportTask, parts: readonly Part[], writers: readonly WritePart[]) {
    const pieces: Buffer[] = [];
    let records = 0;
    const { format } = requestOf(asked, root);
    for await (const piece of documentOfParts(format, parts, writers, (report) => {
      records += report.records;
    }))
      pieces.push(Buffer.from(piece));
    return { records, text: Buffer.concat(pieces).toString() };
  }

  const { classes } = requestOf(task, root);

  it.each(rdfFormats.filter(({ name }) => dialect === 'sqlite' || name === 'turtle').map(({ name }) => name))(
    'says the same in %s, however small the parts are',
    async (format) => {
      const asked = { ...task, format, types: ['institution', 'standard', 'conformance'] };
      const some = requestOf(asked, root).classes;
      const [whole, cut] = [await partsOf(store, some), await partsOf(store, some, 25)];
      expect([whole.length, cut.length > 3]).toEqual([1, true]);
      const write = inThisThread(asked);
      const [one, other] = [
        await documentOf(asked, whole, [write]),
        await documentOf(asked, cut, [write, inThisThread(asked)]),
      ];
      const distinct = async (text: string) => new Set(lines(await parsed(format, text)));
      expect(await distinct(other.text)).toEqual(await distinct(one.text));
      expect(other.records).toBe(one.records);
    },
  );

  it('is the same text by threads as by one', async () => {
    const parts = await partsOf(store, classes, 200);
    expect(parts.length).toBeGreaterThan(6);
    const workers = startWorkers(3, { ...task, databaseUrl }, program);
    try {
      const byThreads = await documentOf(task, parts, workers.writers);
      const byOne = await documentOf(task, parts, [inThisThread()]);
      expect(byThreads.records).toBe(byOne.records);
      expect(byThreads.text === byOne.text).toBe(true);
    } finally {
      await workers.stop();
    }
  }, 60_000);

  it('ends with the error of a thread', async () => {
    const workers = startWorkers(1, { ...task, databaseUrl, format: 'word' }, program);
    try {
      const parts = await partsOf(store, classes);
      await expect(documentOf(task, parts, workers.writers)).rejects.toThrow(/no format "word"/);
    } finally {
      await workers.stop();
    }
  }, 60_000);

  it('each record is in one part, in the order of the keys', async () => {
    for (const most of [1, 7, 100]) {
      const found: string[] = [];
      const some = classes.slice(0, 3);
      for (const { segments, records } of await partsOf(store, some, most)) {
        const before = found.length;
        for (const { description, span } of segments)
          for await (const batch of walkWholeRecords(new Source(store, registry, null), description, {
            size: 10,
            evidence: false,
            span,
          }))
            found.push(...batch.map(({ record }) => record.key));
        expect(found.length - before).toBe(records);
        expect(records).toBeLessThanOrEqual(most);
      }
      expect(new Set(found).size).toBe(found.length);
      const all = await partsOf(store, some);
      expect(found.length).toBe(all.reduce((sum, { records }) => sum + records, 0));
      expect(found.length).toBeGreaterThan(40);
    }
  });

  it('numbers are read as they are stored, with all their digits', async () => {
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    const places = fc.sample(fc.tuple(degrees(90), degrees(180)), { numRuns: runs(50), seed: 5 });
    const world = await SmallWorld.of(dialect, {
      Institution: places.map(([latitude, longitude], index) => ({
        slug: `i-${index}`,
        name: { de: 'Ort' },
        kind: 'COMPANY',
        location: { latitude, longitude },
      })),
    });
    try {
      const read = new Map<string, unknown>();
      const institutions = describeClass(Institution);
      const walk = { size: 100, evidence: false };
      for await (const batch of walkWholeRecords(new Source(world.store, registry, null), institutions, walk))
        for (const { record } of batch) read.set(record.key, record.location);
      places.forEach(([latitude, longitude], index) => {
        expect(read.get(`institutions/i-${index}`)).toMatchObject({
          latitude: latitude + 0,
          longitude: longitude + 0,
        });
      });
    } finally {
      await world.end();
    }
  });
});
