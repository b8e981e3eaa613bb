/** Finds the concepts of the thesaurus that the words of a text name. */
import { getOrMake } from '../../maps';
import { thesaurus } from '../../vocabulary/thesaurus';
import { comparable } from './fold';
import { stemsOf } from './forms';
import { remembered } from './remembered';
import { wordsOf, type Word } from './words';

/** A concept in a text, and the words that name it, by their places among those that are not joined. */
export interface NamedConcept {
  readonly concept: string;
  readonly from: number;
  readonly until: number;
  /** The range of these words in the text. */
  readonly start: number;
  readonly end: number;
}

interface Label {
  readonly concept: string;
  /** For each word of the label, the forms that it is known by. */
  readonly words: readonly ReadonlySet<string>[];
}

/** Shorter words, such as KI and CT, are neither inflected nor parts of compounds. */
const shortestInflected = 4;
const shortestInCompound = 5;

type Analysed = Pick<Word, 'word' | 'spelt'>;

/** The forms of a word by which labels and texts are compared, in a language or in both. */
function formsIn(word: Analysed, language: string | null): string[] {
  if (word.word.length < shortestInflected) return [word.word];
  const { de, en } = stemsOf(word);
  return [word.word, ...(language === 'en' ? [] : [`de ${de}`]), ...(language === 'de' ? [] : [`en ${en}`])];
}

const single = (words: readonly Word[]): Word[] => words.filter(({ joined }) => !joined);

/** The labels of the thesaurus, as they are looked up. */
interface Labels {
  readonly byFirstForm: ReadonlyMap<string, readonly Label[]>;
  /** The concepts of German labels of one word, which compounds begin or end with. */
  readonly inCompounds: ReadonlyMap<string, readonly string[]>;
}

let analysed: Labels | undefined;

/** Stemming all labels takes a while, so it is done with the first search and not at each start. */
const labels = (): Labels => (analysed ??= analyse());

function analyse(): Labels {
  const byFirstForm = new Map<string, Label[]>();
  const inCompounds = new Map<string, string[]>();
  for (const { id, prefLabel, altLabel } of thesaurus) {
    for (const language of ['de', 'en'] as const) {
      for (const text of [prefLabel[language], ...altLabel[language]]) {
        const words = single(wordsOf(text));
        const [first, ...others] = words.map((word) => new Set(formsIn(word, language)));
        if (!first) continue;
        const label = { concept: id, words: [first, ...others] };
        for (const form of first) getOrMake(byFirstForm, form, () => []).push(label);
        const [only] = words;
        if (language === 'de' && words.length === 1 && only && only.word.length >= shortestInCompound)
          getOrMake(inCompounds, only.word, () => []).push(id);
      }
    }
  }
  return { byFirstForm, inCompounds };
}

/** The concepts that words name as they stand: by one word, or by several in a row. */
export function conceptsNamed(all: readonly Word[], language: string | null = null): NamedConcept[] {
  const words = single(all);
  const found: NamedConcept[] = [];
  for (const [from, first] of words.entries()) {
    for (const label of labelsOf(first, language)) {
      const stands = label.words.every((known, index) => {
        const word = words[from + index];
        return word !== undefined && formsIn(word, language).some((form) => known.has(form));
      });
      if (stands) found.push(named(words, label.concept, from, from + label.words.length));
    }
  }
  return found;
}

/** The labels that begin with one of the forms of a word. Most words begin none. */
function labelsOf({ spelt }: Analysed, language: string | null): readonly Label[] {
  const beginning = language === 'de' || language === 'en' ? beginnings[language] : beginnings.any;
  return beginning(spelt);
}

const beginningIn = (language: string | null) =>
  remembered((spelt: string): readonly Label[] => {
    const forms = formsIn({ word: comparable(spelt), spelt }, language);
    return [...new Set(forms.flatMap((form) => labels().byFirstForm.get(form) ?? []))];
  });

const beginnings = { de: beginningIn('de'), en: beginningIn('en'), any: beginningIn(null) };

/** Those, and the ones that compounds of a text contain: `Krebsforschung`. English has no compounds. */
export function conceptsIn(all: readonly Word[], language: string | null): NamedConcept[] {
  if (language === 'en') return conceptsNamed(all, language);
  const words = single(all);
  const within = words.flatMap(({ word }, place) =>
    conceptsWithin(word).map((concept) => named(words, concept, place, place + 1)),
  );
  return [...conceptsNamed(all, language), ...within];
}

/** The concepts that a word contains at its beginning or end. */
const conceptsWithin = remembered((word: string): readonly string[] =>
  edgesOf(word).flatMap((edge) => labels().inCompounds.get(edge) ?? []),
);

function named(words: readonly Word[], concept: string, from: number, until: number): NamedConcept {
  return {
    concept,
    from,
    until,
    get start() {
      return words[from]?.start ?? 0;
    },
    get end() {
      return words[until - 1]?.end ?? 0;
    },
  };
}

/** The beginnings and ends of a word that a label may be. */
function edgesOf(word: string): string[] {
  const lengths = Array.from(
    { length: Math.max(word.length - shortestInCompound, 0) },
    (_, more) => shortestInCompound + more,
  );
  return lengths.flatMap((length) => [word.slice(0, length), word.slice(-length)]);
}
