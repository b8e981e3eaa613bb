/** A progress bar on a terminal; silence elsewhere. */
import { SingleBar } from 'cli-progress';

/** Shows how far a work has come; `end` takes the bar away. */
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
