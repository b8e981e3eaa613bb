/** Serialises writes: on one SQLite connection, a second transaction would become a savepoint of the first. */

/** Runs functions one after another in the order of their arrival. A failure does not stop the next. */
export class WriteQueue {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    return result;
  }
}
