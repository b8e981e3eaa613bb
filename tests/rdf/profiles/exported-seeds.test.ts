/** What leaves of the seeds in HealthDCAT-AP and DCAT-AP.de has no violation by the official shapes; what does not leave has some. */
import { readWholeRecords } from '../../../src/query/whole-records';
import { Source } from '../../../src/query/source';
import { documentOf } from '../../../src/rdf/document';
import { conformity } from '../../../src/rdf/profiles/check';
import { profilesOf } from '../../../src/rdf/profiles/read-profiles';
import { readConfig } from '../../../src/config';
import { describeOfficial } from '../../helpers/shacl';
import { registry, SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { officialResults } from './official-sets';

jest.setTimeout(300_000);

describeOfficial('the datasets of the seeds', () => {
  it.each(['dcat-ap-de', 'healthdcat-ap'])(
    'leave in %s if the official shapes allow it, and only then',
    async (name) => {
      const world = await SmallWorld.in(await seededDatabase('sqlite'));
      const profile = profilesOf(readConfig({}).root).find(name);
      if (!profile) throw new Error(`There is no ${name}.`);
      const text = 'SELECT id FROM dataset ORDER BY id';
      const keys = (await world.store.read({ text, sql: text, values: [] })).map(({ id }) => id as string);
      const records = await readWholeRecords(new Source(world.store, registry, null), keys, {
        evidence: false,
      });
      const verdicts: [string, boolean, boolean][] = [];
      for (const whole of records) {
        const quads = documentOf(whole, {
          publicUrl: 'https://num.example.org',
          registry,
          evidence: false,
          profile,
        });
        const { conforms, level } = conformity(quads, profile);
        const results = await officialResults([...quads], level === null ? name : `${name} ${level}`);
        const isOfficial = results.every(({ severity }) => severity !== 'violation');
        verdicts.push([whole.record.key, conforms, isOfficial]);
      }
      await world.end();

      expect(verdicts.length).toBeGreaterThan(15);
      expect(verdicts.filter(([, ours, theirs]) => ours !== theirs)).toEqual([]);
      // No source names a health data access body, so none is in HealthDCAT-AP yet.
      const leaving = verdicts.filter(([, ours]) => ours).map(([key]) => key);
      expect(leaving).toEqual(
        name === 'dcat-ap-de' ? ['datasets/mii-sites', 'datasets/rki-notaufnahmesurveillance'] : [],
      );
    },
  );
});
