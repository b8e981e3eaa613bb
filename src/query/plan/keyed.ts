/** Fields whose records are read by keys that follow from their parents: one record for each parent, or a list. */
import { getNullableType, isListType, isNullableType, type GraphQLOutputType } from 'graphql';
import { after, together } from '../maybe-promise';
import type { Reading } from '../records';
import type { Arguments } from './arguments';
import { recordTexts } from './record-texts';
import type { PlanContext, RecordField, RecordsField } from './resolution';
import { listTexts, valueWriter } from './values';
import type { Writer } from './writer';

interface KeyedField {
  type: GraphQLOutputType;
  args: Arguments;
  reading: Reading;
  /** Writes a record's selection. */
  below: Writer;
}

/** A field with one record for each parent. */
export function recordWriter(
  { type, args, reading, below }: KeyedField,
  { key }: RecordField<unknown, unknown, PlanContext>,
): Writer {
  const writer = valueWriter(type, below);
  const whenMissing = isNullableType(type) ? 'null' : undefined;
  return {
    texts: (sources, run) => {
      const given = args(run);
      const keys = together(sources.map((source) => key(source, given, run.context)));
      return after(keys, (found) => recordTexts(found, { reading, writer, whenMissing }, run));
    },
  };
}

/** A field with a list of records for each parent; null for each that does not exist. */
export function recordsWriter(
  { type, args, reading, below }: KeyedField,
  { keys }: RecordsField<unknown, unknown, PlanContext>,
): Writer {
  const list = getNullableType(type);
  const writer = valueWriter(isListType(list) ? list.ofType : type, below);
  return {
    texts: (sources, run) => {
      const given = args(run);
      const lists = together(sources.map((source) => keys(source, given, run.context)));
      return after(lists, (found) => {
        let end = 0;
        const ends = found.map(({ length }) => (end += length));
        const texts = recordTexts(found.flat(), { reading, writer, whenMissing: 'null' }, run);
        return after(texts, (written) => listTexts(written, ends));
      });
    },
  };
}
