/** Reports the subgraphs whose answers turned out to be invalid when they were merged. The remote itself cannot notice that: it answered in time. */
import type { Engine } from './engine';
import { SubgraphUnavailable } from './faults';

export const notingFaults = (engine: Engine, note: (fault: SubgraphUnavailable) => void): Engine => ({
  ...engine,
  execute: async (operation) => {
    const result = await engine.execute(operation);
    for (const { originalError } of result.errors ?? [])
      if (originalError instanceof SubgraphUnavailable && originalError.wasFoundInAnswer) note(originalError);
    return result;
  },
});
