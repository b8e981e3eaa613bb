/** The canonical form of an attribute's text. */
import type { Attribute } from '../description';
import { canonicalIdentifier } from '../identifiers/identifiers';
import { notations } from './notation';
import { line, paragraphs } from './text';

/** What the form depends on. */
export type Form = Pick<Attribute, 'paragraphs' | 'identifies' | 'notation'>;

/** Normalises a text for an attribute. A text that is no identifier of the scheme, or not in the notation, stays as it is; no record has it. */
export function formOf({ paragraphs: long, identifies, notation }: Form, text: string): string {
  if (identifies) return canonicalIdentifier(identifies, text) ?? line(text);
  if (notation) return notations[notation].canonical(line(text)) ?? line(text);
  return long ? paragraphs(text) : line(text);
}
