/** `num-gateway serve` */
import type { Config } from '../config';
import { serve } from '../main';
import { progressBar } from './progress';

export async function serveCommand(config: Config): Promise<void> {
  const seeding = progressBar('Seeding');
  await serve(
    config,
    (line) => {
      seeding.end();
      console.log(line);
    },
    seeding.show,
  );
  // What was given up when the gateway stopped does not hold the process.
  process.exit();
}
