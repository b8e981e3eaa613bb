/** Checks before a deployment whether a subgraph can be linked in, and what it would add. */
import { readFile } from 'node:fs/promises';
import { isObjectType } from 'graphql';
import { StartFailed } from '../../errors';
import type { Contribution } from '../../graphql/subgraph-report';
import { Remote } from '../remote/remote';
import type { Composer, Offered } from './compose';
import { contributionsOf } from './contributions';
import { wrongMayExtend } from './may-extend';
import { nearestName } from './nearest-name';
import { reachableTypes } from './reachable';
import { usualSettings } from './remotes';
import { bounded } from './rules/plain-words';
import type { SubgraphEntry } from './subgraph-entry';
import { whyNoSdl } from './why-no-sdl';

/** What a subgraph adds and what of it is not taken as it is, or why it is refused. */
export type Verdict = { adds: Contribution[]; notices: readonly string[] } | { problems: string[] };

/** How a running subgraph is asked: by its entry in the file of subgraphs, with further headers. */
export interface Asking {
  name: string;
  entry: SubgraphEntry | null;
  headers: Readonly<Record<string, string>>;
}

/** Reads the SDL of a subgraph from a file or from a running server. @throws StartFailed */
export const sdlAt = (place: string, { name, entry, headers }: Asking): Promise<string> =>
  /^https?:\/\//.test(place)
    ? new Remote({ ...usualSettings, ...entry, name, url: place, headers: { ...entry?.headers, ...headers } })
        .sdl(new AbortController().signal)
        .catch((error: unknown) => {
          throw new StartFailed(`The SDL of ${place} cannot be had: ${whyNoSdl(error)}`, { cause: error });
        })
    : readFile(place, 'utf8').catch((error: unknown) => {
        throw new StartFailed(unreadable(place, (error as NodeJS.ErrnoException).code), { cause: error });
      });

/** Why a file cannot be read as SDL, and what to do. */
function unreadable(place: string, code: string | undefined): string {
  switch (code) {
    case 'ENOENT':
      return `There is no file "${place}". Give the file with the SDL of the subgraph, or the address at which it runs (https://…).`;
    case 'EISDIR':
      return `"${place}" is a folder. Give the file with the SDL of the subgraph.`;
    case 'EACCES':
      return `The file "${place}" may not be read. Allow it to the user who runs this.`;
    default:
      return `The file "${place}" cannot be read (${code ?? 'no reason is known'}). Give another one.`;
  }
}

/** A subgraph that wants to be linked in. */
export interface Candidate {
  name: string;
  sdl: string;
  mayExtend: readonly string[] | null;
}

/** @param beside the subgraphs that are linked in already */
export async function checkSubgraph(
  { name, sdl: given, mayExtend }: Candidate,
  composer: Composer,
  beside: readonly Offered[] = [],
): Promise<Verdict> {
  const { local } = composer;
  const { sdl, notices } = composer.adapt(given);
  const offered = { name, sdl, mayExtend, url: 'http://localhost/' };
  const unknown = (mayExtend ?? []).flatMap((type) => wrongMayExtend(type, local.schema) ?? []);
  const problems = [...unknown, ...composer.policyViolations(offered)];
  if (problems.length > 0) return { problems: bounded(problems) };
  const composed = await composer.compose([...beside, offered]);
  if ('problems' in composed) return { problems: bounded(composed.problems) };
  const { supergraph } = composed;
  const reachable = reachableTypes(supergraph.publicSchema);
  const contributed = contributionsOf(supergraph, name, local.name);
  const adds = contributed.filter(({ type }) => reachable.has(type));
  const astray = [...new Set(contributed.map(({ type }) => type))]
    .filter((type) => !reachable.has(type))
    .map((type) => unreachable(type, composer));
  if (adds.length === 0) return { problems: bounded([...astray, 'It adds no field to the graph.']) };
  return { adds, notices: [...notices, ...astray] };
}

function unreachable(type: string, { local }: Composer): string {
  const entities = Object.values(local.schema.getTypeMap()).filter(
    (known) => isObjectType(known) && !known.name.startsWith('_'),
  );
  const nearest = nearestName(
    type,
    entities.map(({ name }) => name),
  );
  const remedy = nearest ? `Did you mean our ${nearest}?` : 'Add a field that returns it.';
  return `No field leads to ${type}, so nobody can ask for it. ${remedy}`;
}
