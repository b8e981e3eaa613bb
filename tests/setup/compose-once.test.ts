import { composeServices as compose } from '../../src/federation/linking/compose-services';
import { composeServices } from './compose-once';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const sites = (
  url: string,
  sdl = 'type Query { sites: [Site!] } type Site @key(fields: "slug") { slug: ID! }',
) => ({
  name: 'sites',
  url,
  sdl: `${link} ${sdl}`,
});
const scans = {
  name: 'scans',
  url: 'http://127.0.0.1:2/?a=$&b="',
  sdl: `${link} type Query { scans: Int } type Site @key(fields: "slug") { slug: ID! scans: Int }`,
};

it.each([
  ['a supergraph', [sites('http://127.0.0.1:1/graphql'), scans]],
  ['a supergraph, with the address that one has now', [sites('http://127.0.0.1:3/graphql'), scans]],
  ['what stands against it', [sites('http://127.0.0.1:1/graphql', 'type Query { sites: Nothing }'), scans]],
])('gives %s as the composer does, also the second time', async (_, services) => {
  const expected = await compose(services);

  expect(await composeServices(services)).toEqual(expected);
  expect(await composeServices(services)).toEqual(expected);
});
