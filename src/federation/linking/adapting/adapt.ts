/**
 * Takes a service as it is: what our graph cannot take of its SDL is left out or softened, with a notice, where the rest can be used.
 * What would change our graph is not adapted but refused (rules/).
 */
import { parse, print, type DocumentNode } from 'graphql';
import type { Ours } from '../rules/ours';
import { unknownTypes } from '../rules/unknown-types';
import { inOurWords } from './our-descriptions';
import { onlyQueries } from './only-queries';
import { withoutOurInterfaces } from './our-interfaces';
import { nullable } from './nullable';
import { withUsualQuery } from './root-types';

/** A document with what was changed in it, as sentences for the service's author. */
export interface Adapted {
  document: DocumentNode;
  notices: readonly string[];
}

/** One adaptation of a document. */
export type Adaptation = (document: DocumentNode, ours: Ours) => Adapted;

const adaptations: readonly Adaptation[] = [onlyQueries, withoutOurInterfaces, inOurWords, nullable];

/** The SDL that is composed, and what was changed in it. One that is wrong as it is stays so, with its lines and columns. */
export function adapt(sdl: string, ours: Ours): { sdl: string; notices: readonly string[] } {
  let offered: DocumentNode;
  try {
    offered = parse(sdl);
  } catch {
    return { sdl, notices: [] };
  }
  if (unknownTypes(offered, ours).length > 0) return { sdl, notices: [] };
  let document = withUsualQuery(offered);
  const notices: string[] = [];
  for (const adaptation of adaptations) {
    const adapted = adaptation(document, ours);
    document = adapted.document;
    notices.push(...adapted.notices);
  }
  return document === offered ? { sdl, notices } : { sdl: print(document), notices };
}
