/** Finds the words of a search in texts. */
import { stemsOf } from '../../resource/search/forms';
import type { SearchedText } from '../../resource/search/searched-texts';
import type { Word } from '../../resource/search/words';
import { languageOf, type Language } from '../../vocabulary/language';
import { conceptOf } from '../../vocabulary/thesaurus';
import { quality } from './look-ups';
import { readText } from './read-text';
import type { FoundWord } from './vocabulary';

/** A part of a text, and whether it matches the search. */
export interface Part {
  text: string;
  matched: boolean;
  /** The concept through which it was found; null where a word of the search itself was. */
  concept: ShownConcept | null;
}

/** A concept of the thesaurus by its preferred labels. */
export interface ShownConcept {
  german: string;
  english: string;
  iri: string | null;
}

function shown(id: string | null): ShownConcept | null {
  const concept = id === null ? undefined : conceptOf(id);
  return concept
    ? { german: concept.prefLabel.de, english: concept.prefLabel.en, iri: concept.exactMatch }
    : null;
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

interface Stretch {
  start: number;
  end: number;
}

interface Range extends Stretch {
  /** The concept through which it was found; null where the word itself was. */
  concept: string | null;
}

/** Number of characters shown before and after a match, and maximum number of fragments of a text. */
const around = 60;
const mostFragments = 3;

/** A text that is searched. */
export type Text = Pick<SearchedText, 'field' | 'language' | 'text'>;

/** The texts with matches of these words, in their order. */
export function highlightsIn(texts: readonly Text[], words: readonly FoundWord[]): Highlight[] {
  const marked = words.map(markedBy);
  return texts.flatMap(({ field, language, text }) => {
    const ranges = rangesIn(text, language, marked);
    if (ranges.length === 0) return [];
    return [
      {
        field,
        language: language === null ? null : languageOf(language),
        fragments: fragmentsOf(text, ranges),
      },
    ];
  });
}

/** What a word of a search marks in texts. */
interface Marked {
  readonly searched: FoundWord;
  /** The words of the index that it matches, with their quality. */
  readonly words: ReadonlyMap<string, number>;
  readonly concepts: ReadonlySet<string>;
}

function markedBy(searched: FoundWord): Marked {
  const words = new Map<string, number>();
  const concepts = new Set<string>();
  for (const { kind, word, quality: matched } of searched.matches) {
    if (kind === 'concept') concepts.add(word);
    else words.set(word, Math.max(matched, words.get(word) ?? 0));
  }
  return { searched, words, concepts };
}

function rangesIn(text: string, language: string | null, marked: readonly Marked[]): Range[] {
  const read = readText(text, language);
  const { words } = read;
  const direct = merged(words.flatMap((word) => marked.flatMap((each) => rangeOf(word, each) ?? [])));
  if (marked.every(({ concepts }) => concepts.size === 0)) return direct;
  const meant = read.concepts
    .filter(({ concept }) => marked.some(({ concepts }) => concepts.has(concept)))
    .filter(({ start, end }) => !direct.some((range) => range.start < end && range.end > start));
  return merged([...direct, ...meant]);
}

/** The matching range within a word: the whole word, or only the part that was searched for. */
function rangeOf({ word, start, end, folded }: Word, { searched, words }: Marked): Range | null {
  const matched = words.get(word);
  if (matched === undefined) return null;
  if (matched >= quality.inflected || matched === quality.typingError) return { start, end, concept: null };
  const stems = Object.values(stemsOf(searched)).sort((one, other) => other.length - one.length);
  const part = [searched.word, ...stems].find((each) => word.includes(each));
  if (!part) return { start, end, concept: null };
  const from = word.indexOf(part);
  return {
    start: folded.starts[from] ?? start,
    end: folded.ends[from + part.length - 1] ?? end,
    concept: null,
  };
}

/** Sorts ranges and merges adjacent ones, unless they were found in different ways. */
function merged(ranges: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const { start, end, concept } of inOrder(ranges)) {
    const last = all.at(-1);
    if (last && start <= last.end && (last.concept === concept || start < last.end))
      last.end = Math.max(last.end, end);
    else all.push({ start, end, concept });
  }
  return all;
}

const inOrder = <T extends Stretch>(ranges: readonly T[]): T[] =>
  ranges.toSorted((one, other) => one.start - other.start || one.end - other.end);

/** Ranges that are near to each other are shown together. */
function stretchesOf(ranges: readonly Range[]): Stretch[] {
  const all: Stretch[] = [];
  for (const { start, end } of inOrder(ranges)) {
    const last = all.at(-1);
    if (last && start <= last.end + 2 * around) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

function fragmentsOf(text: string, ranges: readonly Range[]): Fragment[] {
  return stretchesOf(ranges)
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

function partsOf(text: string, { start, end }: Stretch, ranges: readonly Range[]): Part[] {
  const parts: Part[] = [];
  const add = (from: number, to: number, matched: boolean, concept: string | null = null): void => {
    if (to > from) parts.push({ text: text.slice(from, to), matched, concept: shown(concept) });
  };
  let place = start;
  for (const range of ranges) {
    add(place, range.start, false);
    add(range.start, range.end, true, range.concept);
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
