/** How values are read back from what RDF states of them. */
import type { StatedLiteral } from './kind';

/** A value as an import writes it, and the statements that it says: the others have no place in it. */
export interface ReadBack {
  /** Undefined if nothing that was stated is such a value. */
  readonly value: unknown;
  readonly taken: readonly StatedLiteral[];
}

/** Makes a part of a value of a literal; undefined if it is none. */
type ReadOne = (stated: StatedLiteral) => unknown;

/** For a single value: the first one that can be read. */
export const first =
  (read: ReadOne) =>
  (stated: readonly StatedLiteral[]): ReadBack => {
    for (const one of stated) {
      const value = read(one);
      if (value !== undefined) return { value, taken: stated.filter((other) => other.text === one.text) };
    }
    return { value: undefined, taken: [] };
  };

/** For a list: all that can be read. */
export const each =
  (read: ReadOne) =>
  (stated: readonly StatedLiteral[]): ReadBack => {
    const taken = stated.filter((one) => read(one) !== undefined);
    return { value: taken.length > 0 ? taken.map(read) : undefined, taken };
  };

/** The text itself, if it is not empty. */
export const asText = ({ text }: StatedLiteral): string | undefined =>
  text.trim() === '' ? undefined : text;

/** A whole number, `1000` or `1000.0`. */
export const asWhole = ({ text }: StatedLiteral): number | undefined =>
  /^[+-]?\d+(?:\.0*)?$/.test(text.trim()) ? Number(text) : undefined;

/** A date as precise as it is stated; of a moment its day. */
export const asDate = ({ text }: StatedLiteral): string | undefined =>
  /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T|Z|[+-]\d\d:\d\d$)/.exec(text.trim())?.[0];

/** A day; a month or a year is none. */
export const asDay = (text: string | undefined): string | undefined => {
  const date = text === undefined ? undefined : asDate({ text });
  return date?.length === 10 ? date : undefined;
};
