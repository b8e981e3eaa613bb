/** Makes sure that only one process does a work at a time, however many serve: a row in the database says which, and until when. */
import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { WriteHarvest } from '../run/run-parts';

/** How long a lease is good without being renewed, in milliseconds; it is renewed several times within that. */
const usuallyLasts = 90_000;

/** This machine as far as processes see each other: two containers may have one host name, but not one process namespace. */
function thisMachine(): string {
  try {
    return `${hostname()}:${/\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? ''}`;
  } catch {
    return hostname();
  }
}

/** Names this process. Whether another one on this machine is still there can be told by it. */
export const holderId = (): string => `${thisMachine()}/${process.pid}/${randomUUID().slice(0, 8)}`;

/** Whether the holder of a lease was a process of this machine that has ended. */
function isDead(holder: string): boolean {
  const [machine, pid] = holder.split('/');
  if (machine !== thisMachine() || !/^\d+$/.test(pid ?? '')) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

export interface LeaseParts {
  write: WriteHarvest;
  now: () => Date;
  holder: string;
  /** How long a lease is good without being renewed, in milliseconds. */
  lasts?: number;
}

/** Takes or renews a lease. @returns its holder, who is another one if it was refused */
export function take(
  name: string,
  { write, now, holder, lasts = usuallyLasts }: LeaseParts,
): Promise<string> {
  return write(({ harvests }) =>
    harvests.leases.take({
      name,
      holder,
      now: now().toISOString(),
      until: new Date(now().getTime() + lasts).toISOString(),
      isDead,
    }),
  );
}

export const release = (name: string, { write, holder }: LeaseParts): Promise<void> =>
  write(({ harvests }) => harvests.leases.release(name, holder));

/** Renews a lease that this process holds while a work is done. The signal says that another process has got it meanwhile. */
export async function withRenewal<T>(
  name: string,
  parts: LeaseParts,
  work: (lost: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  const renew = () =>
    void take(name, parts).then(
      (holder) => {
        if (holder !== parts.holder) lost.abort();
      },
      // The next renewal may succeed, and there are several before the lease ends.
      () => undefined,
    );
  const renewal = setInterval(renew, (parts.lasts ?? usuallyLasts) / 4).unref();
  try {
    return await work(lost.signal);
  } finally {
    clearInterval(renewal);
  }
}

/** Does a work while it holds the lease. @returns the other holder if there is one, and does nothing */
export async function withLease<T>(
  name: string,
  parts: LeaseParts,
  work: (lost: AbortSignal) => Promise<T>,
): Promise<{ done: T } | { heldBy: string }> {
  const holder = await take(name, parts);
  if (holder !== parts.holder) return { heldBy: holder };
  try {
    return { done: await withRenewal(name, parts, work) };
  } finally {
    await release(name, parts).catch(() => undefined);
  }
}
