/** How far a harvest is, on a terminal; nothing elsewhere. */
import type { HarvestProgress } from '../../harvest/run/run-parts';

const words = { read: 'reading', link: 'linking', write: 'writing' };

/** Shows progress in one line; `end` removes it. */
export function progressOf(source: string): { show: (progress: HarvestProgress) => void; end: () => void } {
  const { stderr } = process;
  let shownAt = 0;
  return {
    show: ({ phase, done, total }) => {
      const now = performance.now();
      if (!stderr.isTTY || (now - shownAt < 100 && done !== total)) return;
      shownAt = now;
      const of = total === null ? '' : ` of ${total}`;
      stderr.write(`\r\u001b[K${source}: ${words[phase]} ${done}${of} records`);
    },
    end: () => {
      if (stderr.isTTY) stderr.write('\r\u001b[K');
    },
  };
}
