/** What is kept, as one request sees it: of one version from its beginning to its end, and no longer than the request may take. */
import type { Kept, Snapshot } from './kept';

/** @param signal ends the request, which then waits for nothing that is loaded; the loading goes on for the others. */
export function keptForRequest(kept: Kept, signal: AbortSignal): Kept {
  let seen: Snapshot | Promise<Snapshot> | null | undefined;
  const see = (): Snapshot | Promise<Snapshot> | null => {
    const now = kept.now();
    if (!(now instanceof Promise)) return now && bounded(now, signal);
    return unless(signal, now).then((snapshot) => (seen = bounded(snapshot, signal)));
  };
  return { now: () => (seen === undefined ? (seen = see()) : seen) };
}

const bounded = (snapshot: Snapshot, signal: AbortSignal): Snapshot => ({
  version: snapshot.version,
  records: (of) => unless(signal, snapshot.records(of)),
  identifiers: (of) => unless(signal, snapshot.identifiers(of)),
  evidence: (of) => unless(signal, snapshot.evidence(of)),
  pages: (list, parents) => unless(signal, snapshot.pages(list, parents)),
  counts: (list, parents) => unless(signal, snapshot.counts(list, parents)),
  remember: (key, bytes, read) => unless(signal, snapshot.remember(key, bytes, read)),
});

/** What is awaited, unless the signal comes before. */
function unless<T>(signal: AbortSignal, awaited: T): T {
  return awaited instanceof Promise ? (beforeSignal(signal, awaited as Promise<unknown>) as T) : awaited;
}

function beforeSignal<T>(signal: AbortSignal, awaited: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    awaited.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
