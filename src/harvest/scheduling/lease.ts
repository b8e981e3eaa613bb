/** Makes sure that only one process does a work at a time, however many serve: a row in the database says which, and until when. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { WriteHarvest } from '../run/run-parts';

/** How long a lease is good without being renewed, and how often that is done, in milliseconds. */
const lasts = 90_000;
const renewedEvery = 25_000;

/** Names this process. Whether another one on this machine is still there can be told by it. */
export const thisHolder = (): string => `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`;

/** Whether the holder of a lease was a process of this machine that has ended. */
function isDead(holder: string): boolean {
  const [host, pid] = holder.split('/');
  if (host !== hostname() || !/^\d+$/.test(pid ?? '')) return false;
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
}

/** Takes or renews a lease. @returns its holder, who is another one if it was refused */
export function take(name: string, { write, now, holder }: LeaseParts): Promise<string> {
  return write(({ harvests }) =>
    harvests.lease({
      name,
      holder,
      now: now().toISOString(),
      until: new Date(now().getTime() + lasts).toISOString(),
      isDead,
    }),
  );
}

export const giveBack = (name: string, { write, holder }: LeaseParts): Promise<void> =>
  write(({ harvests }) => harvests.release(name, holder));

/** Does a work while it holds the lease. @returns the other holder if there is one, and does nothing */
export async function whileHeld<T>(
  name: string,
  parts: LeaseParts,
  work: () => Promise<T>,
): Promise<{ done: T } | { heldBy: string }> {
  const holder = await take(name, parts);
  if (holder !== parts.holder) return { heldBy: holder };
  const renewal = setInterval(() => void take(name, parts).catch(() => undefined), renewedEvery).unref();
  try {
    return { done: await work() };
  } finally {
    clearInterval(renewal);
    await giveBack(name, parts).catch(() => undefined);
  }
}
