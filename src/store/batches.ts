/** Lists that are too long for one statement, in parts. */

/** Rows per statement: up to 65 columns, this stays below the 32,766 parameters that SQLite takes. */
const batchSize = 500;

export function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}
