/** Follows addresses from document to document, each once, breadth-first. */
import type { SourceDocument } from '../document';
import { FetchFault } from '../fetching/fault';
import { fetchFinding } from '../fetching/finding-texts';
import { walkFinding } from './finding-texts';
import type { Walking } from './walking';

export interface Crawl<Found extends SourceDocument> {
  readonly fetch: (address: string) => Promise<Found>;
  /** Where a document leads; it may tell what is wrong there. */
  readonly leadsOn: (document: Found) => Promise<readonly string[]>;
}

/** What cannot be fetched is reported, and the walk goes on without it. */
export async function* crawl<Found extends SourceDocument>(
  start: string,
  { fetch, leadsOn }: Crawl<Found>,
  { report, signal, mostDocuments }: Walking,
): AsyncGenerator<Found> {
  const queue = [{ address: start, from: start }];
  const known = new Set([start]);
  const read = new Set<string>();
  for (const [index, { address, from }] of queue.entries()) {
    if (signal.aborted) return;
    if (index >= mostDocuments) {
      report(walkFinding('too-many-documents', start, { number: mostDocuments }));
      return;
    }
    const document = await fetch(address).catch((error: unknown) => {
      if (!(error instanceof FetchFault)) throw error;
      report(fetchFinding(error, from));
    });
    // A redirect may lead to what was read already.
    if (!document || read.has(document.address)) continue;
    read.add(document.address);
    known.add(document.address);
    const next = document.unchanged ? (document.leadsTo ?? []) : await leadsOn(document);
    yield { ...document, leadsTo: next };
    for (const each of next) {
      if (known.has(each)) continue;
      known.add(each);
      queue.push({ address: each, from: document.address });
    }
  }
}
