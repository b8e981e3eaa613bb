/**
 * Imported for its side effect: V8 collects short-lived objects on one thread. Little of an export survives, so helping threads have
 * little to do, and cost CPU time themselves.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--no-parallel-scavenge');
