/** What a plan is made of: each part gives the JSON texts of many values at once. */
import type { Snapshot } from '../kept/kept';
import type { PlanContext } from './resolution';
import type { MaybePromise } from './maybe-promise';

/** One run of a plan. */
export interface Run {
  context: PlanContext;
  /** Values of the operation's variables, coerced. */
  variables: Record<string, unknown>;
  /** What is kept in memory of the data; null where nothing is. */
  kept: Snapshot | null;
}

/** Gives the JSON text of each of its sources, in their order. */
export interface Writer<Source = unknown> {
  texts(sources: readonly Source[], run: Run): MaybePromise<readonly string[]>;
}

/** Something that only the ordinary executor can tell, such as an error with its path: the run is given up for it. */
export class Surprise extends Error {}

/** A value as JSON text. */
export const json = (value: unknown): string => JSON.stringify(value);
