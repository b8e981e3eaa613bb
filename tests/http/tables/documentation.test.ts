/** The first example of docs/tables.md gives what stands below it, on either database. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeOnEachDatabase } from '../../helpers/databases';
import { servedSeeds } from '../../helpers/served-seeds';

const page = readFileSync(join(__dirname, '../../../docs/tables.md'), 'utf8');
const [, body = '', given = ''] = /-d '(.*?)'\n```\s*```csv\n(.*?)```/s.exec(page) ?? [];

describeOnEachDatabase('the page on tables', (dialect) => {
  const { post } = servedSeeds(dialect);

  it('says truly what its first example gives', async () => {
    const response = await post(body, { accept: 'text/csv' });

    expect(await response.text()).toBe(given.replaceAll('\n', '\r\n'));
  });
});
