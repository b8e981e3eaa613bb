/** Plans answer exactly what the fallback executor answers: `ask` compares the two, byte by byte, whatever is asked. */
import fc from 'fast-check';
import { catalogueSubgraph } from '../../../src/federation/catalogue-subgraph';
import { ask } from '../../helpers/ask';
import { describeOnEachDatabase } from '../../helpers/databases';
import { generatedCatalogue } from '../../helpers/generated-catalogue';
import { generatedQuery } from '../../helpers/generated-query';
import { knownIn } from '../../helpers/known-values';
import { runs } from '../../helpers/property-runs';
import { registry, SmallWorld } from '../../helpers/small-world';

describeOnEachDatabase('a plan', (dialect) => {
  it('answers any query as the fallback executor does', async () => {
    const [records] = fc.sample(generatedCatalogue(registry, 9), { numRuns: 1, seed: 7 });
    if (!records) throw new Error('No catalogue was generated.');
    const world = await SmallWorld.of(dialect, records);
    try {
      const { schema } = await catalogueSubgraph(registry);
      const asked = { answered: 0, refused: 0 };
      const property = fc.asyncProperty(
        generatedQuery(schema, await knownIn(world)),
        fc.constantFrom('de' as const, 'en' as const),
        async ({ query, variables }, language) => {
          const plain = JSON.parse(JSON.stringify(variables)) as Record<string, unknown>;
          const { errors } = await ask(world, query, { variables: plain, language });
          asked[errors ? 'refused' : 'answered'] += 1;
        },
      );
      await fc.assert(property, { numRuns: runs(700), endOnFailure: true });
      // Were most of them refused, little would be compared.
      expect(asked.answered).toBeGreaterThan(asked.refused);
    } finally {
      await world.end();
    }
  }, 300_000);
});
