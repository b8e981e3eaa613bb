/** Limits of graph queries. */
import { defaultPageSize } from '../page';

/** Default and maximum of a number. */
export interface NumberBounds {
  usual: number;
  most: number;
}

/** Links in a path. */
export const pathLength: NumberBounds = { usual: 4, most: 6 };

/** Paths in an answer. */
export const pathCount: NumberBounds = { usual: defaultPageSize, most: 50 };

/** Links from the centre of a neighbourhood to its outermost ring. */
export const neighbourhoodDepth: NumberBounds = { usual: 1, most: 4 };

/** Records in a neighbourhood. */
export const neighbourhoodSize: NumberBounds = { usual: defaultPageSize, most: 400 };

/** Maximum number of links in a neighbourhood, per record that it may contain. */
export const linksPerRecord = 4;

/** Records of a neighbourhood that are unfolded. */
export const mostUnfolded = 20;

/** Links in a matrix. */
export const matrixSize: NumberBounds = { usual: defaultPageSize, most: 1000 };

/** Maximum number of links that a search for paths may read, in total and per step. */
export const mostLinks = 25_000;
export const mostLinksOfStep = 10_000;
