/** Whatever a document says, our checker and a SHACL validator find the same in it by the official files. */
import fc from 'fast-check';
import { runs } from '../../helpers/property-runs';
import { describeOfficial, officialQuads } from '../../helpers/shacl';
import { bothOf, profiles } from './agreement';
import { documents } from './documents';
import { graphsOf, mutantOf } from './generated-documents';
import { officialSets } from './official-sets';

const sets = Object.keys(officialSets);

describeOfficial('Our checker and a SHACL validator agree', () => {
  it.each(sets)('on mutants of real documents, by %s', async (set) => {
    const mutant = fc.constantFrom(...documents).chain((document) => mutantOf(officialQuads(document)));
    await fc.assert(
      fc.asyncProperty(mutant, async (quads) => {
        const { ours, official } = await bothOf(quads, set);
        expect(ours).toEqual(official);
      }),
      { numRuns: runs(40) },
    );
  });

  it.each(sets)('on generated graphs, by %s', async (set) => {
    const profile = profiles.find(set.split(' ')[0] ?? '');
    if (!profile) throw new Error(`There is no profile for ${set}.`);
    await fc.assert(
      fc.asyncProperty(graphsOf(profile), async (quads) => {
        const { ours, official } = await bothOf(quads, set);
        expect(ours).toEqual(official);
      }),
      { numRuns: runs(400) },
    );
  });
});
