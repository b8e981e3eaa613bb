/** The thread in which a harvest reads a large document. It loads the declarations and nothing that writes or serves. */
import { parentPort, workerData } from 'node:worker_threads';
import { catalogue } from './catalogue';
import { readInThread, type ThreadWork } from './harvest/readers/reading-thread';
import { Registry } from './resource/registry';

// What fails here ends the thread, and is told to whoever started it.
if (parentPort) void readInThread(parentPort, workerData as ThreadWork, new Registry(catalogue));
