/** Notes which subgraphs answered what turned out wrong: they were asked, answered in time, and do not know it themselves. */
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
