/** Splits lists that are too long for one statement. */

/** Rows per statement. Up to 65 columns, this stays below SQLite's limit of 32,766 parameters. */
const batchSize = 500;

export function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}
