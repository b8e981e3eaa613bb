/** How often properties are tried that ask a database or a gateway each time. */
const share = process.env.PROPERTY_RUNS === 'full' ? 1 : 0.25;

/** A quarter of the full number, and with PROPERTY_RUNS=full all of it; fast-check tries others in each run of the tests. */
export const runs = (full: number): number => Math.ceil(full * share);
