/** Makes the engine for a supergraph: with the native planner where it was built for this machine. */
import type { CallSubgraph, Engine } from './engine';
import { nativeEngine } from './native-engine';
import { stitchedEngine } from './stitched-engine';
import type { Supergraph } from './supergraph';

/** @throws Error when the supergraph cannot be planned. */
export async function makeEngine(supergraph: Supergraph, call: CallSubgraph): Promise<Engine> {
  const Planner = await nativePlanner();
  return Planner ? nativeEngine(Planner, supergraph, call) : stitchedEngine(supergraph, call);
}

async function nativePlanner() {
  try {
    return (await import('@graphql-hive/router-query-planner')).QueryPlanner;
  } catch {
    return null;
  }
}
