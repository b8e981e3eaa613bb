/** Updates the search index within the transaction that writes the records. */
import type { EntityManager } from 'typeorm';
import type { Description } from '../../resource/description';
import { recordOf } from '../../resource/record';
import { formsOf } from '../../resource/search/forms';
import { indexed, isSearched, wordOfToken } from '../../resource/search/searched-texts';
import { searchTables } from '../../resource/search/tables';
import type { Row } from '../../resource/values';
import type { Dialect } from '../driver';

const { record, index, word, form } = searchTables;

/** The index within one transaction. */
export class SearchIndex {
  constructor(
    private readonly manager: EntityManager,
    private readonly dialect: Dialect,
  ) {}

  /** Indexes rows that were just written, and replaces their former entries. */
  async put(description: Description, rows: readonly Row[]): Promise<void> {
    if (!isSearched(description) || rows.length === 0) return;
    const analysed = rows.map((row) => ({
      key: row.id as string,
      digest: row.digest as string,
      ...indexed(description, recordOf(description, row)),
    }));
    const before = await this.tokensOf(analysed.map(({ key }) => key));
    await this.write(
      analysed.map(({ key, digest, tokens }) => ({
        key,
        digest,
        type: description.type,
        tokens: [...tokens].join(' '),
      })),
    );
    const after = new Set(analysed.flatMap(({ tokens }) => [...tokens]));
    await this.addWords(after);
    await this.addForms(analysed.flatMap(({ words }) => words));
    await this.forget([...before].filter((token) => !after.has(token)));
  }

  /** Removes records from the index. */
  async remove(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const before = await this.tokensOf(keys);
    if (this.dialect === 'sqlite') await this.manager.query(deleteTokens, [JSON.stringify(keys)]);
    await this.manager.query(`DELETE FROM "${record}" WHERE ${this.isAmong('key')}`, [JSON.stringify(keys)]);
    await this.forget([...before]);
  }

  private async tokensOf(keys: readonly string[]): Promise<Set<string>> {
    const statement =
      this.dialect === 'sqlite'
        ? `SELECT tokens FROM "${index}" WHERE rowid IN (SELECT id FROM "${record}" WHERE ${this.isAmong('key')})`
        : `SELECT array_to_string(tsvector_to_array(tokens), ' ') AS tokens FROM "${record}" WHERE ${this.isAmong('key')}`;
    const rows = await this.manager.query<{ tokens: string }[]>(statement, [JSON.stringify(keys)]);
    return new Set(rows.flatMap(({ tokens }) => tokens.split(' ').filter((token) => token !== '')));
  }

  private async write(
    rows: readonly { key: string; type: string; digest: string; tokens: string }[],
  ): Promise<void> {
    const given = [JSON.stringify(rows)];
    if (this.dialect === 'postgres') {
      await this.manager.query(upsertOnPostgres, given);
      return;
    }
    await this.manager.query(deleteTokens, [JSON.stringify(rows.map(({ key }) => key))]);
    await this.manager.query(upsertOnSqlite, given);
    await this.manager.query(insertTokens, given);
  }

  private async addWords(tokens: ReadonlySet<string>): Promise<void> {
    const words = [...tokens].map(wordOfToken).filter((found) => found !== null);
    await this.insert(word, { word: 'text', weight: 'integer' }, words);
  }

  private async addForms(words: readonly Parameters<typeof formsOf>[0][]): Promise<void> {
    const distinct = new Map(words.map((each) => [`${each.spelt} ${String(each.joined)}`, each]));
    const forms = [...distinct.values()].flatMap((each) =>
      formsOf(each).map((found) => ({ ...found, word: each.word })),
    );
    await this.insert(form, { kind: 'text', form: 'text', word: 'text' }, forms);
  }

  private async insert(
    table: string,
    columns: Record<string, 'text' | 'integer'>,
    rows: readonly object[],
  ): Promise<void> {
    const names = Object.keys(columns);
    const values =
      this.dialect === 'sqlite'
        ? `SELECT ${names.map((name) => `value ->> '${name}'`).join(', ')} FROM json_each($1) WHERE true`
        : `SELECT ${names.join(', ')} FROM jsonb_to_recordset($1::jsonb) AS given(${Object.entries(columns)
            .map(([name, type]) => `${name} ${type}`)
            .join(', ')})`;
    await this.manager.query(
      `INSERT INTO "${table}" (${names.join(', ')}) ${values} ON CONFLICT DO NOTHING`,
      [JSON.stringify(rows)],
    );
  }

  /** Removes words from the vocabulary that no record contains any more, among those of removed entries. */
  private async forget(tokens: readonly string[]): Promise<void> {
    const words = tokens.flatMap((token) => {
      const found = wordOfToken(token);
      return found ? [{ token, ...found }] : [];
    });
    if (words.length === 0) return;
    await this.manager.query(this.dialect === 'sqlite' ? forgetOnSqlite : forgetOnPostgres, [
      JSON.stringify(words),
    ]);
    await this.manager.query(
      `DELETE FROM "${form}" WHERE ${this.isAmong('word')} AND NOT EXISTS (SELECT 1 FROM "${word}" w WHERE w.word = "${form}".word)`,
      [JSON.stringify(words.map((gone) => gone.word))],
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

const forgetOnSqlite = `DELETE FROM "${word}" WHERE ("word", "weight") IN (SELECT value ->> 'word', value ->> 'weight' FROM json_each($1) given WHERE NOT EXISTS (SELECT 1 FROM "${index}" WHERE "${index}" MATCH '"' || (given.value ->> 'token') || '"'))`;

const forgetOnPostgres = `DELETE FROM "${word}" WHERE ("word", "weight") IN (SELECT "word", "weight" FROM jsonb_to_recordset($1::jsonb) AS given("word" text, "weight" integer, "token" text) WHERE NOT EXISTS (SELECT 1 FROM "${record}" r WHERE r.tokens @@ ('''' || given."token" || '''')::tsquery))`;
