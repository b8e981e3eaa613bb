/** Splits lists that are too long for one statement. */

/** Rows per statement. Up to 65 columns, this stays below SQLite's limit of 32,766 parameters. */
const batchSize = 500;

/** Keys per statement that only reads; they are handed over as one parameter. */
export const keysAtOnce = 5_000;

export function* batches<T>(items: readonly T[], size = batchSize): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
