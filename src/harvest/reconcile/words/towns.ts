/** Towns: what they are called in other languages, and what tells apart those that share a name. */
import { places } from '../../../vocabulary/thesaurus/places';
import { spell } from './spell';

/** Each with its other names. A town that shares its name with another one is one word of its own. */
const named: readonly (readonly [town: string, ...others: string[]])[] = [
  ['frankfurtoder', 'Frankfurt Oder', 'Frankfurt an der Oder', 'Frankfurt O'],
  ['frankfurt', 'Frankfurt am Main', 'Frankfurt Main', 'Frankfurt a M', 'Frankfurt a Main', 'Francfort'],
  ['hallewestfalen', 'Halle Westf', 'Halle Westfalen', 'Halle in Westfalen'],
  ['halle', 'Halle Saale', 'Halle an der Saale', 'Halle S'],
  ['freiburgschweiz', 'Freiburg Schweiz', 'Freiburg Switzerland', 'Freiburg im Üechtland', 'Fribourg'],
  [
    'freiburg',
    'Freiburg im Breisgau',
    'Freiburg i Br',
    'Freiburg i B',
    'Freiburg Breisgau',
    'Fribourg-en-Brisgau',
  ],
  ['badhomburg', 'Bad Homburg', 'Bad Homburg vor der Höhe'],
  ['homburg', 'Homburg Saar', 'Homburg an der Saar', 'Hombourg'],
  ['oldenburgholstein', 'Oldenburg in Holstein', 'Oldenburg Holstein'],
  ['oldenburg', 'Oldenburg Oldb', 'Oldenburg in Oldenburg'],
  ['marburg', 'Marburg an der Lahn', 'Marburg Lahn', 'Marbourg'],
  ['giessen', 'Gießen an der Lahn', 'Gießen Lahn'],
  ['ulm', 'Ulm Donau'],
  ['aachen', 'Aix-la-Chapelle', 'Aquisgrana'],
  ['munchen', 'Monaco di Baviera', 'Múnich'],
  ['koln', 'Colonia', 'Keulen'],
  ['mainz', 'Mayence', 'Maguncia'],
  ['regensburg', 'Ratisbon', 'Ratisbonne'],
  ['dresden', 'Dresde', 'Dresda'],
  ['hamburg', 'Hambourg', 'Amburgo'],
  ['leipzig', 'Lipsia', 'Leipsic'],
  ['gottingen', 'Gottingue', 'Gottinga'],
  ['tubingen', 'Tubingue', 'Tubinga'],
];

interface TownName {
  readonly words: readonly string[];
  readonly town: string;
}

const townName = (text: string, town: string): TownName => ({
  words: spell(text).tokens.filter((token) => token !== '|'),
  town,
});

const oneWord = (text: string): string => spell(text).tokens.join('');

/** By their first word, the longest names first, so that Frankfurt (Oder) is not read as Frankfurt. */
const byFirstWord = new Map<string, TownName[]>();
for (const each of [
  ...named.flatMap(([town, ...others]) => others.map((other) => townName(other, town))),
  ...places.map(({ prefLabel: { de, en } }) => townName(en, oneWord(de))),
].toSorted((a, b) => b.words.length - a.words.length)) {
  const [first = ''] = each.words;
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), each]);
}

/** Towns that are towns whether a record is in them or not. */
export const townsOfTheTable: readonly string[] = [
  ...named.map(([town]) => town),
  ...places.map(({ prefLabel }) => oneWord(prefLabel.de)),
];

/** Replaces what a town is called by one word. */
export function withTowns(tokens: readonly string[]): string[] {
  const replaced: string[] = [];
  for (let place = 0; place < tokens.length;) {
    const found = townAt(tokens, place);
    replaced.push(found?.town ?? tokens[place] ?? '');
    place = found?.end ?? place + 1;
  }
  return replaced;
}

/** The town named from a place on. Between the words of its name may be brackets or a slash: Frankfurt (Oder), Frankfurt/Main. */
function townAt(tokens: readonly string[], place: number): { town: string; end: number } | null {
  for (const { words, town } of byFirstWord.get(tokens[place] ?? '') ?? []) {
    let end = place;
    const fits = words.every((word, nth) => {
      if (nth > 0 && tokens[end] === '|') end++;
      return tokens[end++] === word;
    });
    if (fits) return { town, end };
  }
  return null;
}

/** The word that stands for a town: the same for Munich and München. */
export const townWord = (text: string): string => withTowns(spell(text).tokens).join('');
