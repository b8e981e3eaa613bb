/** Several processes behind one port: the first prepares the database, starts the others, starts them again where they end, and stops them. */
import cluster, { type Worker } from 'node:cluster';
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { AggregatorRegistry } from 'prom-client';
import { RateLimiterClusterMaster } from 'rate-limiter-flexible';
import { StartFailed } from './errors';

/** What a worker tells the first process, and is told by it. Others send messages of their own over the same channel. */
interface Message {
  gateway?: { ready: string } | { metrics: number; text?: string; failed?: true } | { stop: true };
}

const firstPause = 100;
const longestPause = 10_000;
/** A worker that lived so long, in milliseconds, did not end because of its start. */
const longLived = 60_000;
/** How long a worker may take to end, in milliseconds, before it is killed: longer than it gives its own requests. */
const longestEnd = 12_000;

/** How long to wait before a worker is started again that ended so often one after another, in milliseconds. */
const pauseAfter = (ends: number): number => Math.min(longestPause, firstPause * 2 ** (ends - 1));

/** The workers, as the first process sees them. */
export class Workers {
  private stopping = false;
  private readonly metrics = new AggregatorRegistry();

  constructor(private readonly log: Logger) {
    // Every worker counts its clients here, so that a client has one allowance for all of them.
    new RateLimiterClusterMaster();
    // The workers accept connections themselves: one that was handed over to a worker which dies at that moment would wait for ever.
    cluster.schedulingPolicy = cluster.SCHED_NONE;
  }

  /** Starts so many workers. @returns where they listen. @throws StartFailed when one of them cannot start. */
  async start(count: number): Promise<string> {
    const starts = Array.from({ length: count }, () => this.startOne(0));
    try {
      const [url = ''] = await Promise.all(starts);
      return url;
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Has all workers answer the requests that run, and end. */
  async stop(): Promise<void> {
    this.stopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    await Promise.all(workers.map(end));
  }

  /** Resolves with the address of a worker; it is started again whenever it ends, but not where it never began. */
  private startOne(ends: number): Promise<string> {
    const begin = performance.now();
    const worker = cluster.fork();
    return new Promise((resolve, reject) => {
      let isReady = ends > 0;
      worker.on('message', ({ gateway: message }: Message) => {
        if (!message) return;
        if ('ready' in message) {
          isReady = true;
          resolve(message.ready);
        } else if ('metrics' in message) void this.tellMetrics(worker, message.metrics);
      });
      worker.once('exit', (code, signal) => {
        if (this.stopping) return;
        if (!isReady) {
          reject(new StartFailed('The gateway cannot be served by WORKERS: one of them did not start.'));
          return;
        }
        const again = performance.now() - begin > longLived ? 1 : ends + 1;
        const pause = pauseAfter(again);
        this.log.warn({ worker: worker.process.pid, code, signal, pause }, 'A worker ended and is replaced');
        void setTimeout(pause, undefined, { ref: false }).then(() => {
          if (!this.stopping) void this.startOne(again);
        });
      });
    });
  }

  private async tellMetrics(worker: Worker, metrics: number): Promise<void> {
    const answer: Message['gateway'] = await this.metrics.clusterMetrics().then(
      (text) => ({ metrics, text }),
      () => ({ metrics, failed: true }),
    );
    if (worker.isConnected()) worker.send({ gateway: answer } satisfies Message);
  }
}

async function end(worker: Worker): Promise<void> {
  if (worker.isDead()) return;
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  if (worker.isConnected()) worker.send({ gateway: { stop: true } } satisfies Message);
  const killing = new AbortController();
  void setTimeout(longestEnd, undefined, { signal: killing.signal }).then(
    () => worker.process.kill('SIGKILL'),
    () => undefined,
  );
  await ended;
  killing.abort();
}

/** What a worker has of the first process. */
export interface FirstProcess {
  tellReady: (url: string) => void;
  /** Resolves when the worker shall stop. */
  stop: Promise<'stop'>;
  /** The metrics of all workers together. */
  metrics: () => Promise<string>;
}

/** The first process, for a worker; null in a process that is none. */
export function firstProcess(): FirstProcess | null {
  if (!cluster.isWorker) return null;
  const send = (gateway: Message['gateway']): void => void process.send?.({ gateway });
  const waiting = new Map<number, { resolve: (text: string) => void; reject: (error: Error) => void }>();
  let asked = 0;
  const stop = new Promise<'stop'>((resolve) => {
    process.on('message', ({ gateway: message }: Message) => {
      if (!message) return;
      if ('stop' in message) resolve('stop');
      if (!('metrics' in message)) return;
      const { resolve: answer, reject } = waiting.get(message.metrics) ?? {};
      waiting.delete(message.metrics);
      if (message.text === undefined) reject?.(new Error('The metrics of the other workers cannot be had.'));
      else answer?.(message.text);
    });
  });
  return {
    tellReady: (ready) => send({ ready }),
    stop,
    metrics: () =>
      new Promise((resolve, reject) => {
        waiting.set((asked += 1), { resolve, reject });
        send({ metrics: asked });
      }),
  };
}
