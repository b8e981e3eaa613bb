/**
 * The thesaurus of the search: what people call the same thing, in German and English. It is small on purpose: a concept is here because
 * records and those who look for them use different words.
 */
import type { ThesaurusConcept } from './concept';
import { medicine } from './medicine';
import { places } from './places';
import { research } from './research';

export type { ThesaurusConcept } from './concept';

export const thesaurus: readonly ThesaurusConcept[] = [...medicine, ...research, ...places];

const byId = new Map(thesaurus.map((each) => [each.id, each]));

/** The concept with an id. */
export const conceptOf = (id: string): ThesaurusConcept | undefined => byId.get(id);
