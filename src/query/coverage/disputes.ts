/** Which properties of which records are disputed. A disputed value excludes nothing. */
import sql from 'sql-template-tag';
import { evidenceTable } from '../../resource/statements';
import { among, column, name, type Reader } from '../sql';

export class Disputes {
  private constructor(private readonly disputed: ReadonlySet<string>) {}

  /** Reads in one statement where sources state different values. */
  static async read(
    reader: Reader,
    keys: readonly string[],
    properties: readonly string[],
  ): Promise<Disputes> {
    if (keys.length === 0 || properties.length === 0) return new Disputes(new Set());
    const subject = column('t', 'subject_id');
    const property = column('t', 'property');
    const stated = column('t', 'stated_value');
    const rows = await reader.read(
      sql`SELECT ${subject} AS subject_id, ${property} AS property FROM ${name(evidenceTable.name)} t WHERE ${among(reader, subject, keys)} AND ${among(reader, property, properties)} AND ${stated} IS NOT NULL GROUP BY ${subject}, ${property} HAVING count(DISTINCT ${stated}) > 1`,
    );
    return new Disputes(new Set(rows.map((row) => `${String(row.subject_id)} ${String(row.property)}`)));
  }

  has(key: string, property: string): boolean {
    return this.disputed.has(`${key} ${property}`);
  }
}
