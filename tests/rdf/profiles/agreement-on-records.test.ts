/** On records of our own, our checker and a SHACL validator agree by every profile: what readiness tells is what a validator would. */
import fc from 'fast-check';
import { Source } from '../../../src/query/source';
import { walkWholeRecords } from '../../../src/query/whole/walk';
import { documentOfAll } from '../../../src/rdf/document';
import type { Description } from '../../../src/resource/description';
import type { WholeRecord } from '../../../src/resource/whole-record';
import { generatedCatalogue } from '../../helpers/generated-catalogue';
import { runs } from '../../helpers/property-runs';
import { describeOfficial } from '../../helpers/shacl';
import { registry, SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { bothOf, profiles } from './agreement';
import { officialSets } from './official-sets';

jest.setTimeout(300_000);

async function wholeRecords({ store }: SmallWorld, description: Description): Promise<WholeRecord[]> {
  const source = new Source(store, registry, null);
  const records: WholeRecord[] = [];
  for await (const some of walkWholeRecords(source, description, { evidence: true, size: 100 }))
    records.push(...some);
  return records;
}

const documentIn = (set: string, records: readonly WholeRecord[]) =>
  documentOfAll(records, {
    publicUrl: 'https://data.example.org',
    registry,
    evidence: true,
    profile: profiles.find(set.split(' ')[0] ?? ''),
  });

function described(type: string): Description {
  const description = registry.ofType(type);
  if (!description) throw new Error(`There is no class ${type}.`);
  return description;
}

const sets = Object.keys(officialSets);
const dataset = described('Dataset');

describeOfficial('By every profile, our checker finds what a SHACL validator finds', () => {
  describe('in the seeds', () => {
    let seeds: SmallWorld;
    beforeAll(async () => {
      seeds = await SmallWorld.in(await seededDatabase('sqlite'));
    });
    afterAll(() => seeds.end());

    it.each(sets)('in all datasets as one document, by %s', async (set) => {
      const records = await wholeRecords(seeds, dataset);
      expect(records.length).toBeGreaterThan(15);
      const { ours, official } = await bothOf(documentIn(set, records), set);
      expect(ours).toEqual(official);
    });

    it('in each dataset, by HealthDCAT-AP', async () => {
      for (const record of await wholeRecords(seeds, dataset)) {
        const set = 'healthdcat-ap NON_PUBLIC';
        const { ours, official } = await bothOf(documentIn(set, [record]), set);
        expect(ours).toEqual(official);
      }
    });

    it.each([...registry.resources, ...registry.links].map((each) => [each.path, each] as const))(
      'in %s as one document, by DCAT-AP',
      async (_path, description) => {
        const { ours, official } = await bothOf(
          documentIn('dcat-ap', await wholeRecords(seeds, description)),
          'dcat-ap',
        );
        expect(ours).toEqual(official);
      },
    );
  });

  it('in generated catalogues, with many datasets in a document', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(generatedCatalogue(registry, 12), fc.constantFrom(...sets), async (catalogue, set) => {
        const world = await SmallWorld.of('sqlite', catalogue);
        try {
          const records = await wholeRecords(world, dataset);
          count += records.length;
          const { ours, official } = await bothOf(documentIn(set, records), set);
          expect(ours).toEqual(official);
        } finally {
          await world.end();
        }
      }),
      { numRuns: runs(24), endOnFailure: true },
    );
    expect(count).toBeGreaterThan(10);
  });
});
