/** A number as somebody wrote it, where that is not simply digits: what a parser makes of it may be another one. */

/** `1.000`, `3.80`, `36.0`, `3.6e1`, `0x10`, `+5`, `007`, `.inf`, or more digits than a number of 64 bits keeps. */
export class WrittenNumber {
  constructor(
    readonly source: string,
    readonly value: number,
  ) {}
}

const plain = /^(?:0|-?[1-9]\d*)$/;

/** A plain number for digits alone, else what was written beside what it was read as. */
export const numberAsWritten = (source: string, value: number): number | WrittenNumber =>
  plain.test(source) && Number.isSafeInteger(value) ? value : new WrittenNumber(source, value);
