/** How much memory values take, as an estimate that is rather too high: V8 tells no exact size. */

const pointer = 8;
const head = 40;

/** An estimate for a value and all that it holds. */
export function bytesOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return textBytes(value);
    case 'object': {
      if (value === null) return 0;
      const parts = Array.isArray(value)
        ? value
        : value instanceof Map
          ? [...value.keys(), ...value.values()]
          : Object.values(value);
      return parts.reduce((sum: number, part) => sum + pointer + bytesOf(part), head);
    }
    default:
      return pointer;
  }
}

/** V8 takes one byte for each letter of Latin-1 where a text has no others. */
const textBytes = (text: string): number => 24 + text.length * (beyondLatin1.test(text) ? 2 : 1);
const beyondLatin1 = /[\u0100-\uffff]/;
