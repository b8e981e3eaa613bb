/** Our checker and a SHACL validator agree on the official examples and on samples of others. */
import { describeOfficial, officialQuads } from '../../helpers/shacl';
import { bothOf } from './agreement';
import { documents } from './documents';
import { officialSets } from './official-sets';

describeOfficial('Our checker finds what a SHACL validator finds by the official files', () => {
  for (const set of Object.keys(officialSets))
    it.each(documents)(`by ${set} in %s`, async (document) => {
      const { ours, official } = await bothOf(officialQuads(document), set);
      expect(ours).toEqual(official);
    });

  it('and there is something to find', async () => {
    const found = await Promise.all(
      documents.map(async (document) => (await bothOf(officialQuads(document), 'dcat-ap')).official.length),
    );
    expect(found.filter((count) => count > 5).length).toBeGreaterThan(5);
  });
});
