/**
 * The router in front of the suite's three subgraphs. The gateway of this project takes its place once it serves supergraphs:
 * then `serveSupergraph` starts it with the same SDL, and the groups stay as they are.
 */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation';
import type { ServedSubgraph } from '../fixtures/products/server';

/** Serves a supergraph; its subgraphs are asked at the addresses that stand in its SDL. */
export async function serveSupergraph(supergraphSdl: string): Promise<ServedSubgraph> {
  const schema = getStitchedSchemaFromSupergraphSdl({ supergraphSdl });
  const server = new ApolloServer({ schema });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return { url, stop: () => server.stop() };
}
