/** Finds the words of a search in the texts of a record. */
import type { Description } from '../../resource/description';
import type { StoredRecord } from '../../resource/record';
import { stemsOf } from '../../resource/search/forms';
import { searchedTexts } from '../../resource/search/searched-texts';
import { wordsOf, type Word } from '../../resource/search/words';
import { languageOf, type Language } from '../../vocabulary/language';
import type { Search } from './hits';
import { quality, type FoundWord } from './vocabulary';

/** A part of a text, and whether it matches the search. */
export interface Part {
  text: string;
  matched: boolean;
}

/** A fragment of a text around matches. */
export interface Fragment {
  parts: Part[];
  startsText: boolean;
  endsText: boolean;
}

/** The matches in one text of a record. */
export interface Highlight {
  field: string;
  /** Null if the text is not localized. */
  language: Language | null;
  fragments: Fragment[];
}

interface Range {
  start: number;
  end: number;
}

/** Number of characters shown before and after a match, and maximum number of fragments of a text. */
const around = 60;
const mostFragments = 3;

/** The texts of a record with matches, by weight, largest first. */
export function highlightsOf({ words }: Search, description: Description, record: StoredRecord): Highlight[] {
  return searchedTexts(description, record).flatMap(({ field, language, text }) => {
    const ranges = merged(
      wordsOf(text).flatMap((word) => words.flatMap((asked) => rangeOf(word, asked) ?? [])),
    );
    return ranges.length > 0
      ? [
          {
            field,
            language: language === null ? null : languageOf(language),
            fragments: fragmentsOf(text, ranges),
          },
        ]
      : [];
  });
}

/** The matching range within a word: the whole word, or only the part that was searched for. */
function rangeOf({ word, start, end, folded }: Word, asked: FoundWord): Range | null {
  const match = asked.matches.get(word);
  if (!match) return null;
  if (match.quality >= quality.inflected || match.quality === quality.typingError) return { start, end };
  const stems = Object.values(stemsOf(asked)).sort((one, other) => other.length - one.length);
  const part = [asked.word, ...stems].find((each) => word.includes(each));
  if (!part) return { start, end };
  const from = word.indexOf(part);
  return { start: folded.starts[from] ?? start, end: folded.ends[from + part.length - 1] ?? end };
}

/** Sorts ranges and merges adjacent ones. */
function merged(ranges: readonly Range[], gap = 0): Range[] {
  const all: Range[] = [];
  for (const range of ranges.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    const last = all.at(-1);
    if (last && range.start <= last.end + gap) last.end = Math.max(last.end, range.end);
    else all.push({ ...range });
  }
  return all;
}

function fragmentsOf(text: string, ranges: readonly Range[]): Fragment[] {
  return merged(ranges, 2 * around)
    .slice(0, mostFragments)
    .map((stretch) => {
      const start = wordStart(text, stretch.start - around, stretch.start);
      const end = wordEnd(text, stretch.end + around, stretch.end);
      const within = ranges.filter((range) => range.start >= start && range.end <= end);
      return {
        parts: partsOf(text, { start, end }, within),
        startsText: start === 0,
        endsText: end === text.length,
      };
    });
}

function partsOf(text: string, { start, end }: Range, ranges: readonly Range[]): Part[] {
  const parts: Part[] = [];
  const add = (from: number, to: number, matched: boolean): void => {
    if (to > from) parts.push({ text: text.slice(from, to), matched });
  };
  let place = start;
  for (const range of ranges) {
    add(place, range.start, false);
    add(range.start, range.end, true);
    place = range.end;
  }
  add(place, end, false);
  return parts;
}

/** The first beginning of a word from a position on, so that no word is cut. */
function wordStart(text: string, from: number, latest: number): number {
  if (from <= 0) return 0;
  const space = text.slice(from - 1, latest).search(/\s/u);
  return space === -1 ? latest : from + space;
}

/** The last end of a word up to a position. */
function wordEnd(text: string, until: number, earliest: number): number {
  if (until >= text.length) return text.length;
  const spaces = [...text.slice(earliest, until + 1).matchAll(/\s/gu)];
  return earliest + (spaces.at(-1)?.index ?? 0);
}
