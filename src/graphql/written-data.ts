/** Answers that are serialised before they are sent. */

/** The data of an answer as JSON text. */
export class WrittenData {
  constructor(readonly text: string) {}

  /** In the place of the data of a result. */
  static of(text: string): Record<string, unknown> {
    return new WrittenData(text) as unknown as Record<string, unknown>;
  }

  /** The data as objects. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** Data as objects, whether they are written already or not. */
export const plainData = <Data>(data: Data): Data =>
  data instanceof WrittenData ? (data.toJSON() as Data) : data;
