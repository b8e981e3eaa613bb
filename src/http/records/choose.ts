/** Which of the representations of an address a client gets. Pure: it knows only what the client wrote. */
import { acceptanceOf, rangesIn, type Acceptance } from './accepted';

/** What can be chosen. */
export interface Choosable {
  /** Its name in `?_format=`, such as `turtle`. */
  readonly name: string;
  /** The suffix of its address, without the dot. */
  readonly extension: string;
  /** The media types that select it. */
  readonly types: readonly string[];
}

/** What programs get that accept anything, such as curl. */
const usualOfPrograms = 'json';

/**
 * The representation that `Accept` prefers: by weight, then what is named more precisely (`text/turtle, *\/*` asks for Turtle), then
 * in our order. Without the header it is our first. Who only says `*\/*` is a program, and gets JSON where there is any.
 * @returns null if nothing fits
 */
export function accepted<C extends Choosable>(accept: string | undefined, offered: readonly C[]): C | null {
  if (accept === undefined || accept.trim() === '') return offered[0] ?? null;
  const ranges = rangesIn(accept);
  let best: { choice: C; by: Acceptance } | null = null;
  for (const choice of offered) {
    const by = bestOf(choice.types.map((type) => acceptanceOf(type, ranges)));
    if (by.weight === 0) continue;
    if (
      !best ||
      isBetter(by, best.by) ||
      (isUsual(choice, by) && !isUsual(best.choice, best.by) && !isBetter(best.by, by))
    )
      best = { choice, by };
  }
  return best?.choice ?? null;
}

const isUsual = ({ name }: Choosable, { precision }: Acceptance): boolean =>
  name === usualOfPrograms && precision === 0;

const isBetter = (one: Acceptance, other: Acceptance): boolean =>
  one.weight > other.weight || (one.weight === other.weight && one.precision > other.precision);

const bestOf = (all: readonly Acceptance[]): Acceptance =>
  all.reduce((best, each) => (isBetter(each, best) ? each : best), { weight: 0, precision: 0 });

/** The representation with a name, an extension or a media type, as in `?_format=`. */
export const named = <C extends Choosable>(format: string, offered: readonly C[]): C | null => {
  const wanted = format.toLowerCase();
  return (
    offered.find(
      ({ name, extension, types }) => name === wanted || extension === wanted || types.includes(wanted),
    ) ?? null
  );
};
