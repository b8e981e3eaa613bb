/** `num-gateway serve`, with the catalogue or for a supergraph composed elsewhere. */
import type { Config } from '../config';
import { serve, serveSupergraph } from '../main';
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
  // Work that was given up at the stop must not keep the process alive.
  process.exit();
}

/** @param place file or URL of the supergraph */
export async function serveSupergraphCommand(place: string, config: Config): Promise<void> {
  await serveSupergraph(place, config, (line) => console.log(line));
  process.exit();
}
