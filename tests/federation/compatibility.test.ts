/** The building block makes subgraphs that routers understand: it passes the public compatibility suite over HTTP. */
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { inventorySubgraph, usersSubgraph } from '../fixtures/products/neighbours';
import { productsSubgraph } from '../fixtures/products/products';
import { serveSubgraph, type ServedSubgraph } from '../fixtures/products/server';
import { askAt, subgraphGroups, supergraphGroups } from './compatibility';
import { serveSupergraph } from './router';

/** The subgraphs of the suite, by the names that it gives them. */
const subgraphs = { products: productsSubgraph(), users: usersSubgraph(), inventory: inventorySubgraph() };

describe('the compatibility suite', () => {
  const served = new Map<string, ServedSubgraph>();
  const addressOf = (name: string): string => served.get(name)?.url ?? '';

  beforeAll(async () => {
    for (const [name, subgraph] of Object.entries(subgraphs)) {
      served.set(name, await serveSubgraph(subgraph, 0));
    }
    served.set('supergraph', await serveSupergraph(composed()));
  });

  afterAll(async () => {
    for (const { stop } of served.values()) await stop();
  });

  function composed(): string {
    const { errors, supergraphSdl } = composeServices(
      Object.entries(subgraphs).map(([name, { sdl }]) => ({
        name,
        url: addressOf(name),
        typeDefs: parse(sdl),
      })),
    );
    if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
    return supergraphSdl;
  }

  describe('of the subgraph "products"', () => {
    subgraphGroups(askAt(() => addressOf('products')));
  });

  describe('of the supergraph that is composed with it', () => {
    supergraphGroups(askAt(() => addressOf('supergraph')));

    it('keeps the directive that "products" composes', () => {
      expect(composed()).toContain('@custom');
    });
  });
});
