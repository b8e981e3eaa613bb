/** Normalizes the texts of one row: returns the changed columns and the entries for the report. A pure function. */
import { isIri, isWebAddress } from '../../../resource/canonical/address';
import { line, paragraphs, unusableIn } from '../../../resource/canonical/text';
import { canonicalIdentifier } from '../../../resource/identifiers/identifiers';
import { collationKey, inLanguage, languages, type LocalizedTexts } from '../../../resource/text';
import type { TextColumn, TextForm } from './columns';

type Row = Readonly<Record<string, unknown>>;

/**
 * What happened to a value. `FORM`: normalized, it looks the same. `SPELLING`: an identifier is spelled as in its scheme.
 * `MERGED`: deleted, as the record has the identifier in the other spelling. `SHARED`: another record turned out to have the same identifier.
 * `TAKEN_OUT`: deleted, as it is not a valid value. `LEFT`: unchanged; it must be corrected by hand.
 */
export type What = 'FORM' | 'SPELLING' | 'MERGED' | 'SHARED' | 'TAKEN_OUT' | 'LEFT';

export interface Change {
  readonly field: string;
  readonly what: What;
  readonly before: string;
  readonly after: string | null;
}

/** The columns of a row that change, and the entries for the report. */
export interface Normalised {
  readonly row: Row;
  readonly changes: readonly Change[];
}

/** The columns that are derived from a text column. */
export const derivedFrom = ({ name, folded, sorted }: TextColumn): string[] => [
  ...(folded ? [`${name}_folded`] : []),
  ...(sorted ? languages.map((language) => `${name}_sort_${language}`) : []),
];

export function normalised(columns: readonly TextColumn[], row: Row): Normalised {
  const fresh: Record<string, unknown> = {};
  const changes: Change[] = [];
  for (const column of columns) {
    const stored = row[column.name];
    if (typeof stored !== 'string') continue;
    const { after, left } = valueOf(column, stored);
    if (left) changes.push({ field: column.name, what: 'LEFT', before: stored, after: null });
    const kept = after === null && column.required ? stored : after;
    if (kept !== stored) {
      const what = kept === null ? 'TAKEN_OUT' : column.form === 'grant' ? 'SPELLING' : 'FORM';
      changes.push({ field: column.name, what, before: stored, after: kept });
    }
    Object.assign(fresh, { [column.name]: kept }, derived(column, kept));
  }
  const differs = Object.entries(fresh).filter(([name, value]) => value !== row[name]);
  return { row: Object.fromEntries(differs), changes };
}

/** The normalized value; null if nothing is left of it. `left` if a part of it must be corrected by hand. */
function valueOf(column: TextColumn, stored: string): { after: string | null; left: boolean } {
  const texts: string[] = [];
  const after = held(column, stored, (text) => {
    texts.push(text);
    const form = inForm[column.form](text);
    return form === '' ? null : form;
  });
  const cannotBe = (text: string): boolean =>
    unusableIn(text) !== null || (column.form === 'grant' && !isGrant(text));
  return { after, left: texts.some(cannotBe) || (after === null && column.required === true) };
}

/** The value of a column with each of its texts normalized. Texts of which nothing is left are omitted. */
function held({ holds }: TextColumn, stored: string, one: (text: string) => string | null): string | null {
  switch (holds) {
    case 'one':
      return one(stored);
    case 'list': {
      const items = (JSON.parse(stored) as string[]).map(one).filter((item) => item !== null);
      return items.length > 0 ? JSON.stringify([...new Set(items)]) : null;
    }
    case 'byLanguage': {
      const texts = Object.entries(JSON.parse(stored) as LocalizedTexts).flatMap(([tag, text]) => {
        const form = one(text);
        return form === null ? [] : [[tag, form]];
      });
      return texts.length > 0 ? JSON.stringify(Object.fromEntries(texts)) : null;
    }
    case 'names': {
      const names = (JSON.parse(stored) as { value: string }[]).flatMap((name) => {
        const form = one(name.value);
        return form === null ? [] : [{ ...name, value: form }];
      });
      return names.length > 0 ? JSON.stringify(names) : null;
    }
  }
}

const isGrant = (text: string): boolean => canonicalIdentifier('GRANT_NUMBER', text) !== null;

const inForm: Readonly<Record<TextForm, (text: string) => string | null>> = {
  line,
  paragraphs,
  web: (text) => (isWebAddress(line(text)) ? line(text) : null),
  iri: (text) => (isIri(line(text)) ? line(text) : null),
  grant: (text) => canonicalIdentifier('GRANT_NUMBER', text) ?? line(text),
};

/** The values of the derived columns. */
function derived(column: TextColumn, value: string | null): Row {
  if (column.holds === 'one')
    return column.folded ? { [`${column.name}_folded`]: value && collationKey(value) } : {};
  if (column.holds !== 'byLanguage') return {};
  const texts = value === null ? null : (JSON.parse(value) as LocalizedTexts);
  const foldedTexts =
    texts &&
    JSON.stringify(Object.fromEntries(Object.entries(texts).map(([tag, text]) => [tag, collationKey(text)])));
  const keyIn = (language: (typeof languages)[number]): string | null => {
    const text = texts && inLanguage(texts, language);
    return text === null ? null : collationKey(text);
  };
  return {
    ...(column.folded && { [`${column.name}_folded`]: foldedTexts }),
    ...(column.sorted &&
      Object.fromEntries(languages.map((language) => [`${column.name}_sort_${language}`, keyIn(language)]))),
  };
}
