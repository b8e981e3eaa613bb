/** The file of subgraphs is read again while the gateway serves: no request is lost, and a file that cannot be used changes nothing. */
import { getMaxListeners } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { Remote } from '../../src/federation/remote/remote';
import { eventually } from '../helpers/eventually';
import { linked, scans, scansSdl } from './linked-gateway';
import { link, Neighbour } from './neighbour';

jest.setTimeout(180_000);

const entry = ({ name, url }: Neighbour, more = ''): string => `  - name: ${name}\n    url: ${url}\n${more}`;

it('follows its file, and keeps what was where the file cannot be used', async () => {
  const racoon = await Neighbour.start('scans', scansSdl, scans);
  const beds = await Neighbour.start('beds', `${link('@key')} type Query { beds: Int }`, {
    'Query.beds': () => 12,
  });
  const { gateway, environment, end } = await linked([racoon], {
    environment: { SUBGRAPHS_POLL_MS: '1000000', TOKEN: 'Bearer abc' },
  });
  const file = environment.SUBGRAPHS_FILE ?? '';
  const write = async (...entries: string[]): Promise<void> => {
    await writeFile(file, `subgraphs:\n${entries.join('')}`);
    gateway.reload();
  };
  const statusOf = async (query: string): Promise<number> => (await gateway.ask(query)).status;
  const stillRunning = new AbortController();
  const statuses: number[] = [];
  const others = (async () => {
    while (!stillRunning.signal.aborted)
      statuses.push(await statusOf('{ infrastructures { nodes { slug scans } } }'));
  })();

  await write(entry(racoon), entry(beds));
  await eventually(() => statusOf('{ beds }'), 200);
  expect((await gateway.ask('{ subgraphs { name state } }')).json).toMatchObject({
    data: { subgraphs: [{ name: 'scans', state: 'AVAILABLE' }, { name: 'beds' }] },
  });

  await write(entry(racoon, '    nonsense: true\n'));
  const faults = () =>
    gateway.log.filter(({ msg }) => String(msg).startsWith('SUBGRAPHS_FILE cannot be used'));
  await eventually(() => Promise.resolve(faults().length), 1);
  expect(faults()).toMatchObject([{ reason: expect.stringContaining('nonsense') as unknown }]);
  expect(await statusOf('{ beds }')).toBe(200);

  const looks = racoon.looks;
  await write(entry(racoon), entry(beds, '    headers: { Authorization: TOKEN }\n'));
  await eventually(async () => {
    await gateway.ask('{ beds }');
    return beds.asked.at(-1)?.headers.authorization;
  }, 'Bearer abc');
  expect(racoon.looks).toBeGreaterThan(looks);

  await write(entry(racoon));
  await eventually(() => statusOf('{ beds }'), 400);
  stillRunning.abort();
  await others;
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  await end();
  await Promise.all([racoon.stop(), beds.stop()]);
});

it('lets as many subgraphs as there are wait for one signal, of which Node would warn', async () => {
  const asking = jest.spyOn(Remote.prototype, 'sdl');
  const beds = await Neighbour.start('beds', `${link('@key')} type Query { beds: Int }`, {});
  const { end } = await linked([beds]);
  const [signal] = asking.mock.calls[0] ?? [];
  asking.mockRestore();
  await end();
  await beds.stop();
  expect(signal && getMaxListeners(signal)).toBe(Infinity);
});
