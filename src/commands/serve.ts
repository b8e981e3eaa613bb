/** `num-gateway serve`, with the catalogue or for a supergraph of others. */
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
  // What was given up when the gateway stopped does not hold the process.
  process.exit();
}

/** @param place file or address of the supergraph. */
export async function serveSupergraphCommand(place: string, config: Config): Promise<void> {
  await serveSupergraph(place, config, (line) => console.log(line));
  process.exit();
}
