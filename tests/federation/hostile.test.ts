/** With a neighbour linked in, hostile requests are refused as they are without it. */
import { corpus, type Hostile } from '../hostile/corpus';
import { linked, scans, scansSdl, type Linked } from './linked-gateway';
import { Neighbour } from './neighbour';
import { sites } from '../http/gateway';

const firstCode = (text: string): string | undefined => {
  const { errors } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
  return errors?.[0]?.extensions?.code;
};

let racoon: Neighbour;
let link: Linked;
beforeAll(async () => {
  racoon = await Neighbour.start('scans', scansSdl, scans);
  const environment = { MAX_COST_PER_MINUTE: '2000000000', MAX_REQUESTS: '20', SUBGRAPHS_POLL_MS: '1000000' };
  link = await linked([racoon], { records: sites, environment });
});
afterAll(async () => {
  await link.end();
  await racoon.stop();
});

it.each(corpus.map((hostile): [string, Hostile] => [hostile.name, hostile]))('%s', async (_name, hostile) => {
  const { method = 'GET', path = '/graphql', headers: given = {}, body } = hostile;

  const { status, text } = await link.gateway.get(path, {
    method,
    headers: given,
    ...(body !== undefined && { body }),
  });

  expect({ status, code: firstCode(text) }).toEqual({ status: hostile.status, code: hostile.code });
});
