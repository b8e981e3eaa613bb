/** What no document may state. Imports refuse such values, so this is a fault of what made the quad. */
import type { Quad, Term } from '@rdfjs/types';
import { inShort } from '../../errors';

/** A term that cannot be written. The message says why, as continuation of "because". */
export class UnwritableTerm extends Error {
  override readonly name = 'UnwritableTerm';
}

/** A quad that cannot be written. The message names it. */
export class UnwritableQuad extends Error {
  readonly extensions = { code: 'UNWRITABLE_STATEMENT' };
  override readonly name = 'UnwritableQuad';

  /** @param because the reason, as continuation of "because" */
  constructor(
    readonly quad: Quad,
    because: string,
  ) {
    super(`The statement ${shown(quad)} cannot be written, because ${because}.`);
  }
}

const shown = ({ subject, predicate, object }: Quad): string =>
  [subject, predicate, object].map(shownTerm).join(' ');

function shownTerm(term: Term): string {
  // Halves of surrogate pairs and control characters are escaped.
  const text = JSON.stringify(inShort(term.value));
  if (term.termType === 'Literal') return text;
  return term.termType === 'NamedNode' ? `<${text.slice(1, -1)}>` : `${term.termType} ${text}`;
}

/** Calls a function with each quad. @throws UnwritableQuad for the quad with an UnwritableTerm */
export function forEachQuad(quads: readonly Quad[], write: (quad: Quad) => void): void {
  let current: Quad | undefined;
  try {
    for (const quad of quads) {
      current = quad;
      write(quad);
    }
  } catch (error) {
    throw current && error instanceof UnwritableTerm ? new UnwritableQuad(current, error.message) : error;
  }
}
