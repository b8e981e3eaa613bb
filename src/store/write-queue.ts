/** One writer at a time: on one SQLite connection a second transaction would become a savepoint of the first. */

/** Runs works one after another, in the order in which they came; one that fails does not stop the next. */
export class WriteQueue {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    return result;
  }
}
