/** GraphQL over HTTP: the audits of graphql-http, https://graphql.github.io/graphql-over-http/draft/ */
import { auditServer } from 'graphql-http';
import { Gateway, sites } from './gateway';

it('the endpoint passes every audit that must or should hold', async () => {
  const gateway = await Gateway.over('sqlite', sites);

  const results = await auditServer({ url: `${gateway.url}/graphql`, fetchFn: fetch });
  await gateway.end();

  const failed = results.filter(({ status }) => status !== 'ok');
  expect(failed.filter(({ status }) => status !== 'notice').map(({ id, name }) => `${id} ${name}`)).toEqual(
    [],
  );
  expect(failed.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
});
