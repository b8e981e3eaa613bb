/** What a steward should state, in one sentence that names the fields. */
import type { Label } from '../../vocabulary/label';
import type { Field } from './fields';

/** A field, or the property that no declaration states. */
export type Lacking = Field | { readonly property: string };

/** How a sentence names a field. */
function nameIn(language: keyof Label, lacking: Lacking): string {
  if ('property' in lacking) return lacking.property;
  const { name, label, type, list, code } = lacking;
  const named = `\`${name}\` (${label[language]})`;
  if (code !== null) {
    const [of, what] =
      name === 'role' ? ['mit der Rolle', 'with the role'] : [`mit ${named}`, `with ${named}`];
    return language === 'de'
      ? `einen Eintrag \`${type}\` ${of} \`${code}\``
      : `a \`${type}\` ${what} \`${code}\``;
  }
  if (list !== null)
    return language === 'de' ? `${named} eines Eintrags \`${type}\`` : `${named} of a \`${type}\``;
  return named;
}

const joined = (names: readonly string[], word: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1) ?? ''}`;

/** The sentence that asks for some fields. */
export const statingRemedy = (lacking: readonly Lacking[]): Label => ({
  de: `Geben Sie ${joined(
    lacking.map((each) => nameIn('de', each)),
    'und',
  )} an.`,
  en: `State ${joined(
    lacking.map((each) => nameIn('en', each)),
    'and',
  )}.`,
});

/** A remedy in the words of a profile, with the field in which it is written. */
export const remedyInField = (remedy: Label, field: Field): Label => ({
  de: `${withoutPeriod(remedy.de)}: ${nameIn('de', field)}.`,
  en: `${withoutPeriod(remedy.en)}: ${nameIn('en', field)}.`,
});

const withoutPeriod = (sentence: string): string => sentence.replace(/\.$/, '');
