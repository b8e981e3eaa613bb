/** Checks before a deployment whether a subgraph can be linked in, and what it would add. */
import { readFile } from 'node:fs/promises';
import { StartFailed } from '../../errors';
import type { Contribution } from '../../graphql/subgraph-report';
import { Remote } from '../remote/remote';
import type { Composer } from './compose';
import { contributionsOf } from './contributions';
import { wrongMayExtend } from './may-extend';
import { usualSettings } from './remotes';
import { bounded } from './rules/plain-words';

/** What a subgraph adds, or why it is refused. */
export type Verdict = { adds: Contribution[] } | { problems: string[] };

/** Reads the SDL of a subgraph from a file or from a running server. @throws Error */
export const sdlAt = (place: string, name: string): Promise<string> =>
  /^https?:\/\//.test(place)
    ? new Remote({ ...usualSettings, name, url: place }).sdl(new AbortController().signal)
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

export async function checkSubgraph(
  { name, sdl, mayExtend }: { name: string; sdl: string; mayExtend: readonly string[] | null },
  composer: Composer,
): Promise<Verdict> {
  const { local } = composer;
  const offered = { name, sdl, mayExtend, url: 'http://localhost/' };
  const unknown = (mayExtend ?? []).flatMap((type) => wrongMayExtend(type, local.schema) ?? []);
  const problems = [...unknown, ...composer.policyViolations(offered)];
  if (problems.length > 0) return { problems: bounded(problems) };
  const composed = await composer.compose([offered]);
  if ('problems' in composed) return { problems: bounded(composed.problems) };
  const adds = contributionsOf(composed.supergraph, name, local.name);
  return adds.length > 0 ? { adds } : { problems: ['It adds no field to the graph.'] };
}
