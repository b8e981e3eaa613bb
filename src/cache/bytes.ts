/** Estimates the memory of values. V8 gives no exact sizes, so the estimate is rather too high. */

const pointer = 8;
const head = 40;

/** Estimates a value with everything that it contains. */
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

/** V8 uses one byte per character if all are in Latin-1. */
const textBytes = (text: string): number => 24 + text.length * (beyondLatin1.test(text) ? 2 : 1);
const beyondLatin1 = /[\u0100-\uffff]/;
