/** The first example of docs/tables.md gives what stands below it, on either database. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApp, type App } from '../../../src/app';
import { readConfig } from '../../../src/config';
import { describeOnEachDatabase, type EmptyDatabase } from '../../helpers/databases';
import { seededDatabase } from '../../helpers/template-databases';

const page = readFileSync(join(__dirname, '../../../docs/tables.md'), 'utf8');
const [, body = '', given = ''] = /-d '(.*?)'\n```\s*```csv\n(.*?)```/s.exec(page) ?? [];

describeOnEachDatabase('the page on tables', (dialect) => {
  let app: App;
  let database: EmptyDatabase;

  beforeAll(async () => {
    database = await seededDatabase(dialect);
    app = await startApp(readConfig({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent' }));
  });
  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  it('says truly what its first example gives', async () => {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/csv' },
      body,
    });

    expect(await response.text()).toBe(given.replaceAll('\n', '\r\n'));
  });
});
