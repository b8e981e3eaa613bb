/** Answers that are serialised before they are sent. */

/** The data of an answer as JSON text. */
export class WrittenData {
  constructor(readonly text: string) {}

  /** The data as objects. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}
