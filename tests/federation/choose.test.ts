/** Which schemas are linked in, and how often they are composed for that. */
import { choose, type Linked } from '../../src/federation/linking/choose';
import { Composer } from '../../src/federation/linking/compose';
import { usualSettings } from '../../src/federation/linking/remotes';
import { Remote } from '../../src/federation/remote/remote';
import { link } from './neighbour';
import { smallPart } from './small-part';

jest.setTimeout(240_000);

let composer: Composer;
beforeAll(async () => {
  composer = await Composer.of(await smallPart());
});

const good = (name: string): string =>
  `${link('@key')} type Infrastructure @key(fields: "slug") { slug: String! ${name}: Int }`;
/** Only the composer finds what is wrong with it: a value of ours that is not shareable. */
const bad = `${link('@key')} type Infrastructure @key(fields: "slug") { slug: String! one: PageInfo }
  type PageInfo { hasNextPage: Boolean! }`;

const neighbour = (name: string, offered: string | null, accepted: string | null = null): Linked => {
  const entry = { ...usualSettings, name, url: 'http://localhost/', mayExtend: null, schema: null };
  return { entry, remote: new Remote(entry), offered, accepted, refused: null };
};

async function chosen(all: readonly Linked[]) {
  const composing = jest.spyOn(composer, 'compose');
  const refused: string[] = [];
  const supergraph = await choose(all, composer, (name) => refused.push(name));
  const compositions = composing.mock.calls.length;
  composing.mockRestore();
  const names = supergraph.subgraphs.map(({ name }) => name).filter((name) => name !== 'num');
  return { names: names.sort(), refused, compositions };
}

it('composes all at once', async () => {
  const all = ['a', 'b', 'c', 'd'].map((name) => neighbour(name, good(name)));

  expect(await chosen(all)).toEqual({ names: ['a', 'b', 'c', 'd'], refused: [], compositions: 1 });
  expect(all.every(({ offered, accepted }) => offered === accepted)).toBe(true);
});

it('finds the one that does not fit, and links the others in', async () => {
  const all = ['a', 'b', 'c', 'd'].map((name) => neighbour(name, name === 'c' ? bad : good(name)));

  // All; the first two; the last two; each of these.
  expect(await chosen(all)).toEqual({ names: ['a', 'b', 'd'], refused: ['c'], compositions: 5 });
  expect(all[2]).toMatchObject({ accepted: null, refused: bad });
});

it('keeps the former schema of one that does not fit', async () => {
  const all = [neighbour('a', good('a')), neighbour('b', bad, good('b'))];

  expect(await chosen(all)).toMatchObject({ names: ['a', 'b'], refused: ['b'] });
  expect(all[1]).toMatchObject({ accepted: good('b'), refused: bad });
});

it('links in the kept schema of one that does not answer', async () => {
  expect(await chosen([neighbour('a', null, good('a')), neighbour('b', null)])).toEqual({
    names: ['a'],
    refused: [],
    compositions: 1,
  });
});
