/** A number as it was written, if that is not simply digits. The parser's value may differ from what was meant. */

/** For example `1.000`, `3.80`, `36.0`, `3.6e1`, `0x10`, `+5`, `007`, `.inf`, or more digits than a 64-bit float preserves. */
export class WrittenNumber {
  constructor(
    readonly source: string,
    readonly value: number,
  ) {}
}

const plain = /^(?:0|-?[1-9]\d*)$/;

/** A plain number if it was written in digits only; otherwise the text with the parsed value. */
export const numberAsWritten = (source: string, value: number): number | WrittenNumber =>
  plain.test(source) && Number.isSafeInteger(value) ? value : new WrittenNumber(source, value);
