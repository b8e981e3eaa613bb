/** What is indexed for a record: the tokens of its texts, and of what is stated about it. */
import { createHash } from 'node:crypto';
import { thesaurus } from '../../vocabulary/thesaurus';
import type { Description } from '../description';
import type { Identifier } from '../evidence';
import type { Registry } from '../registry';
import { conceptsIn } from './concepts';
import { identifierWeight, tokenTextOf } from './searched-identifiers';
import { remembered } from './remembered';
import { searchedIn, searchedTexts } from './searched-texts';
import { tokenOf } from './tokens';
import { wholeOf, wordsOf, type Word } from './words';

/** What is stated beside a record, as far as it is searched. */
export interface SearchedStatements {
  readonly identifiers: readonly Identifier[];
  /** Quotations, and the titles of the sources. */
  readonly quoted: readonly string[];
}

export interface Indexed {
  readonly tokens: Set<string>;
  readonly words: Word[];
}

/** The weight of a quotation, and of the title of a source. */
const quotedWeight = 1;

/** PostgreSQL's tsvector is limited to 1 MB. Of very long records, only the most important texts are indexed. */
const mostTokens = 10_000;

/** Analyses a record for the index. */
export function indexed(
  description: Description,
  record: Readonly<Record<string, unknown>>,
  { identifiers, quoted }: SearchedStatements,
): Indexed {
  const tokens = new Set<string>();
  const english = new Map<string, string>();
  const all: Word[] = [];
  for (const identifier of identifiers)
    tokens.add(tokenOf('identifier', identifierWeight, tokenTextOf(identifier)));
  for (const { text, weight, language } of searchedTexts(description, record)) {
    if (tokens.size > mostTokens) break;
    const words = wordsOf(text).slice(0, mostTokens);
    const whole = wholeOf(words);
    for (const { word } of words) {
      const token = tokenOf('word', weight, word);
      if (language === 'en') english.set(token, tokenOf('english', weight, word));
      else tokens.add(token);
    }
    for (const { concept } of conceptsIn(words, language)) tokens.add(tokenOf('concept', weight, concept));
    if (whole !== null) tokens.add(tokenOf('whole', weight, whole));
    all.push(...words);
  }
  for (const [token, alone] of english) if (!tokens.has(token)) tokens.add(alone);
  const own = new Set(all.map(({ word }) => word));
  for (const text of quoted) {
    if (tokens.size > mostTokens) break;
    // A word that the texts of the record have says nothing more in a quotation.
    const others = wordsOfQuoted(text).filter(({ word }) => !own.has(word));
    for (const { word } of others) tokens.add(tokenOf('quoted', quotedWeight, word));
    all.push(...others);
  }
  return { tokens, words: all };
}

/** The titles of a few sources are quoted everywhere. */
const wordsOfQuoted = remembered((text): readonly Word[] => wordsOf(text), 200);

/** Must be increased when the analysis changes. */
const analysis = 3;

const largestWeight = 20;

/**
 * Identifies the rules by which an index is made. An index with another fingerprint must be rebuilt.
 * @throws Error for a weight that does not fit into a token
 */
export function fingerprintOf({ resources }: Registry): string {
  for (const { type, attributes } of resources) {
    const wrong = attributes.find(
      ({ search }) => !Number.isInteger(search) || search < 0 || search > largestWeight,
    );
    if (wrong)
      throw new Error(
        `${type}.${wrong.name} has the search weight ${wrong.search}; give a whole number from 1 to ${largestWeight}.`,
      );
  }
  const declared = resources.map((description) => [
    description.type,
    searchedIn(description).map(({ name, kind, search, scheme }) => [
      name,
      kind.name,
      search,
      scheme?.concepts,
    ]),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([analysis, thesaurus, declared]))
    .digest('hex');
}
