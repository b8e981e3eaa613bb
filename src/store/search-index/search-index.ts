/** Updates the search index within the transaction that writes the records. */
import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Description } from '../../resource/description';
import { recordOf } from '../../resource/record';
import { formsOf } from '../../resource/search/forms';
import { indexed, type Indexed } from '../../resource/search/indexed';
import { isSearched } from '../../resource/search/searched-texts';
import { searchTables } from '../../resource/search/tables';
import { evidenceTable } from '../../resource/statements';
import { entryOf } from '../../resource/search/tokens';
import type { Word } from '../../resource/search/words';
import type { Row } from '../../resource/values';
import type { Dialect } from '../driver';
import { searchedStatements } from './searched-statements';

const { record, index, word, form } = searchTables;

/** Records that are analysed in one turn. */
const analysedAtOnce = 10;

interface Analysed extends Indexed {
  readonly key: string;
  readonly digest: string;
}

/** The vocabulary is written when so many tokens have changed, and at the end. */
const mostCounted = 100_000;
/** Entries of the vocabulary per statement. */
const atOnce = 10_000;

/** The index within one transaction. Its vocabulary is written by `flush`. */
export class SearchIndex {
  /** By how many records each token is in more. */
  private readonly counts = new Map<string, number>();
  /** Words of which the forms may be new. */
  private readonly words = new Map<string, Pick<Word, 'word' | 'spelt' | 'joined'>>();

  constructor(
    private readonly manager: EntityManager,
    private readonly dialect: Dialect,
  ) {}

  /** Indexes rows that were just written, with what is stated beside them, and replaces their former entries. */
  async put(description: Description, rows: readonly Row[]): Promise<void> {
    if (!isSearched(description) || rows.length === 0) return;
    const keys = rows.map((row) => row.id as string);
    const stated = await searchedStatements(this.manager, this.dialect, keys);
    const analysed: Analysed[] = [];
    for (const [place, row] of rows.entries()) {
      const [key, digest] = [row.id as string, row.digest as string];
      analysed.push({ key, digest, ...indexed(description, recordOf(description, row), stated(key)) });
      // Statements that were begun meanwhile are answered.
      if (place % analysedAtOnce === 0) await setImmediate();
    }
    const former = await this.tokensOf(keys);
    await this.write(
      analysed.map(({ key, digest, tokens }) => ({
        key,
        digest,
        type: description.type,
        tokens: [...tokens].join(' '),
      })),
      former.length > 0,
    );
    for (const tokens of former) this.count(tokens, -1);
    for (const { tokens } of analysed) this.count(tokens, 1);
    for (const { words } of analysed) for (const word of words) this.learn(word);
    if (this.counts.size > mostCounted) await this.flush();
  }

  /** Removes records from the index. */
  async remove(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    for (const tokens of await this.tokensOf(keys)) this.count(tokens, -1);
    if (this.dialect === 'sqlite') await this.manager.query(deleteTokens, [JSON.stringify(keys)]);
    await this.manager.query(`DELETE FROM "${record}" WHERE ${this.isAmong('key')}`, [JSON.stringify(keys)]);
  }

  /** Writes what was noted of the vocabulary. It is only read by searches, so it is written once for many records. */
  async flush(): Promise<void> {
    const words = [...this.words.values()];
    this.words.clear();
    const forms = words.flatMap((each) => formsOf(each).map((found) => ({ ...found, word: each.word })));
    for (const some of parts(forms))
      await this.insert(form, { kind: 'text', form: 'text', word: 'text' }, some, 'DO NOTHING');
    const changes = [...this.counts].flatMap(([token, records]) => {
      const entry = entryOf(token);
      return entry && records !== 0 ? [{ ...entry, records }] : [];
    });
    this.counts.clear();
    const columns = { word: 'text', kind: 'text', weight: 'integer', records: 'integer' } as const;
    for (const some of parts(changes)) await this.insert(word, columns, some, sumOfRecords);
    const fewer = changes.filter(({ records }) => records < 0);
    for (const some of parts(fewer)) await this.forget([...new Set(some.map((gone) => gone.word))]);
  }

  private count(tokens: Iterable<string>, records: number): void {
    for (const token of tokens) this.counts.set(token, (this.counts.get(token) ?? 0) + records);
  }

  private learn(found: Word): void {
    const { word, spelt, joined } = found;
    const key = joined ? `${spelt} joined` : spelt;
    if (!this.words.has(key)) this.words.set(key, { word, spelt, joined });
  }

  /**
   * Marks the records as changed that cite sources, as they are found by the titles of these.
   * @returns whether there are any
   */
  async markCiting(sources: readonly string[]): Promise<boolean> {
    const citing = `"key" IN (SELECT subject_id FROM "${evidenceTable.name}" WHERE ${this.isAmong('source_id')})`;
    const given = [JSON.stringify(sources)];
    const rows = await this.manager.query<unknown[]>(
      `SELECT 1 FROM "${record}" WHERE ${citing} LIMIT 1`,
      given,
    );
    if (rows.length > 0)
      await this.manager.query(`UPDATE "${record}" SET digest = '' WHERE ${citing}`, given);
    return rows.length > 0;
  }

  /** The tokens of those of the records that are in the index. */
  private async tokensOf(keys: readonly string[]): Promise<string[][]> {
    const statement =
      this.dialect === 'sqlite'
        ? `SELECT tokens FROM "${index}" WHERE rowid IN (SELECT id FROM "${record}" WHERE ${this.isAmong('key')})`
        : `SELECT array_to_string(tsvector_to_array(tokens), ' ') AS tokens FROM "${record}" WHERE ${this.isAmong('key')}`;
    const rows = await this.manager.query<{ tokens: string }[]>(statement, [JSON.stringify(keys)]);
    return rows.map(({ tokens }) => tokens.split(' ').filter((token) => token !== ''));
  }

  private async write(
    rows: readonly { key: string; type: string; digest: string; tokens: string }[],
    replaces: boolean,
  ): Promise<void> {
    const given = [JSON.stringify(rows)];
    if (this.dialect === 'postgres') {
      await this.manager.query(upsertOnPostgres, given);
      return;
    }
    if (replaces) await this.manager.query(deleteTokens, [JSON.stringify(rows.map(({ key }) => key))]);
    await this.manager.query(upsertOnSqlite, given);
    await this.manager.query(insertTokens, given);
  }

  private async insert(
    table: string,
    columns: Record<string, 'text' | 'integer'>,
    rows: readonly object[],
    onConflict: string,
  ): Promise<void> {
    const names = Object.keys(columns);
    const values =
      this.dialect === 'sqlite'
        ? `SELECT ${names.map((name) => `value ->> '${name}'`).join(', ')} FROM json_each($1) WHERE true`
        : `SELECT ${names.join(', ')} FROM jsonb_to_recordset($1::jsonb) AS given(${Object.entries(columns)
            .map(([name, type]) => `${name} ${type}`)
            .join(', ')})`;
    await this.manager.query(
      `INSERT INTO "${table}" (${names.join(', ')}) ${values} ON CONFLICT ${onConflict}`,
      [JSON.stringify(rows)],
    );
  }

  /** Removes entries of these words that no record has, and the forms of words without entries. */
  private async forget(words: readonly string[]): Promise<void> {
    const given = [JSON.stringify(words)];
    await this.manager.query(`DELETE FROM "${word}" WHERE ${this.isAmong('word')} AND "records" <= 0`, given);
    await this.manager.query(
      `DELETE FROM "${form}" WHERE ${this.isAmong('word')} AND NOT EXISTS (SELECT 1 FROM "${word}" w WHERE w.word = "${form}".word AND w.kind IN ('word', 'english', 'quoted'))`,
      given,
    );
  }

  private isAmong(column: string): string {
    return this.dialect === 'sqlite'
      ? `"${column}" IN (SELECT value FROM json_each($1))`
      : `"${column}" IN (SELECT jsonb_array_elements_text($1::jsonb))`;
  }
}

const deleteTokens = `DELETE FROM "${index}" WHERE rowid IN (SELECT id FROM "${record}" WHERE "key" IN (SELECT value FROM json_each($1)))`;

const upsertOnSqlite = `INSERT INTO "${record}" ("key", "type", "digest") SELECT value ->> 'key', value ->> 'type', value ->> 'digest' FROM json_each($1) WHERE true ON CONFLICT ("key") DO UPDATE SET "digest" = excluded."digest"`;

const insertTokens = `INSERT INTO "${index}" (rowid, tokens) SELECT r.id, given.value ->> 'tokens' FROM json_each($1) given JOIN "${record}" r ON r."key" = given.value ->> 'key'`;

const upsertOnPostgres = `INSERT INTO "${record}" ("key", "type", "digest", "tokens") SELECT "key", "type", "digest", array_to_tsvector(string_to_array("tokens", ' ')) FROM jsonb_to_recordset($1::jsonb) AS given("key" text, "type" text, "digest" text, "tokens" text) ON CONFLICT ("key") DO UPDATE SET "digest" = excluded."digest", "tokens" = excluded."tokens"`;

const sumOfRecords = `("word", "kind", "weight") DO UPDATE SET "records" = "${word}"."records" + excluded."records"`;

function* parts<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += atOnce) yield items.slice(start, start + atOnce);
}
