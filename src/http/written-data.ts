/** Answers that are text before they are sent. */

/** Data of an answer that are JSON text already. */
export class WrittenData {
  constructor(readonly text: string) {}

  /** The data themselves. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}
