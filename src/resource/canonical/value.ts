/** The canonical form of an attribute's text. */
import type { Attribute } from '../description';
import { canonicalIdentifier } from '../identifiers/identifiers';
import { line, paragraphs } from './text';

/** What the form depends on. */
export type Form = Pick<Attribute, 'paragraphs' | 'identifies'>;

/** Normalises a text for an attribute. A text that is not an identifier of the scheme stays as it is; no record has it. */
export function formOf({ paragraphs: long, identifies }: Form, text: string): string {
  if (identifies) return canonicalIdentifier(identifies, text) ?? line(text);
  return long ? paragraphs(text) : line(text);
}
