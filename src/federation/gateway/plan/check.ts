/** Keeps only those parts of a subgraph's answer that were requested and are valid. Everything else counts as missing. */
import {
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLLeafType,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql';
import { isObject, member, type JsonObject } from './json';
import { MissingValue, type FetchFailure } from './fetch-failure';
import type { Selection } from './selection';
import type { IsKindOf } from './type-conditions';

/** What an answer is checked against. */
export interface CheckContext {
  isKindOf: IsKindOf;
  /** The failure to report for values of a wrong type. */
  wrong: FetchFailure;
  /** The failure to report for absent values: the same, unless the subgraph's own errors explain them. */
  absent: FetchFailure;
  /** Whether the answer is known to be valid, so that it is taken as it is. */
  isValid?: boolean;
}

/** Checks one record. Only requested fields are taken, so it cannot overwrite what other subgraphs answered. */
export function checkRecord(
  record: JsonObject,
  type: string,
  selection: Selection,
  checking: CheckContext,
): JsonObject {
  if (checking.isValid) return record;
  const checked: JsonObject = {};
  for (const [name, { type: ofField, inner, isOwed }] of selection.fieldsOf(type)) {
    if (name === '__proto__') continue;
    const value = member(record, name);
    if (value !== undefined) checked[name] = check(value, ofField, inner, checking);
    else if (isOwed(checking.absent.variables)) checked[name] = checking.absent.missing(inner);
  }
  return checked;
}

/** The type name that the answer gives for a record, if it was requested and is possible here. */
export function statedType(
  record: JsonObject,
  expected: string,
  selection: Selection,
  isPossible: (stated: string) => boolean,
): string | null {
  if (!selection.fieldsOf(expected).has('__typename')) return expected;
  const stated = member(record, '__typename') ?? expected;
  if (stated instanceof MissingValue) return expected;
  return typeof stated === 'string' && (stated === expected || isPossible(stated)) ? stated : null;
}

function check(
  value: unknown,
  type: GraphQLOutputType | null,
  selection: Selection | null,
  checking: CheckContext,
): unknown {
  if (value instanceof MissingValue) return value.cause.missing(selection);
  if (isNonNullType(type))
    return value === null
      ? checking.absent.missing(selection)
      : check(value, type.ofType, selection, checking);
  if (value === null) return null;
  if (Array.isArray(value) && (type === null || isListType(type))) {
    const ofItem = isListType(type) ? type.ofType : null;
    return value.map((item) => check(item, ofItem, selection, checking));
  }
  if (!isListType(type)) {
    const checked = selection ? checkComposite(value, type, selection, checking) : checkLeaf(value, type);
    if (checked !== undefined) return checked;
  }
  return checking.wrong.missing(selection);
}

const checkLeaf = (value: unknown, type: GraphQLNamedType | null): unknown =>
  type === null || (isLeafType(type) && isValueOf(type, value)) ? value : undefined;

function checkComposite(
  value: unknown,
  type: GraphQLNamedType | null,
  selection: Selection,
  checking: CheckContext,
): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  const expected = type?.name ?? '';
  const isPossible = (stated: string) => type === null || checking.isKindOf(stated, expected);
  const stated = statedType(value, expected, selection, isPossible);
  return stated === null ? undefined : checkRecord(value, stated, selection, checking);
}

function isValueOf(type: GraphQLLeafType, value: unknown): boolean {
  try {
    type.serialize(value);
    return true;
  } catch {
    return false;
  }
}
