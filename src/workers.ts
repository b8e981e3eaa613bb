/** Several worker processes behind one port. The primary process prepares the database, and starts, restarts and stops the workers. */
import cluster, { type Worker } from 'node:cluster';
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { AggregatorRegistry } from 'prom-client';
import { RateLimiterClusterMaster } from 'rate-limiter-flexible';
import { StartFailed } from './errors';

/** Messages between a worker and the primary. Other libraries use the same channel. */
interface Message {
  gateway?: { ready: string } | { metrics: number; text?: string; failed?: true } | { stop: true };
}

const firstPause = 100;
const longestPause = 10_000;
/** Milliseconds after which a worker counts as started successfully, so that its end is not a failed start. */
const longLived = 60_000;
/** Milliseconds until a worker that was told to stop is killed: longer than it gives its own requests. */
const longestEnd = 12_000;

/** Milliseconds to wait before a restart, growing with the number of consecutive ends. */
const pauseAfter = (ends: number): number => Math.min(longestPause, firstPause * 2 ** (ends - 1));

/** Manages the workers, in the primary process. */
export class Workers {
  private stopping = false;
  private readonly metrics = new AggregatorRegistry();

  constructor(private readonly log: Logger) {
    // The workers' rate limits are counted here, so that a client has one allowance for all of them.
    new RateLimiterClusterMaster();
    // The workers accept connections themselves. A connection handed to a worker that dies at that moment would wait forever.
    cluster.schedulingPolicy = cluster.SCHED_NONE;
  }

  /** Starts the workers. @returns their URL @throws StartFailed when one of them cannot start */
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

  /** Tells all workers to finish their running requests and end. */
  async stop(): Promise<void> {
    this.stopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    await Promise.all(workers.map(end));
  }

  /** Has all workers read the files of harvested sources and of subgraphs anew. */
  reload(): void {
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGHUP');
  }

  /** Starts one worker and resolves with its URL. It is restarted whenever it ends, unless its first start failed. */
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

/** The primary process as a worker sees it. */
export interface FirstProcess {
  tellReady: (url: string) => void;
  /** Resolves when the worker is told to stop. */
  stop: Promise<'stop'>;
  /** The metrics of all workers. */
  metrics: () => Promise<string>;
}

/** The primary process; null if this process is not a worker. */
export function firstProcess(): FirstProcess | null {
  if (!cluster.isWorker) return null;
  const send = (gateway: Message['gateway']): void => void process.send?.({ gateway });
  const waiting = new Map<number, { resolve: (text: string) => void; reject: (error: Error) => void }>();
  let pending = 0;
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
        waiting.set((pending += 1), { resolve, reject });
        send({ metrics: pending });
      }),
  };
}
