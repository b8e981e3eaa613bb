/** Which places of the answer a step of a plan reads and writes. Two steps that do not meet there need not wait for each other. */
import type {
  EntityBatchAlias,
  FlattenNodePathSegment,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import type { FetchOperation } from './fetch-operation';
import { namesOn } from './locate';

/** Response names from the root of the answer, without the positions in lists. */
type Place = readonly string[];

export interface Touched {
  /** Records that must be there. */
  finds: readonly Place[];
  /** Values of theirs that are sent on. */
  reads: readonly Place[];
  writes: readonly Place[];
}

/** A fetch of fields of a root type. */
export const touchedByRoot = ({ type, selection }: FetchOperation): Touched => ({
  finds: [],
  reads: [],
  writes: [...selection.fieldsOf(type).keys()].map((name) => [name]),
});

/** A fetch of further fields of records. */
export function touchedByEntities(
  aliases: readonly EntityBatchAlias[],
  { type, selection }: FetchOperation,
): Touched {
  const finds: Place[] = [];
  const reads: Place[] = [];
  const writes: Place[] = [];
  for (const { alias, paths, requires, outputRewrites = [] } of aliases) {
    const inner = selection.fieldsOf(type).get(alias)?.inner;
    for (const path of paths) {
      const record = namesOn(path);
      finds.push(record);
      reads.push(...typesOn(path), ...namesIn(requires).map((name) => [...record, name]));
      // A rewrite may put a value anywhere in the record.
      const names = outputRewrites.length > 0 ? null : inner?.names;
      writes.push(...(names ? names.map((name) => [...record, name]) : [record]));
    }
  }
  return { finds, reads, writes };
}

/** The types of records on the way to others, where a path depends on them. */
const typesOn = (path: readonly FlattenNodePathSegment[]): Place[] =>
  path.flatMap((segment, index) =>
    segment !== '@' && 'TypeCondition' in segment ? [[...namesOn(path.slice(0, index)), '__typename']] : [],
  );

const namesIn = (requires: readonly RequiresSelection[]): string[] =>
  requires.flatMap((selection) => {
    if (selection.kind === 'InlineFragment') return namesIn(selection.selections);
    if (selection.kind !== 'Field') return [];
    return [selection.name, selection.alias ?? selection.name];
  });

/** Whether a step needs what an earlier one writes. */
export const needs = (later: Touched, { writes }: Touched): boolean =>
  writes.some(
    (written) =>
      later.finds.some((found) => isWithin(found, written)) ||
      later.reads.some((read) => isWithin(read, written) || isWithin(written, read)),
  );

const isWithin = (place: Place, other: Place): boolean => other.every((name, index) => place[index] === name);
