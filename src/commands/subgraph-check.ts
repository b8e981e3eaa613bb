/** `num-gateway subgraph check` tells whether a subgraph can be linked in. */
import type { Config } from '../config';
import { WrongConfiguration } from '../errors';
import type { Composer, Offered } from '../federation/linking/compose';
import type { SubgraphEntry } from '../federation/linking/subgraph-entry';
import { ourPart } from '../open-federation';
import { registry } from '../registry';
import { counted } from '../words';

export interface SubgraphCheckOptions {
  name: string;
  /** Our types to which it may add fields, separated by commas. */
  mayExtend?: string;
  /** The file of the subgraphs beside which it is checked. */
  with?: string;
  /** Headers with which it is asked, such as `Authorization: Bearer …`. */
  header: readonly string[];
}

/** @param place a file with its SDL, or the URL of the running subgraph @throws StartFailed when the SDL cannot be read */
export async function subgraphCheckCommand(
  place: string,
  { name, mayExtend, with: file, header }: SubgraphCheckOptions,
  { federation }: Config,
): Promise<void> {
  // Loaded lazily, since other commands do not need it.
  const { checkSubgraph, sdlAt } = await import('../federation/linking/check-subgraph.js');
  const { Composer } = await import('../federation/linking/compose.js');
  const { readSubgraphsFile } = await import('../federation/linking/subgraphs-file.js');
  const local = await ourPart(registry);
  const headers = headersIn(header);
  const entries = file === undefined ? [] : await readSubgraphsFile(file, federation.read, local);
  const entry = entries.find((each) => each.name === name) ?? null;
  const sdl = await sdlAt(place, { name, entry, headers });
  const allowed = mayExtend?.split(',').map((type) => type.trim()) ?? entry?.mayExtend ?? null;
  const composer = await Composer.of(local);
  const beside = await offeredBy(
    entries.filter((each) => each !== entry),
    composer,
  );
  const verdict = await checkSubgraph({ name, sdl, mayExtend: allowed }, composer, beside);
  if ('problems' in verdict) {
    console.log(`${place} cannot be linked in:`);
    for (const problem of verdict.problems) console.log(`  - ${problem}`);
    process.exitCode = 1;
    return;
  }
  const others = beside.length > 0 ? ` beside ${beside.map((each) => each.name).join(', ')}` : '';
  console.log(`${place} can be linked in${others}. It adds ${counted(verdict.adds.length, 'field')}:`);
  for (const { type, field } of verdict.adds) console.log(`  + ${type}.${field}`);
  for (const notice of verdict.notices) console.log(`  ! ${notice}`);
}

/** What the other subgraphs offer now. Those that offer nothing usable are named and left out. */
async function offeredBy(entries: readonly SubgraphEntry[], composer: Composer): Promise<Offered[]> {
  const { offeredSdl } = await import('../federation/linking/offered-sdl.js');
  const { whyNoSdl } = await import('../federation/linking/why-no-sdl.js');
  const { Remote } = await import('../federation/remote/remote.js');
  const offered: Offered[] = [];
  for (const entry of entries) {
    const remote = new Remote(entry);
    const sdl = await offeredSdl(entry, remote, new AbortController().signal).catch((error: unknown) => {
      console.log(`It is checked without ${entry.name}: ${whyNoSdl(error)}`);
      return null;
    });
    if (sdl === null) continue;
    const candidate: Offered = { ...entry, sdl: composer.adapt(sdl).sdl };
    const violations = composer.policyViolations(candidate);
    const composed =
      violations.length > 0 ? { problems: violations } : await composer.compose([...offered, candidate]);
    if ('problems' in composed)
      console.log(
        `It is checked without ${entry.name}, which is not linked in: ${composed.problems[0] ?? ''}`,
      );
    else offered.push(candidate);
  }
  return offered;
}

/** @throws WrongConfiguration for what is no header */
function headersIn(given: readonly string[]): Record<string, string> {
  const headers = given.map((line) => {
    const [, name, value] = /^([A-Za-z0-9-]+):\s*(\S.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) return [name.toLowerCase(), value];
    throw new WrongConfiguration(
      '--header is not usable: give a name, a colon and a value, such as --header "Authorization: Bearer …".',
    );
  });
  return Object.fromEntries(headers) as Record<string, string>;
}
