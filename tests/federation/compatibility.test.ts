/** The building block makes subgraphs that routers understand: it passes the public compatibility suite over HTTP. */
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { inventorySubgraph, usersSubgraph } from '../fixtures/products/neighbours';
import { productsSubgraph } from '../fixtures/products/products';
import { serveSubgraph, type ServedSubgraph } from '../fixtures/products/server';
import { askAt, subgraphGroups } from './compatibility';

describe('the subgraph "products" of the compatibility suite', () => {
  let products: ServedSubgraph;

  beforeAll(async () => {
    products = await serveSubgraph(productsSubgraph(), 0);
  });

  afterAll(() => products.stop());

  subgraphGroups(askAt(() => products.url));

  it('composes with its neighbours', () => {
    const subgraphs = {
      products: productsSubgraph(),
      users: usersSubgraph(),
      inventory: inventorySubgraph(),
    };
    const { errors, supergraphSdl } = composeServices(
      Object.entries(subgraphs).map(([name, { sdl }]) => ({
        name,
        url: `https://${name}.example.org`,
        typeDefs: parse(sdl),
      })),
    );

    expect(errors).toBeUndefined();
    expect(supergraphSdl).toContain('@custom');
  });
});
