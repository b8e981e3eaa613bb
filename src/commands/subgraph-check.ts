/** `num-gateway subgraph check` tells whether a subgraph can be linked in. */
import { reasonOf, StartFailed } from '../errors';
import { ourPart } from '../open-federation';
import { registry } from '../open-store';
import { counted } from '../words';

export interface SubgraphCheckOptions {
  name: string;
  /** Our types to which it may add fields, separated by commas. */
  mayExtend?: string;
}

/** @param place a file with its SDL, or the URL of the running subgraph @throws StartFailed when the SDL cannot be read */
export async function subgraphCheckCommand(
  place: string,
  { name, mayExtend }: SubgraphCheckOptions,
): Promise<void> {
  // Loaded lazily, since other commands do not need it.
  const { checkSubgraph, sdlAt } = await import('../federation/linking/check-subgraph.js');
  const { Composer } = await import('../federation/linking/compose.js');
  const sdl = await sdlAt(place, name).catch((error: unknown) => {
    if (error instanceof StartFailed) throw error;
    throw new StartFailed(`The SDL of ${place} cannot be had: ${reasonOf(error)}`, { cause: error });
  });
  const allowed = mayExtend?.split(',').map((type) => type.trim()) ?? null;
  const composer = await Composer.of(await ourPart(registry));
  const verdict = await checkSubgraph({ name, sdl, mayExtend: allowed }, composer);
  if ('problems' in verdict) {
    console.log(`${place} cannot be linked in:`);
    for (const problem of verdict.problems) console.log(`  - ${problem}`);
    process.exitCode = 1;
    return;
  }
  console.log(`${place} can be linked in. It adds ${counted(verdict.adds.length, 'field')}:`);
  for (const { type, field } of verdict.adds) console.log(`  + ${type}.${field}`);
}
