/** How much can be asked of the graph at once. */

/** What a number may be, and what it is when it is not given. */
export interface NumberBounds {
  usual: number;
  most: number;
}

/** Links of a path. */
export const pathLength: NumberBounds = { usual: 4, most: 6 };

/** Paths of an answer. */
export const pathCount: NumberBounds = { usual: 5, most: 50 };

/** Links from the middle of a neighbourhood to its edge. */
export const neighbourhoodDepth: NumberBounds = { usual: 1, most: 4 };

/** Records of a neighbourhood. */
export const neighbourhoodSize: NumberBounds = { usual: 100, most: 400 };

/** Links among the records of a neighbourhood, for each record that it may have. */
export const linksPerRecord = 4;

/** Links of a matrix. */
export const matrixSize: NumberBounds = { usual: 500, most: 1000 };

/** Links that the search for paths may read, and those that one of its steps may read. */
export const mostLinks = 25_000;
export const mostLinksOfStep = 10_000;
