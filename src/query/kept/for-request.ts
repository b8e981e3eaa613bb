/** What is kept, as one request sees it: of one version from its beginning to its end, and no longer than the request may take. */
import type { Ending } from '../ending';
import type { Kept, Snapshot } from './kept';

/** @param ending ends the request, which then waits for nothing that is loaded; the loading goes on for the others. */
export function keptForRequest(kept: Kept, ending: Ending): Kept {
  let seen: Snapshot | Promise<Snapshot> | null | undefined;
  const see = (): Snapshot | Promise<Snapshot> | null => {
    const now = kept.now();
    if (!(now instanceof Promise)) return now && bounded(now, ending);
    return unless(ending, now).then((snapshot) => (seen = bounded(snapshot, ending)));
  };
  return { now: () => (seen === undefined ? (seen = see()) : seen) };
}

const bounded = (snapshot: Snapshot, ending: Ending): Snapshot => ({
  version: snapshot.version,
  records: (of) => unless(ending, snapshot.records(of)),
  identifiers: (of) => unless(ending, snapshot.identifiers(of)),
  evidence: (of) => unless(ending, snapshot.evidence(of)),
  pages: (list, parents) => unless(ending, snapshot.pages(list, parents)),
  counts: (list, parents) => unless(ending, snapshot.counts(list, parents)),
  remember: (key, bytes, read) => unless(ending, snapshot.remember(key, bytes, read)),
});

/** What is awaited, unless the end comes before. */
function unless<T>(ending: Ending, awaited: T): T {
  return awaited instanceof Promise
    ? (beforeSignal(ending.signal, awaited as Promise<unknown>) as T)
    : awaited;
}

function beforeSignal<T>(signal: AbortSignal, awaited: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    awaited.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
