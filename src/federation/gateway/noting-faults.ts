/** Reports the subgraphs whose answers turned out to be invalid when they were merged. The remote itself cannot notice that: it answered in time. */
import type { Engine } from './engine';
import { SubgraphUnavailable } from './faults';

export const notingFaults = (
  { schema, execute }: Engine,
  note: (fault: SubgraphUnavailable) => void,
): Engine => ({
  schema,
  execute: async (operation) => {
    const result = await execute(operation);
    for (const { originalError } of result.errors ?? [])
      if (originalError instanceof SubgraphUnavailable && originalError.wasFoundInAnswer) note(originalError);
    return result;
  },
});
