/** Which drafts can come in: those whose references exist, or come in too, and that lie within the times of what they link. */
import type { ImportProblem } from '../../errors';
import type { Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import type { Row } from '../../resource/values';
import type { Draft } from '../draft';
import { outsideItsEnds } from '../link-times';
import { danglingIn } from '../references';

/** A draft that cannot come in, and why. */
export interface RefusedDraft {
  key: string;
  problems: readonly ImportProblem[];
}

interface Found {
  /** The keys that exist, by class. */
  known: ReadonlyMap<Description, ReadonlySet<string>>;
  /** The rows of ends of links with dates. */
  dated: ReadonlyMap<string, Row>;
  registry: Registry;
}

const noKeys: ReadonlySet<string> = new Set();

/** A draft that refers to a refused one is refused, too, unless that record exists already. */
export function acceptable(
  drafts: readonly Draft[],
  { known, dated, registry }: Found,
): { drafts: Draft[]; refused: RefusedDraft[] } {
  const refused: RefusedDraft[] = [];
  const rows = new Map<string, Row>([...dated, ...drafts.map(({ key, row }): [string, Row] => [key, row])]);
  let left = [...drafts];
  for (;;) {
    const keys = withDrafts(known, left);
    const rest = left.filter((draft) => {
      const problems = [...danglingIn([draft], keys, noKeys, registry), ...outsideItsEnds(draft, rows)];
      if (problems.length > 0) refused.push({ key: draft.key, problems });
      return problems.length === 0;
    });
    if (rest.length === left.length) return { drafts: rest, refused };
    left = rest;
  }
}

/** The existing keys and those of the drafts, by class. */
function withDrafts(known: Found['known'], drafts: readonly Draft[]): Map<Description, ReadonlySet<string>> {
  const all = new Map<Description, Set<string>>();
  for (const [description, keys] of known) all.set(description, new Set(keys));
  for (const { description, key } of drafts) {
    const ofClass = all.get(description);
    if (ofClass) ofClass.add(key);
    else all.set(description, new Set([key]));
  }
  return all;
}
