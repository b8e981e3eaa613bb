/** Threads that write parts of an export. */
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WritePart, WrittenPart } from '../../export/write-part';
import { namedPart, type WorkerTask } from './task';

export interface ExportWorkers {
  readonly writers: readonly WritePart[];
  stop(): Promise<void>;
}

/** Memory of a thread, in MB: what it reads and writes is gone soon. */
const resourceLimits = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 512 };

/** @param program what a thread runs: the compiled `worker.ts` */
export function startWorkers(
  count: number,
  task: WorkerTask,
  program = join(__dirname, 'worker.js'),
): ExportWorkers {
  const workers = Array.from(
    { length: count },
    () => new Worker(program, { workerData: task, resourceLimits }),
  );
  return {
    writers: workers.map(writerOf),
    async stop() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function writerOf(worker: Worker): WritePart {
  const ended = new AbortController();
  const { signal } = ended;
  worker.once('error', (error) => ended.abort(error));
  worker.once('exit', () => ended.abort(new Error('A thread that writes has ended.')));
  return async (part) => {
    signal.throwIfAborted();
    worker.postMessage(namedPart(part));
    try {
      const [written] = (await once(worker, 'message', { signal })) as [WrittenPart];
      return written;
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    }
  };
}
