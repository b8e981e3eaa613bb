/** Composes SDLs to a supergraph in a worker thread. With a graph of our size this takes half a second, and requests must go on meanwhile. */
import { Worker } from 'node:worker_threads';
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
const { parentPort, workerData: { composer, graphql, services } } = require('node:worker_threads');
const { parse } = require(graphql);
const { composeServices } = require(composer);
function compose() {
  try {
    const { supergraphSdl, errors = [] } = composeServices(
      services.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
    );
    return supergraphSdl ? { supergraphSdl } : { problems: errors.map(({ message }) => message) };
  } catch (error) {
    return { problems: [error.message] };
  }
}
parentPort.postMessage(compose());
`;

/** Composes, and mends what the composer does not do as the specification says. */
export async function composeServices(services: readonly Service[]): Promise<ComposedText> {
  const subgraphs = services.map(({ name, url, sdl }) => ({ name, url, sdl: withConcreteRequires(sdl) }));
  const composed = await composedInWorker(subgraphs);
  if ('problems' in composed) return composed;
  return { supergraphSdl: mended({ supergraphSdl: composed.supergraphSdl, subgraphs }) };
}

function composedInWorker(services: readonly Service[]): Promise<ComposedText> {
  const workerData = {
    composer: require.resolve('@theguild/federation-composition'),
    graphql: require.resolve('graphql'),
    services,
  };
  const worker = new Worker(work, { eval: true, workerData });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The composition ended without a result.')));
  });
}
