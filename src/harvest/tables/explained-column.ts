/** What is said of a column of a template: its meaning, its form, whether it is needed, and an example. */
import { namesOfClass } from '../../resource/labels';
import { codesOf } from '../../vocabulary/concept-scheme';
import type { Column } from './column';
import { templateWords } from './template-words';
import type { CellValue } from './sheet';
import { shownCode, writtenCell, yesAndNo, type TableLanguage } from './write-cell';

export interface ExplainedColumn {
  readonly about: string;
  readonly form: string;
  readonly needed: string;
  readonly example: CellValue;
}

export function explainedColumn(column: Column, lang: TableLanguage): ExplainedColumn {
  const words = templateWords[lang];
  const { field, form, scheme, required } = column;
  const classes = field.classes.map((each) => namesOfClass(each)[lang].one);
  const leadsTo = classes.length > 6 ? `${classes.slice(0, 5).join(', ')}, …` : classes.join(', ');
  return {
    about: field.about[lang],
    form:
      form === 'reference'
        ? `${words.leadsTo}: ${leadsTo}`
        : scheme
          ? `${words.forms[form]} ${scheme.name}`
          : words.forms[form],
    needed: required ? words.needed : field.required && field.form.of === 'languages' ? words.atLeastOne : '',
    example: exampleOf(column, lang),
  };
}

/** Codes stand as examples; all else is an example of the form alone, and of no record. */
function exampleOf(column: Column, lang: TableLanguage): CellValue {
  const { form, scheme, field, path } = column;
  const codes = scheme ? codesOf(scheme) : [];
  if (form === 'codes' || form === 'code')
    return writtenCell(column, form === 'code' ? codes[0] : codes.slice(0, 2), lang);
  if (form === 'reference') {
    const [only, ...others] = field.classes;
    return others.length === 0 ? 'example-1' : `${only?.path ?? ''}/example-1`;
  }
  if (field.attribute?.address) return 'https://example.org/1';
  if (path.length === 1 && field.name === 'slug') return 'example-1';
  const examples = {
    text: { currency: 'EUR', language: 'de' }[path.at(-1) ?? ''] ?? '…',
    texts: '…; …',
    date: lang === 'de' ? '2024-12-31, 2024-12, 2024' : '2024-12-31, 2024-12 or 2024',
    day: '2024-12-31',
    whole: 1000,
    decimal: 50.81,
    amount: 3800.5,
    flag: yesAndNo[lang][0],
  };
  return examples[form];
}

/** The choices of a vocabulary, as cells have them. */
export const choicesOf = (scheme: NonNullable<Column['scheme']>, lang: TableLanguage): string[] =>
  codesOf(scheme).map((code) => shownCode(scheme, code, lang));
