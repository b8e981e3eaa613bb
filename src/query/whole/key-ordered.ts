/** Lists in the order of their keys. */
import { openedList } from '../requested-connection';
import { RequestedList } from '../requested-list';
import type { Listing } from '../listing';
import { orderTerms } from '../order';
import { statedRecords, type Reading } from '../records';

/** The first records of a list, or those after a cursor. @throws BadUserInput for a cursor of another list */
export function keyOrdered(
  listing: Listing,
  most: number,
  { after = null, reading = statedRecords }: { after?: string | null; reading?: Reading } = {},
): RequestedList {
  const terms = orderTerms(listing, [], 'en');
  const opened = openedList(listing.name, terms, { first: 1, after });
  return new RequestedList(
    {
      listing,
      without: () => listing,
      signature: 'as stated in RDF',
      page: {},
      orderBy: [],
      language: 'en',
    },
    reading,
    { ...opened, window: { ...opened.window, size: most } },
  );
}
