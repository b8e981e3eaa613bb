/** Branches of a query that do not depend on each other do not wait for each other. */
import { linked, type Linked } from './linked-gateway';
import { link, Neighbour } from './neighbour';

const sdl = `${link('@key')}
  type Query { wards: [Ward!] }
  type Ward @key(fields: "id") { id: ID! }
  type Institution @key(fields: "slug") { slug: String! beds: Int }`;

/** A neighbour whose list of wards is given out only after its beds were asked for. */
let neighbour: Neighbour;
let gatewayLink: Linked;
let bedsAsked: () => void;
let untilBeds: Promise<void>;

beforeAll(async () => {
  neighbour = await Neighbour.start('beds', sdl, {
    'Query.wards': async () => {
      await untilBeds;
      return [{ __typename: 'Ward', id: '1' }];
    },
    Institution: ({ slug }) => {
      bedsAsked();
      return { __typename: 'Institution', slug, beds: 1_200 };
    },
  });
  gatewayLink = await linked([neighbour]);
});
beforeEach(() => {
  untilBeds = new Promise((resolve) => (bedsAsked = resolve));
});
afterAll(async () => {
  await gatewayLink.end();
  await neighbour.stop();
});

it('fetches further fields of our records while a list of the neighbour is still awaited', async () => {
  const { json } = await gatewayLink.gateway.ask(
    '{ wards { id } institution(slug: "marburg") { slug beds } }',
  );

  // If one waited for the other, the neighbour would never answer, and its timeout would make the wards null.
  expect(json).toMatchObject({
    data: { wards: [{ id: '1' }], institution: { slug: 'marburg', beds: 1_200 } },
  });
  expect(json).not.toHaveProperty('errors');
});

it('still waits for what a step needs', async () => {
  bedsAsked();
  const { json } = await gatewayLink.gateway.ask(
    '{ wards { id } infrastructures { nodes { slug institutions { nodes { slug beds } } } } }',
  );

  expect(json).not.toHaveProperty('errors');
  expect(json).toMatchObject({
    data: {
      infrastructures: {
        nodes: [
          { slug: 'aktin', institutions: { nodes: [] } },
          { slug: 'racoon', institutions: { nodes: [{ slug: 'marburg', beds: 1_200 }] } },
        ],
      },
    },
  });
});
