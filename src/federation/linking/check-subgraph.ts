/** Says before a deployment whether a subgraph can be linked in, and what it adds. */
import { readFile } from 'node:fs/promises';
import type { Contribution } from '../../graphql/subgraph-report';
import { Remote } from '../remote/remote';
import { Composer } from './compose';
import { contributionsOf } from './contributions';
import type { LocalSubgraph } from './local-subgraph';
import { usualSettings } from './remotes';

/** What a subgraph adds, or why it is refused. */
export type Verdict = { adds: Contribution[] } | { problems: string[] };

/** The SDL of a subgraph: of a file, or of a running one. @throws Error */
export const sdlAt = (place: string, name: string): Promise<string> =>
  /^https?:\/\//.test(place)
    ? new Remote({ ...usualSettings, name, url: place }).sdl(new AbortController().signal)
    : readFile(place, 'utf8');

export async function checkSubgraph(
  { name, sdl, mayExtend }: { name: string; sdl: string; mayExtend: readonly string[] | null },
  local: LocalSubgraph,
): Promise<Verdict> {
  const composer = await Composer.of(local);
  const offered = { name, sdl, mayExtend, url: 'http://localhost/' };
  const problems = composer.judge(offered);
  if (problems.length > 0) return { problems };
  const composed = await composer.compose([offered]);
  if ('problems' in composed) return composed;
  return { adds: contributionsOf(composed.supergraph, name, local.name) };
}
