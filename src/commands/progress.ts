/** A progress bar on a terminal; nothing elsewhere. */
import { SingleBar } from 'cli-progress';

/** Shows progress; `end` removes the bar. */
export function progressBar(label: string): { show: (done: number, total: number) => void; end: () => void } {
  const bar = new SingleBar({
    format: `${label} {bar} {value}/{total}`,
    hideCursor: true,
    noTTYOutput: false,
  });
  return {
    show: (done, total) => {
      if (!bar.isActive) bar.start(total, done);
      bar.update(done);
    },
    end: () => {
      bar.stop();
    },
  };
}
