/** Which statements together would make most records of a list conform to a profile. */

/** Records that lack exactly these statements. */
export interface LackingRecords {
  readonly paths: readonly string[];
  readonly count: number;
}

/** A statement among the best ones. */
export interface BestStatement {
  readonly path: string;
  /** How many records lack it. */
  readonly count: number;
  /** How many more records conform with it and with those before it. */
  readonly conforming: number;
}

/** Combinations that are compared one by one; beyond, statements are chosen one after the other. */
const mostCompared = 300_000;

/** How good some statements are: the records that they make conform, then the gaps that they close. */
type Value = readonly [conforming: number, closed: number];

const isBetter = ([one, closes]: Value, [other, closed]: Value): boolean =>
  one > other || (one === other && closes > closed);

/**
 * The best statements, at most so many: those with which most records conform; among equally good ones, those that most records lack.
 * @param records without those that conform already
 */
export function bestStatements(records: readonly LackingRecords[], most: number): BestStatement[] {
  const counts = new Map<string, number>();
  for (const { paths, count } of records)
    for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + count);
  const candidates = [...counts.keys()].sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const valueOf = (chosen: ReadonlySet<string>): Value => [
    conformingWith(records, chosen),
    [...chosen].reduce((sum, path) => sum + (counts.get(path) ?? 0), 0),
  ];
  const size = Math.min(most, candidates.length);
  const chosen =
    combinations(candidates.length, size) * records.length <= mostCompared * 10
      ? bestOfAll(candidates, size, valueOf)
      : oneByOne(candidates, size, valueOf);
  return inOrder(chosen, records, counts);
}

const conformingWith = (records: readonly LackingRecords[], chosen: ReadonlySet<string>): number =>
  records.reduce((sum, { paths, count }) => sum + (paths.every((path) => chosen.has(path)) ? count : 0), 0);

function combinations(of: number, size: number): number {
  let number = 1;
  for (let index = 0; index < size; index += 1) number = (number * (of - index)) / (index + 1);
  return number;
}

function bestOfAll(
  candidates: readonly string[],
  size: number,
  valueOf: (chosen: ReadonlySet<string>) => Value,
): string[] {
  let best: { chosen: string[]; value: Value } = { chosen: [], value: [0, -1] };
  const choose = (chosen: string[], from: number): void => {
    if (chosen.length === size) {
      const value = valueOf(new Set(chosen));
      if (isBetter(value, best.value)) best = { chosen, value };
      return;
    }
    for (let index = from; index <= candidates.length - (size - chosen.length); index += 1)
      choose([...chosen, candidates[index] ?? ''], index + 1);
  };
  choose([], 0);
  return best.chosen;
}

function oneByOne(
  candidates: readonly string[],
  size: number,
  valueOf: (chosen: ReadonlySet<string>) => Value,
): string[] {
  const chosen: string[] = [];
  while (chosen.length < size) {
    let best: { path: string; value: Value } | null = null;
    for (const path of candidates.filter((each) => !chosen.includes(each))) {
      const value = valueOf(new Set([...chosen, path]));
      if (!best || isBetter(value, best.value)) best = { path, value };
    }
    if (!best) break;
    chosen.push(best.path);
  }
  return chosen;
}

/** The statements, the one first with which most conform. */
function inOrder(
  chosen: readonly string[],
  records: readonly LackingRecords[],
  counts: ReadonlyMap<string, number>,
): BestStatement[] {
  const ordered: BestStatement[] = [];
  const before = new Set<string>();
  const remaining = new Set(chosen);
  let conforming = 0;
  while (remaining.size > 0) {
    let best: { path: string; conforming: number } | null = null;
    for (const path of remaining) {
      const with_ = conformingWith(records, new Set([...before, path]));
      if (!best || with_ > best.conforming) best = { path, conforming: with_ };
    }
    if (!best) break;
    const { path } = best;
    ordered.push({ path, count: counts.get(path) ?? 0, conforming: best.conforming - conforming });
    conforming = best.conforming;
    before.add(path);
    remaining.delete(path);
  }
  return ordered;
}
