/** Values that may have to be waited for: what is at hand goes on at once, without a turn of the event loop. */

import { shortTurn } from './turns';

export type MaybePromise<T> = T | Promise<T>;

/** Goes on with a value, now or once it is there: what many have waited for is not gone on with by all of them in one turn of the event loop. */
export const after = <T, R>(value: MaybePromise<T>, next: (value: T) => MaybePromise<R>): MaybePromise<R> =>
  value instanceof Promise ? value.then((found) => whenFree(() => next(found))) : next(value);

function whenFree<R>(goOn: () => MaybePromise<R>): MaybePromise<R> {
  const turn = shortTurn();
  return turn ? turn.then(goOn) : goOn();
}

/** What was answered, now or later; else what is read instead. */
export const otherwise = <T>(
  answer: MaybePromise<T | null> | undefined,
  read: () => MaybePromise<T>,
): MaybePromise<T> => after(answer ?? null, (found) => found ?? read());

/** All values; at once where none has to be waited for. */
export const together = <T>(values: MaybePromise<T>[]): MaybePromise<T[]> =>
  values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as T[]);

/**
 * Begins works one after another, and gives what they give. Where one fails at once, those that have begun are not left alone:
 * a promise that fails while nobody waits for it would end the process.
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
