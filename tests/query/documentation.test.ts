/** Each query of the pages on filters, counting, coverage and the graph gives what stands below it, on either database. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApp, type App } from '../../src/app';
import { readConfig } from '../../src/config';
import { describeOnEachDatabase, emptyDatabase, type EmptyDatabase } from '../helpers/databases';

const pages = ['filters', 'counting', 'coverage', 'graph-questions'].map((name) => ({
  name,
  text: readFileSync(join(__dirname, `../../docs/${name}.md`), 'utf8'),
}));

/** The queries of a page by the heading under which they stand, each with its answer. */
const examplesOn = (text: string) =>
  text.split(/^## /m).flatMap((section) => {
    const [heading = ''] = section.split('\n');
    return [...section.matchAll(/```graphql\n(.*?)```\s*```json\n(.*?)```/gs)].map(
      ([, query = '', given = '']) => [heading, query, JSON.parse(given) as unknown] as const,
    );
  });

describeOnEachDatabase('the documentation', (dialect) => {
  let app: App;
  let database: EmptyDatabase;

  beforeAll(async () => {
    database = await emptyDatabase(dialect);
    app = await startApp(readConfig({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent' }));
  });
  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  describe.each(pages)('on $name', ({ text }) => {
    const examples = examplesOn(text);

    it('has an answer below each query', () => {
      expect(examples.length).toBeGreaterThan(0);
      expect(examples).toHaveLength(text.split('```graphql').length - 1);
    });

    it.each(examples)('says truly under "%s": %s', async (_, query, given) => {
      const response = await fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': 'en' },
        body: JSON.stringify({ query }),
      });

      expect(await response.json()).toMatchObject({ data: given });
    });
  });
});
