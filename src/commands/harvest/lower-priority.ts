/** A harvest gives way to a gateway that answers on the same machine: it takes what processor time is left. */
import { constants, setPriority } from 'node:os';

/** Threads have the priority of the one that starts them, so this comes before all others. */
export function lowerPriority(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where that is forbidden, it takes its share.
  }
}
