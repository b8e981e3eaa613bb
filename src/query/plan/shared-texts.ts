/**
 * Long texts that are the same in many answers, such as a description of the schema. The text of an answer only refers to them, so that
 * megabytes are neither copied nor encoded for each request.
 */

/** A text with its bytes, which are made once. */
export class SharedText {
  readonly bytes: Buffer;

  constructor(readonly text: string) {
    this.bytes = Buffer.from(text);
  }
}

/** JSON text has no control characters, so this marks where a shared text belongs. */
const mark = '\u0000';

/** The shared texts of one answer. */
export class SharedTexts {
  private readonly texts: SharedText[] = [];

  /** The reference that stands for a text. */
  refer(shared: SharedText): string {
    return `${mark}${this.texts.push(shared) - 1}${mark}`;
  }

  get isEmpty(): boolean {
    return this.texts.length === 0;
  }

  /** The bytes of a text with its references resolved, in pieces. */
  bytesOf(text: string): Buffer[] {
    return text.split(mark).map((piece, i) => {
      const shared = i % 2 === 1 ? this.texts[Number(piece)] : undefined;
      return shared?.bytes ?? Buffer.from(piece);
    });
  }
}
