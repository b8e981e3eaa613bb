/** The texts of records by their keys, as fields with one record write them. */
import { after, type MaybePromise } from '../maybe-promise';
import type { Reading } from '../records';
import { at } from './values';
import { bounded, PlanBailout, type Run, type Writer } from './writer';

/** How the texts of records are written. */
interface RecordWriter {
  reading: Reading;
  writer: Writer;
  /** The text if there is no key; undefined if there must be one. */
  whenMissing: string | undefined;
}

/** The texts of the records with these keys. Each record is read and written once, however often its key is given. */
export function recordTexts(
  keys: readonly (string | null)[],
  { reading, writer, whenMissing }: RecordWriter,
  run: Run,
): MaybePromise<readonly string[]> {
  const distinct = [...new Set(keys.filter((each) => each !== null))];
  return after(run.source.records(distinct, reading), (recordAt) =>
    after(writer.texts(distinct.map(recordAt), run), (texts) => {
      const byKey = new Map(distinct.map((each, index) => [each, at(texts, index)]));
      const written = keys.map((each) => {
        const text = each === null ? whenMissing : byKey.get(each);
        if (text === undefined) throw new PlanBailout('null');
        return text;
      });
      return bounded(written, run);
    }),
  );
}
