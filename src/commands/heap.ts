/**
 * Imported for its effect: V8 collects garbage once the heap has grown by three fifths, not only when it has grown fourfold. A gateway is asked
 * things that differ, and most of what it makes for them is soon of no use. Nothing becomes slower by it (docs/operate.md, "Memory").
 * `NODE_OPTIONS` does not take this flag.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--heap-growing-percent=60');
