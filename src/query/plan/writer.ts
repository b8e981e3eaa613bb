/** What a plan is made of: each part gives the JSON texts of many values at once. */
import type { Source } from '../source';
import type { PlanContext } from './resolution';
import type { MaybePromise } from '../maybe-promise';
import { AnswerTooLarge } from '../../errors';

/** One run of a plan. */
export interface Run {
  context: PlanContext;
  /** Values of the operation's variables, coerced. */
  variables: Record<string, unknown>;
  /** Where records and lists are read. */
  source: Source;
}

/** Gives the JSON text of each of its sources, in their order. */
export interface Writer<Source = unknown> {
  texts(sources: readonly Source[], run: Run): MaybePromise<readonly string[]>;
}

/** The plan cannot answer, as only the fallback executor can tell an error with its path: the run is given up. */
export class PlanBailout extends Error {}

/**
 * The texts that a writer gives, all of which become part of the answer: whatever is too large is found out before more is made of it.
 * @throws AnswerTooLarge
 */
export function bounded(texts: readonly string[], { context: { answerBytes } }: Run): readonly string[] {
  if (answerBytes === undefined) return texts;
  let length = 0;
  for (const text of texts) length += text.length;
  // A character has one byte at least.
  if (length > answerBytes) throw new AnswerTooLarge(answerBytes);
  return texts;
}

/** A value as JSON text. */
export const json = (value: unknown): string => JSON.stringify(value);
