/** The one form of a text as the value of an attribute. */
import type { Attribute } from '../description';
import { canonicalIdentifier } from '../identifiers/identifiers';
import { line, paragraphs } from './text';

/** What the form of a value depends on. */
export type Form = Pick<Attribute, 'paragraphs' | 'identifies'>;

/** The form in which an attribute holds a text; what is no identifier of its scheme stays a text, which nobody has. */
export function formOf({ paragraphs: long, identifies }: Form, text: string): string {
  if (identifies) return canonicalIdentifier(identifies, text) ?? line(text);
  return long ? paragraphs(text) : line(text);
}
