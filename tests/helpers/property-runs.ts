/** How often properties are tried that ask a database or a gateway each time. */
const share = process.env.PROPERTY_RUNS === 'full' ? 1 : 0.25;

/** A quarter of the full number, and with PROPERTY_RUNS=full all of it; fast-check tries others in each run of the tests. */
export const runs = (full: number): number => Math.ceil(full * share);

/** A quarter of a list, at least one, and with PROPERTY_RUNS=full all of it. @param offset which of them */
export function some<Item>(list: readonly Item[], offset: number): Item[] {
  const step = Math.min(1 / share, list.length);
  return list.filter((_, index) => (index + offset) % step === 0);
}
