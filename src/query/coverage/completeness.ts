/** Which lists sources give completely. Only then does the absence of a record from the list mean that it does not hold. */
import sql from 'sql-template-tag';
import type { Evidence } from '../../resource/evidence';
import { evidenceTable } from '../../resource/statements';
import { spanOf } from '../../resource/time';
import { among, column, name, type Reader } from '../sql';

/** Which lists of which records a source gives completely on a day. */
export class Completeness {
  private constructor(private readonly complete: ReadonlySet<string>) {}

  /**
   * Reads it in one statement. A source's statement applies to the day, month or year in which it was made. Without a day, nothing
   * counts as complete, because it may have been different at another time.
   */
  static async read(reader: Reader, keys: readonly string[], asOf: string | null): Promise<Completeness> {
    if (asOf === null || keys.length === 0) return new Completeness(new Set());
    const subject = column('t', 'subject_id');
    const rows = await reader.read(
      sql`SELECT ${subject} AS subject_id, ${column('t', 'property')} AS property, ${column('t', 'stated_on')} AS stated_on FROM ${name(evidenceTable.name)} t WHERE ${among(reader, subject, keys)} AND ${column('t', 'complete')} = ${true}`,
    );
    const holds = rows.filter((row) => isAbout({ statedOn: row.stated_on as string | null }, asOf));
    return new Completeness(new Set(holds.map((row) => `${String(row.subject_id)} ${String(row.property)}`)));
  }

  /** Whether one of these properties of a record is given completely. */
  has(key: string, properties: readonly string[]): boolean {
    return properties.some((property) => this.complete.has(`${key} ${property}`));
  }
}

/** Whether a statement is about a day: the day, month or year in which it was made includes it. */
export function isAbout({ statedOn }: Pick<Evidence, 'statedOn'>, day: string): boolean {
  const span = statedOn === null ? null : spanOf(statedOn);
  return span !== null && span.from <= day && day <= span.until;
}
