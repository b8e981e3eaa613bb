/** Gives one document of the web, or those that are packed in it. */
import { crawl } from './crawl';
import { unpacked } from './unpack';
import type { Walk } from './walking';

/** Whatever is there; what it is, its reader finds out. */
const anything = '*/*';

export const walkDocument: Walk = async function* (start, walking) {
  const documents = crawl(
    start,
    { fetch: (address) => walking.fetcher.get(address, anything), leadsOn: () => Promise.resolve([]) },
    walking,
  );
  for await (const document of documents) yield* unpacked(document, walking);
};
