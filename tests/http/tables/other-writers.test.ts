/** A table is of the data as they are when it begins, although what is kept between requests may be a second older. */
import { parse } from 'csv-parse/sync';
import { describeOnEachDatabase } from '../../helpers/databases';
import { Gateway, sites } from '../gateway';
import { asTable } from './as-table';

const query = '{ researchCategories { nodes { slug } } }';

describeOnEachDatabase('a table', (dialect) => {
  it('holds what another gateway has written just now', async () => {
    const gateway = await Gateway.over(dialect, sites);
    try {
      for (const slug of ['a', 'b', 'c']) {
        await gateway.ask(query); // what is kept is of the version before
        await gateway.world.add({ ResearchCategory: [{ slug, name: { en: slug } }] });

        const { text } = await asTable(gateway, query);
        expect(parse(text)).toContainEqual([slug]);
      }
    } finally {
      await gateway.end();
    }
  });
});
