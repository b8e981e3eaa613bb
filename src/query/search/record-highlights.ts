/** Where the words of a search stand in a record: in its texts, its identifiers, and the quotations and sources that are stated for it. */
import type { Identifier, StatedEvidence } from '../../resource/evidence';
import { descriptionOf, type StoredRecord } from '../../resource/record';
import { tokenTextOf } from '../../resource/search/searched-identifiers';
import { searchedTexts } from '../../resource/search/searched-texts';
import { highlightsIn, type Highlight, type Text } from './highlights';
import type { Search } from './hits';
import type { FoundWord } from './vocabulary';

/** What is stated beside a record, by its key. */
interface Stated {
  record(key: string): Promise<StoredRecord | null>;
  identifiers(key: string): Promise<readonly Identifier[]>;
  evidence(key: string): Promise<readonly StatedEvidence[]>;
}

/** The texts of a record with matches, by weight, largest first. What is stated beside it is only read for words that its texts lack. */
export function highlightsOf(
  { words }: Search,
  record: StoredRecord,
  stated: Stated,
): Highlight[] | Promise<Highlight[]> {
  const texts = searchedTexts(descriptionOf(record), record);
  const own = highlightsIn(texts, words);
  const elsewhere = words.filter((word) => isStated(word) && highlightsIn(texts, [word]).length === 0);
  return elsewhere.length === 0 ? own : withStated(own, elsewhere, record.key, stated);
}

const isStated = ({ matches }: FoundWord): boolean =>
  matches.some(({ kind }) => kind === 'identifier' || kind === 'quoted');

async function withStated(
  own: readonly Highlight[],
  words: readonly FoundWord[],
  key: string,
  stated: Stated,
): Promise<Highlight[]> {
  const [identifiers, evidence] = await Promise.all([stated.identifiers(key), stated.evidence(key)]);
  const sources = await Promise.all(
    [...new Set(evidence.map(({ sourceId }) => sourceId))].map((source) => stated.record(source)),
  );
  const searched = new Set(words.flatMap((word) => word.identifiers));
  const quoted = [...evidence.map(({ quotation }) => quotation), ...sources.map((source) => source?.title)];
  return [
    ...identifiers.filter((each) => searched.has(tokenTextOf(each))).map(wholeIdentifier),
    ...own,
    ...highlightsIn([...new Set(quoted)].flatMap(textOf), words),
  ];
}

const textOf = (text: unknown): Text[] =>
  typeof text === 'string' ? [{ field: 'evidence', language: null, text }] : [];

const wholeIdentifier = ({ value }: Identifier): Highlight => ({
  field: 'identifiers',
  language: null,
  fragments: [{ parts: [{ text: value, matched: true, concept: null }], startsText: true, endsText: true }],
});
