/** What a gateway exports, another one harvests: the same records, links, texts and evidence. */
import fc from 'fast-check';
import { readConfig } from '../../src/config';
import { derivationsOf } from '../../src/open-store';
import { rdfFormats } from '../../src/rdf/formats';
import type { RdfFormat } from '../../src/rdf/formats/format';
import { describeOnEachDatabase } from '../helpers/databases';
import { generatedCatalogue } from '../helpers/generated-catalogue';
import { runs } from '../helpers/property-runs';
import { registry, SmallWorld } from '../helpers/small-world';
import { migratedDatabase, seededDatabase } from '../helpers/template-databases';
import { contentsOf, exported, recordsIn, recordsInGroups, takeIn } from './circle';

const derivations = derivationsOf(readConfig({}));

describeOnEachDatabase('A catalogue that was exported', (dialect) => {
  it('comes back whole, in whatever format it travels', async () => {
    await fc.assert(
      fc.asyncProperty(
        generatedCatalogue(registry, 2),
        fc.constantFrom(...rdfFormats),
        async (records, format) => {
          const first = await SmallWorld.of(dialect, records);
          const second = await SmallWorld.in(await migratedDatabase(dialect));
          try {
            const read = await recordsIn(format, await exported(first.store, format));
            await takeIn(second.store, read.records);

            expect(await contentsOf(second.store)).toEqual(await contentsOf(first.store));
            expect(read.findings.map(({ message, subject, value }) => [message.en, subject, value])).toEqual(
              [],
            );
          } finally {
            await first.end();
            await second.end();
          }
        },
      ),
      { numRuns: runs(24), endOnFailure: true },
    );
  });
});

describeOnEachDatabase('The catalogue of the seeds', (dialect) => {
  let first: SmallWorld;
  beforeAll(async () => {
    first = await SmallWorld.in(await seededDatabase(dialect), registry, derivations);
  });
  afterAll(() => first.end());

  // The parser of JSON-LD takes minutes for a document of this size; generated catalogues travel in it.
  const formats = rdfFormats.filter(({ name }) => name !== 'json-ld');

  it.each(dialect === 'sqlite' ? formats : formats.slice(0, 1))(
    'comes back whole in $name',
    async (format) => {
      const second = await SmallWorld.in(await migratedDatabase(dialect), registry, derivations);
      try {
        const read = await recordsIn(format, await exported(first.store, format));
        await takeIn(second.store, read.records);

        expect(await contentsOf(second.store)).toEqual(await contentsOf(first.store));
        expect(read.findings.map(({ message, subject, value }) => [message.en, subject, value])).toEqual([]);
      } finally {
        await second.end();
      }
    },
    120_000,
  );

  it('comes back whole from N-Quads that are read record after record', async () => {
    const second = await SmallWorld.in(await migratedDatabase(dialect), registry, derivations);
    try {
      const [, , , , nQuads] = rdfFormats as [RdfFormat, RdfFormat, RdfFormat, RdfFormat, RdfFormat];
      const read = await recordsInGroups(await exported(first.store, nQuads), 5_000);
      await takeIn(second.store, read.records);

      expect(read.groups).toBeGreaterThan(10);
      expect(await contentsOf(second.store)).toEqual(await contentsOf(first.store));
      expect(read.findings).toEqual([]);
    } finally {
      await second.end();
    }
  }, 120_000);
});
