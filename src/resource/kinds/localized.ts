import { Language, languageOf } from '../../vocabulary/language';
import { collationKey, inLanguage, languages, type LocalizedTexts } from '../text';
import { checkForm, checkMap, checkPart, isLanguageTag, WrongValue } from '../written/check';
import { eq, isNull, operator, partsOfText } from './comparisons';
import { json, parsed, type Kind } from './kind';
import { folded } from './text';
import type { ObjectValue } from './value-type';

const textInLanguage: ObjectValue = {
  name: 'Text',
  about: 'A text in one language.',
  fields: {
    language: [Language, 'Language in which it is.'],
    value: ['String', 'The text.'],
  },
};

const sortKey = (language: string): string => `sort_${language}`;

/** A localized text: shown in the requested language, with another field for all languages. */
export const localized: Kind = {
  name: 'localized',
  holds: 'wordings',
  row: { of: 'languages' },
  columns: { '': 'json' },
  computed: ({ order, filter }) => ({
    ...(order && Object.fromEntries(languages.map((language) => [sortKey(language), 'text' as const]))),
    ...(filter && { folded: 'json' as const }),
  }),
  orderedBy: sortKey,
  write: (texts: LocalizedTexts | null, { order, filter }) => ({
    '': json(texts),
    ...(order &&
      Object.fromEntries(
        languages.map((language) => [sortKey(language), folded(texts && inLanguage(texts, language))]),
      )),
    ...(filter && {
      folded:
        texts &&
        json(Object.fromEntries(Object.entries(texts).map(([tag, text]) => [tag, collationKey(text)]))),
    }),
  }),
  read: parsed,
  check: (written, attribute) => {
    const takes = 'texts by language, such as { de: …, en: … }';
    const texts = Object.entries(checkMap(written, takes));
    if (texts.length === 0 || !texts.every(([tag]) => isLanguageTag(tag))) throw new WrongValue(takes);
    return Object.fromEntries(
      texts.map(([tag, text]) => [tag, checkPart(tag, () => checkForm(attribute, text))]),
    );
  },
  output: () => 'String',
  texts: {
    output: [textInLanguage],
    of: (texts) =>
      Object.entries(texts).flatMap(([tag, value]) => {
        const language = languageOf(tag);
        return language ? [{ language, value }] : [];
      }),
  },
  comparisons: () => ({
    name: 'TextFilter',
    about: 'Conditions on a text that may exist in several languages; any of them will do.',
    of: 'String',
    operators: [
      eq,
      ...partsOfText,
      operator('language', Language, 'Look at the text in this language only, whatever is asked of it.'),
      isNull,
    ],
  }),
  searched: (texts: LocalizedTexts) => Object.entries(texts).map(([language, text]) => ({ text, language })),
  stated: () => ({ object: 'tagged' }),
  literals: (texts: LocalizedTexts) => Object.entries(texts).map(([language, text]) => ({ text, language })),
  readBack: (stated) => {
    const texts: LocalizedTexts = {};
    // Of two texts in a language, the first one counts.
    const taken = stated.filter(({ text, language }) => {
      if (text.trim() === '' || language === undefined || language in texts) return false;
      texts[language] = text;
      return true;
    });
    return { value: taken.length > 0 ? texts : undefined, taken };
  },
};
