/** A request takes one place of those that are answered at the same time, whichever way its answer is found, and gives it back. */
import { Gateway, sites, unkept } from './gateway';

const oftenEnough = 3;

it('takes one place and gives it back, where an answer that was found before cannot be found again', async () => {
  const gateway = await Gateway.over('sqlite', sites, {}, { ...unkept, MAX_REQUESTS: '1', MAX_WAITING: '0' });
  const query = '{ contacts { nodes { slug } } }';
  for (let time = 0; time < oftenEnough; time += 1) expect((await gateway.ask(query)).status).toBe(200);
  const named = { cookie: 'never=cached' };
  for (let time = 0; time < oftenEnough; time += 1) await gateway.ask(query, named);

  await gateway.behind((database) => database.query('ALTER TABLE contact RENAME TO hidden'));

  for (let time = 0; time < oftenEnough; time += 1) {
    const { status, json } = await gateway.ask(query, named);
    expect(status).toBe(200);
    expect(json).toMatchObject({ errors: [{ path: ['contacts', 'nodes'] }] });
  }
  await gateway.behind((database) => database.query('ALTER TABLE hidden RENAME TO contact'));
  expect((await gateway.ask(query, named)).json).toMatchObject({
    data: { contacts: { nodes: [{ slug: 'help-desk' }] } },
  });
  await gateway.end();
});

it('gives its place back once, so that no more are answered at the same time than may be', async () => {
  const limits = { MAX_REQUESTS: '1', MAX_WAITING: '0', DEADLINE_MS: '3000' };
  const gateway = await Gateway.over('sqlite', sites, {}, { ...unkept, ...limits });
  for (let time = 0; time < oftenEnough; time += 1)
    expect((await gateway.ask('{ institutions { nodes { slug } } }')).status).toBe(200);
  await gateway.behind(async (database) => {
    await database.query('ALTER TABLE contact RENAME TO hidden');
    await database.query(
      'CREATE VIEW contact AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT h.* FROM hidden h WHERE (SELECT count(*) FROM n) < 0',
    );
  });

  const endless = [1, 2, 3].map(() => gateway.ask('{ contacts { nodes { slug } } }'));

  // One of them is answered, when its time is over.
  const statuses = (await Promise.all(endless)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 503)).toHaveLength(2);
  await gateway.end();
});
