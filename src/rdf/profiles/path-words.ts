/** How paths, kinds and datatypes are said. */
import type { ProfileText, ShapeData } from './profile';

/** A text in both languages. */
export const text = (en: string, de: string): ProfileText => ({ en, de });
/** `a, b or c`. */
export const either = (names: readonly string[], word: string) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1) ?? ''}`;

/** How a path is said: `dct:title`, `cv:email or cv:contactPage`. */
export function pathInWords(path: string | undefined): ProfileText {
  if (path === undefined) return text('the node', 'der Knoten');
  if (path.startsWith('^'))
    return text(`a node with ${path.slice(1)} to it`, `ein Knoten mit ${path.slice(1)} darauf`);
  const names = path.split('|');
  return text(either(names, 'or'), either(names, 'oder'));
}

/** Kinds of nodes. */
export const kinds: Readonly<Record<string, ProfileText>> = {
  IRI: text('an IRI', 'eine IRI'),
  BlankNode: text('a blank node', 'ein leerer Knoten'),
  Literal: text('a literal (a text, number or date)', 'ein Literal (Text, Zahl oder Datum)'),
  BlankNodeOrIRI: text('an IRI or a blank node', 'eine IRI oder ein leerer Knoten'),
  BlankNodeOrLiteral: text('a literal or a blank node', 'ein Literal oder ein leerer Knoten'),
  IRIOrLiteral: text('an IRI or a literal', 'eine IRI oder ein Literal'),
};

/** What a value has to be, for the remedy of a missing one. */
export function asWhat({ nodeKind, datatype, class: classes }: ShapeData): ProfileText {
  if (datatype) return text(` as ${either(datatype, 'or')}`, ` als ${either(datatype, 'oder')}`);
  if (classes) return text(` as a ${classes.join(' and ')}`, ` als ${classes.join(' und ')}`);
  if (nodeKind === 'Literal') return text(' as a text', ' als Text');
  if (nodeKind === 'IRI') return text(' as an IRI', ' als IRI');
  return text('', '');
}
