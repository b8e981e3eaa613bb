/** The building blocks of plans. Each writer returns the JSON texts of many values at once. */
import type { Source } from '../source';
import type { PlanContext } from './resolution';
import type { MaybePromise } from '../maybe-promise';
import { AnswerTooLarge } from '../../errors';

/** One run of a plan. */
export interface Run {
  context: PlanContext;
  /** Coerced values of the operation's variables. */
  variables: Record<string, unknown>;
  /** Where records and lists are read. */
  source: Source;
}

/** Returns the JSON text of each of its sources, in order. */
export interface Writer<Source = unknown> {
  texts(sources: readonly Source[], run: Run): MaybePromise<readonly string[]>;
}

/** The plan cannot answer, usually because of an error whose path only the fallback executor can report. The run is given up. */
export class PlanBailout extends Error {}

/**
 * Checks the total size of texts, all of which become part of the answer, so that a too large answer is detected early.
 * @throws AnswerTooLarge
 */
export function bounded(texts: readonly string[], { context: { answerBytes } }: Run): readonly string[] {
  if (answerBytes === undefined) return texts;
  let length = 0;
  for (const text of texts) length += text.length;
  // A character has at least one byte.
  if (length > answerBytes) throw new AnswerTooLarge(answerBytes);
  return texts;
}

/** A value as JSON. */
export const json = (value: unknown): string => JSON.stringify(value);
