/** The router in front of the suite's three subgraphs: the gateway of this project, without the catalogue. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../src/config';
import { startSupergraph } from '../../src/supergraph-app';
import type { ServedSubgraph } from '../fixtures/products/server';

/** Serves a supergraph; its subgraphs are asked at the addresses that stand in its SDL. */
export async function serveSupergraph(supergraphSdl: string): Promise<ServedSubgraph> {
  const folder = await mkdtemp(join(tmpdir(), 'num-gateway-'));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, supergraphSdl);
  const app = await startSupergraph(file, readConfig({ PORT: '0' }), { log: pino({ level: 'silent' }) });
  return {
    url: `${app.url}/graphql`,
    stop: async () => {
      await app.stop();
      await rm(folder, { recursive: true });
    },
  };
}
