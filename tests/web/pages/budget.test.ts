// What a visit costs a reader: bytes over the wire, requests, and scripts that would hold the page up; of each kind of page.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { raw } from '../../helpers/raw-request';
import { SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { Gateway } from '../../http/gateway';
import { buildPages } from '../visits';

jest.setTimeout(180_000);

/** Bytes over the wire, without the scripts, which are not needed for reading. */
const mostBytes = 50_000;
/** All scripts of a page together. */
const mostOfScripts = 20_000;
/** The page, its style, its icon, the search, and two things that move. */
const mostRequests = 6;

let gateway: Gateway;
beforeAll(async () => {
  buildPages();
  gateway = await Gateway.of(await SmallWorld.in(await seededDatabase('sqlite')), {
    MAX_COST_PER_MINUTE: '2000000000',
  });
});
afterAll(() => gateway.end());

const pages = [
  '/',
  '/search?q=register',
  '/search?q=covid-19&type=DATASET&first=100',
  '/disputes',
  '/datasets?first=100',
  '/participations?first=100',
  '/institutions/num',
  '/institutions/marburg',
  '/infrastructures/racoon',
  '/datasets/rki-notaufnahmesurveillance',
  '/map?show=infrastructures/racoon&on=2024-06-01',
  '/network?of=institutions/num&depth=2&size=200',
  '/timeline?awards=yes',
  '/matrix',
  '/coverage?infrastructure=racoon&modality=IMAGING',
  '/money',
  '/compare?a=institutions/marburg&b=institutions/giessen',
];

const load = async (path: string, accept: string) => {
  const { status, body } = await raw(gateway.url + path, { accept, 'accept-encoding': 'br, gzip' });
  expect([path, status]).toEqual([path, 200]);
  return body.length;
};

/** The addresses in tags of a kind. */
const addressesIn = (html: string, tag: RegExp): string[] =>
  [...html.matchAll(tag)].flatMap(([, address]) => address ?? []);

it('is built', () => {
  expect(existsSync(join(resolve(__dirname, '../../..'), 'dist/web/manifest.json'))).toBe(true);
});

it.each(pages)('%s is light, and shown before any script', async (path) => {
  const { text } = await gateway.get(path, { headers: { accept: 'text/html', 'accept-language': 'de' } });
  const styles = addressesIn(text, /<link rel="stylesheet" href="([^"]+)"/g);
  const icons = addressesIn(text, /<link rel="icon" href="([^"]+)"/g);
  const scripts = addressesIn(text, /<script type="module" src="([^"]+)"/g);
  expect([styles.length, icons.length]).toEqual([1, 1]);
  // Modules are run once the page has been read; nothing else is a script but data.
  expect(text.match(/<script/g)?.length).toBe(
    scripts.length + (text.match(/<script type="application\/ld\+json"/g)?.length ?? 0),
  );
  expect(text).not.toMatch(/<img|<iframe|<style|@import|<link rel="preload"/);
  const [page, ...others] = [
    await load(path, 'text/html'),
    ...(await Promise.all([...styles, ...icons].map((address) => load(address, '*/*')))),
  ];
  const bytes = others.reduce((sum, each) => sum + each, page);
  const ofScripts = (await Promise.all(scripts.map((address) => load(address, '*/*')))).reduce(
    (sum, each) => sum + each,
    0,
  );
  const requests = 1 + styles.length + icons.length + scripts.length;
  const within = bytes <= mostBytes && ofScripts <= mostOfScripts && requests <= mostRequests;
  expect([path, bytes, ofScripts, requests, within]).toEqual([path, bytes, ofScripts, requests, true]);
});

it('needs no second request from a style or a script', async () => {
  const { text } = await gateway.get('/', { headers: { accept: 'text/html' } });
  const [style = ''] = addressesIn(text, /<link rel="stylesheet" href="([^"]+)"/g);
  expect((await gateway.get(style)).text).not.toMatch(/url\((?!["']?data:)|@import/);
});
