/** Keeps of a subgraph's answer what it was asked for and what the schema allows: the rest is missing. */
import {
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLLeafType,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql';
import { isObject, member, type JsonObject } from './json';
import { Missing, type Cause } from './missing';
import type { Selection } from './selection';
import type { IsKindOf } from './type-conditions';

/** How an answer is judged. */
export interface Judgement {
  isKindOf: IsKindOf;
  /** To blame for values that are of no type which the schema allows. */
  wrong: Cause;
  /** To blame for what is not there: the same, unless the subgraph says itself why. */
  absent: Cause;
}

/** A record of a type; whatever else it says cannot overwrite what others answered. */
export function checkRecord(
  record: JsonObject,
  type: string,
  selection: Selection,
  judgement: Judgement,
): JsonObject {
  const kept: JsonObject = {};
  for (const [name, { type: ofField, inner, isOwed }] of selection.fieldsOf(type)) {
    if (name === '__proto__') continue;
    const value = member(record, name);
    if (value !== undefined) kept[name] = check(value, ofField, inner, judgement);
    else if (isOwed(judgement.absent.variables)) kept[name] = judgement.absent.missing(inner);
  }
  return kept;
}

/** The type that an answer states of a record, where it was asked for it and may be so. */
export function statedType(
  record: JsonObject,
  expected: string,
  selection: Selection,
  isPossible: (stated: string) => boolean,
): string | null {
  if (!selection.fieldsOf(expected).has('__typename')) return expected;
  const stated = member(record, '__typename') ?? expected;
  if (stated instanceof Missing) return expected;
  return typeof stated === 'string' && (stated === expected || isPossible(stated)) ? stated : null;
}

function check(
  value: unknown,
  type: GraphQLOutputType | null,
  selection: Selection | null,
  judgement: Judgement,
): unknown {
  if (value instanceof Missing) return value.cause.missing(selection);
  if (isNonNullType(type))
    return value === null
      ? judgement.absent.missing(selection)
      : check(value, type.ofType, selection, judgement);
  if (value === null) return null;
  if (Array.isArray(value) && (type === null || isListType(type))) {
    const ofItem = isListType(type) ? type.ofType : null;
    return value.map((item) => check(item, ofItem, selection, judgement));
  }
  if (!isListType(type)) {
    const kept = selection ? checkComposite(value, type, selection, judgement) : checkLeaf(value, type);
    if (kept !== undefined) return kept;
  }
  return judgement.wrong.missing(selection);
}

const checkLeaf = (value: unknown, type: GraphQLNamedType | null): unknown =>
  type === null || (isLeafType(type) && isValueOf(type, value)) ? value : undefined;

function checkComposite(
  value: unknown,
  type: GraphQLNamedType | null,
  selection: Selection,
  judgement: Judgement,
): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  const expected = type?.name ?? '';
  const isPossible = (stated: string) => type === null || judgement.isKindOf(stated, expected);
  const stated = statedType(value, expected, selection, isPossible);
  return stated === null ? undefined : checkRecord(value, stated, selection, judgement);
}

function isValueOf(type: GraphQLLeafType, value: unknown): boolean {
  try {
    type.serialize(value);
    return true;
  } catch {
    return false;
  }
}
