/** Remembers what follows from words: few words make up most texts. */

/** So many results are kept of one function, unless it says otherwise. */
const usual = 20_000;

/** A pure function of a text that remembers its results, up to a number of them. */
export function remembered<T>(compute: (text: string) => T, most = usual): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const result = compute(text);
    known.set(text, result);
    return result;
  };
}
