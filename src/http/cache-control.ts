/** What caches between the gateway and its clients may do with an answer. */

/** Errors pass: nobody stores them. */
export const notStored = 'no-store';

/**
 * Data is public and may be stored anywhere, but is asked about each time: a correction is seen at once, and what has not changed
 * costs a 304. What somebody was told by name concerns nobody else.
 */
export const cacheControlOfData = (forAll: boolean): string =>
  forAll ? 'public, max-age=0, must-revalidate' : 'private, no-cache';
