/** What the form of a profile's file cannot say: that everything it names is there. */
import { StartFailed } from '../../errors';
import type { Profile, ShapeData } from './profile';

/** @throws StartFailed naming the file, the shape and what it names in vain */
export function checkProfile(profile: Profile, file: string): void {
  const levels = new Set(profile.levels.map(({ name }) => name));
  for (const { profile: other, sets } of profile.includes)
    for (const set of sets)
      if (!(set in other.sets))
        throw new StartFailed(
          `${file} includes the set ${set} of ${other.name}@${other.release}, which has none.`,
        );
  for (const [set, shapes] of Object.entries(profile.sets))
    for (const [name, shape] of Object.entries(shapes))
      for (const one of withInner(shape)) {
        const fault = faultOf(one, { shapes, levels });
        if (fault) throw new StartFailed(`${file} is wrong at sets.${set}.${name}: ${fault}`);
      }
}

function* withInner(shape: ShapeData): Iterable<ShapeData> {
  yield shape;
  const { properties = [], or = [], and = [], not = [], qualified = [] } = shape;
  const inner = [...properties, ...or.flat(), ...and.flat(), ...not, ...qualified.map((one) => one.shape)];
  for (const one of inner) yield* withInner(one);
}

interface Known {
  readonly shapes: Readonly<Record<string, ShapeData>>;
  readonly levels: ReadonlySet<string>;
}

function faultOf({ node = [], levels = [], pattern, flags }: ShapeData, known: Known): string | null {
  const shape = node.find((name) => !(name in known.shapes));
  if (shape !== undefined) return `there is no shape ${shape} in the same set.`;
  const level = levels.find((name) => !known.levels.has(name));
  if (level !== undefined) return `the profile has no level ${level}.`;
  try {
    if (pattern !== undefined) new RegExp(pattern, flags);
    return null;
  } catch {
    return `the pattern ${pattern ?? ''} is no regular expression.`;
  }
}
