/** The record of something that is only mentioned and that nobody has described here yet. */
import { attributeOf, type Description } from '../../resource/description';
import type { HarvestedRecord, Mention } from '../harvested-record';
import { conclude, nothingAround } from '../records/concluded';

/** The languages in which texts are stored; another one, or none, stands as English if there is no other. */
const languages = ['de', 'en'] as const;

/** What a record has that no document describes as one of its own. */
export const nothingBeside = { knownAs: [], concluded: {}, beside: false } as const;

/** Null if too little is known: its class is not clear, or it has no name. */
export function recordOfMention(
  mention: Mention,
  { document }: Pick<HarvestedRecord, 'document'>,
  classes: readonly Description[],
): HarvestedRecord | null {
  const { iri, at, stated } = mention;
  const place = { iri, at: () => at, document, ...nothingBeside };
  if (stated) {
    const of = classes.find(({ type }) => type === stated.type);
    return of ? { ...place, ...completed(of, stated.data), type: of.type } : null;
  }
  const possible = classes.filter(({ type }) => mention.classes.includes(type));
  const [only, ...others] = possible;
  if (!only || others.length > 0) return null;
  const name = nameIn(mention, only);
  if (!name) return null;
  const homepage = attributeOf(only, 'homepage') && mention.homepage;
  const identifiers = only.kind === 'resource' ? mention.identifiers : [];
  const data = {
    ...name,
    ...(homepage && { homepage }),
    ...(identifiers.length > 0 && { identifiers }),
  };
  return { ...place, ...completed(only, data), type: only.type };
}

/** With what follows from the rest. */
function completed(
  description: Description,
  data: HarvestedRecord['data'],
): Pick<HarvestedRecord, 'data' | 'concluded'> {
  const { values, notes } = conclude(description, data, nothingAround);
  return { data: { ...data, ...values }, concluded: notes };
}

/** Its name in the field that the class has for it. */
function nameIn({ names }: Mention, description: Description): Record<string, unknown> | null {
  const [first] = names;
  if (!first) return null;
  if (attributeOf(description, 'title')) return { title: first.value };
  const texts: Record<string, string> = {};
  for (const tag of languages) {
    const text = names.find(({ language }) => language?.toLowerCase().split('-')[0] === tag);
    if (text) texts[tag] = text.value;
  }
  return { name: Object.keys(texts).length > 0 ? texts : { en: first.value } };
}
