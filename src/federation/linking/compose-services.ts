/** Composes SDLs to a supergraph in a worker thread. With a graph of our size this takes half a second, and requests must go on meanwhile. */
import { MessageChannel, Worker } from 'node:worker_threads';
import { withConcreteRequires } from './mending/requires';
import { mended } from './mending/supergraph';

export interface Service {
  name: string;
  url: string;
  sdl: string;
}

/** The SDL of the supergraph, or why there is none. */
export type ComposedText = { supergraphSdl: string } | { problems: string[] };

/** The worker's code is inline and imports no file of ours, so it runs the same from the sources and from the build. */
const work = `
const { parentPort, workerData: { composer, graphql } } = require('node:worker_threads');
const { parse } = require(graphql);
const { composeServices } = require(composer);
function compose(services) {
  try {
    const { supergraphSdl, errors = [] } = composeServices(
      services.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
    );
    return supergraphSdl ? { supergraphSdl } : { problems: errors.map(({ message }) => message) };
  } catch (error) {
    return { problems: [error.message] };
  }
}
parentPort.on('message', ({ services, result }) => {
  result.postMessage(compose(services));
  result.close();
});
`;

/** Composes, and mends what the composer does not do as the specification says. */
export async function composeServices(services: readonly Service[]): Promise<ComposedText> {
  const subgraphs = services.map(({ name, url, sdl }) => ({ name, url, sdl: withConcreteRequires(sdl) }));
  const composed = await composedInWorker(subgraphs);
  if ('problems' in composed) return composed;
  return { supergraphSdl: mended({ supergraphSdl: composed.supergraphSdl, subgraphs }) };
}

/** After this time without a composition, in milliseconds, the thread ends. */
const idleTime = 5_000;

/** Started when first needed. A start with its cold code takes longer than a composition, and often several follow each other. */
let thread: Worker | null = null;
let waiting = 0;
let ending: NodeJS.Timeout | undefined;

function threadInUse(): Worker {
  if (thread) return thread;
  const workerData = {
    composer: require.resolve('@theguild/federation-composition'),
    graphql: require.resolve('graphql'),
  };
  const started = new Worker(work, { eval: true, workerData });
  const forget = (): void => {
    if (thread === started) thread = null;
  };
  // An error closes the channel of the result, too.
  started.once('error', forget).once('exit', forget);
  // The process need not wait for the thread, but for results.
  started.unref();
  thread = started;
  return started;
}

function endThread(): void {
  void thread?.terminate();
  thread = null;
}

async function composedInWorker(services: readonly Service[]): Promise<ComposedText> {
  clearTimeout(ending);
  waiting += 1;
  const { port1, port2 } = new MessageChannel();
  try {
    threadInUse().postMessage({ services, result: port2 }, [port2]);
    return await new Promise<ComposedText>((resolve, reject) => {
      port1.once('message', resolve);
      port1.once('close', () => reject(new Error('The composition ended without a result.')));
    });
  } finally {
    waiting -= 1;
    if (waiting === 0) ending = setTimeout(endThread, idleTime).unref();
  }
}
