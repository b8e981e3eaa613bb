/** Makes the engine for a supergraph. It uses the native query planner if that was built for this machine. */
import { reasonOf } from '../../errors';
import type { CallSubgraph, Engine } from './engine';
import { nativeEngine } from './native-engine';
import { stitchedEngine } from './stitched-engine';
import type { Supergraph } from './supergraph';

/** @throws Error when queries on the supergraph cannot be planned */
export async function makeEngine(supergraph: Supergraph, call: CallSubgraph): Promise<Engine> {
  const native = await nativePlanner();
  return native.Planner ? nativeEngine(native.Planner, supergraph, call) : stitchedEngine(supergraph, call);
}

/** Warns once, at the start, if the native planner is missing and queries are answered by stitching. */
export async function warnWithoutPlanner(log: {
  warn: (details: object, message: string) => void;
}): Promise<void> {
  const native = await nativePlanner();
  if (!native.Planner)
    log.warn(
      { reason: native.missing },
      'The native query planner cannot be loaded on this machine; queries over subgraphs are answered by stitching',
    );
}

async function nativePlanner() {
  try {
    return { Planner: (await import('@graphql-hive/router-query-planner')).QueryPlanner, missing: null };
  } catch (error) {
    return { Planner: null, missing: reasonOf(error) };
  }
}
