/** A thread that writes parts of an export, with a connection of its own: one after the other, as it is asked for them. */
import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { readConfig } from '../../config';
import { partWriter } from '../../export/write-part';
import { Source } from '../../query/source';
import { registry } from '../../registry';
import { openReading } from '../../store/open-reading';
import { partNamed, readingOf, requestOf, type WorkerTask, type NamedPart } from './task';

async function work(): Promise<void> {
  const task = workerData as WorkerTask;
  const config = readConfig(undefined, { DATABASE_URL: task.databaseUrl });
  const reader = await openReading({ ...config, reading: readingOf(config) });
  const request = requestOf(task, config.root);
  const write = partWriter(new Source(reader, registry, null), request);
  parentPort?.on('message', (named: NamedPart) => {
    write(partNamed(named)).then(
      (written) =>
        parentPort?.postMessage(
          written,
          written.pieces.map(({ buffer }) => buffer),
        ),
      // An error that nobody handles ends the thread, and is told to who started it.
      (error: unknown) =>
        setImmediate(() => {
          throw error;
        }),
    );
  });
}

void work();
