/**
 * Imported for its side effect: V8 collects short-lived objects on one thread. Little of an export survives, so helping threads take more
 * CPU time than they save. `NODE_OPTIONS` could say the same, but nobody would.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--no-parallel-scavenge');
