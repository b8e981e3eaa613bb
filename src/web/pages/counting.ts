/** A noun with its number. */
export const counting =
  (one: string, many: string) =>
  (count: number, written: string): string =>
    `${written} ${count === 1 ? one : many}`;
