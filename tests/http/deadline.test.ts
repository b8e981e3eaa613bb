/** A request has one deadline, on whichever ways it is tried to answer it. */
import { describeOnEachDatabase } from '../helpers/databases';
import { Gateway, sites, unkept } from './gateway';

const deadline = 1_500;

describeOnEachDatabase('the deadline of a request', (dialect) => {
  it('holds for both ways together: a known document with other variables gets no second one', async () => {
    const gateway = await Gateway.over(dialect, sites, {}, { ...unkept, DEADLINE_MS: String(deadline) });
    try {
      const query =
        'query($slug: String!, $first: Int!, $all: Boolean!) { institution(slug: $slug) { slug } contacts(first: $first) @include(if: $all) { nodes { slug } } }';
      const ask = async (variables: object) =>
        gateway.get('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables }),
        });
      for (const slug of ['marburg', 'giessen'])
        expect((await ask({ slug, first: 1, all: true })).json).toMatchObject({
          data: { institution: { slug } },
        });
      await gateway.behind(async (database) => {
        await database.query('ALTER TABLE contact RENAME TO hidden');
        await database.query(
          'CREATE VIEW contact AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT h.* FROM hidden h WHERE (SELECT count(*) FROM n) < 0',
        );
      });

      const begun = performance.now();
      const answer = await ask({ slug: 'marburg', first: 2, all: true });

      const taken = performance.now() - begun;
      expect(answer.text).toContain('"code":"TIMEOUT"');
      // Each way alone would have taken the whole of it.
      expect(taken).toBeLessThan(2 * deadline);
    } finally {
      await gateway.end();
    }
  });
});
