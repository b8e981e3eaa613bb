/** `Cache-Control` of answers. */

/** For errors. */
export const notStored = 'no-store';

/**
 * Data are public and may be stored anywhere, but must be revalidated: so a correction is visible at once, and unchanged data cost
 * only a
 * 304. Answers to identified clients are private.
 */
export const cacheControlOfData = (forAll: boolean): string =>
  forAll ? 'public, max-age=0, must-revalidate' : 'private, no-cache';
