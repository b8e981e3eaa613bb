/** Values that may be promises. Available values are processed synchronously, without another turn of the event loop. */

import { shortTurn } from './turns';

export type MaybePromise<T> = T | Promise<T>;

/** Continues with a value, now or when it is available. If many callers waited for the same promise, they do not all continue in one turn. */
export const after = <T, R>(value: MaybePromise<T>, next: (value: T) => MaybePromise<R>): MaybePromise<R> =>
  value instanceof Promise ? value.then((found) => whenFree(() => next(found))) : next(value);

function whenFree<R>(goOn: () => MaybePromise<R>): MaybePromise<R> {
  const turn = shortTurn();
  return turn ? turn.then(goOn) : goOn();
}

/** The answer; if it is null or undefined, the result of the fallback. */
export const otherwise = <T>(
  answer: MaybePromise<T | null> | undefined,
  read: () => MaybePromise<T>,
): MaybePromise<T> => after(answer ?? null, (found) => found ?? read());

/** All values; synchronously if none is a promise. */
export const together = <T>(values: MaybePromise<T>[]): MaybePromise<T[]> =>
  values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as T[]);

/**
 * Starts tasks one after another and returns their results. If one throws synchronously, the promises of the others get a handler:
 * an unhandled rejection would end the process.
 */
export function begin<Work, T>(
  works: readonly Work[],
  start: (work: Work) => MaybePromise<T>,
): MaybePromise<T[]> {
  const begun: MaybePromise<T>[] = [];
  try {
    for (const work of works) begun.push(start(work));
  } catch (error) {
    for (const value of begun) if (value instanceof Promise) value.catch(() => undefined);
    throw error;
  }
  return together(begun);
}
