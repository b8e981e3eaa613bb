/** The data loaders of one request: whatever is requested at the same level is read in one statement. */
import { visible } from '../resource/canonical/text';
import type { Holding } from '../vocabulary/holding';
import type { Connection, ConnectionRequest } from './requested-connection';
import { RequestedList } from './requested-list';
import { noParent } from './connection';
import type { ReadPart } from './counting/grouped-list';
import { fieldsNamed } from './counting/groups';
import { belowNone, readHolding, type HeldRow } from './held-rows';
import { ReadPage, type RecordPage } from './listed-page';
import { LoadedConnection } from './loaded-connection';
import type { Listing } from './listing';
import { allOfClass } from './lists';
import { together } from './maybe-promise';
import { classesOfCounts } from './read-classes';
import { RecordLoaders } from './record-loaders';
import { wholeRecords } from './records';
import type { CachedRows } from './rows/cached-rows';
import type { Search } from './search/hits';
import { lookUp } from './search/search';
import { searchTextOf } from './search/search-text';

/** The loaders of one request. */
export class Loaders extends RecordLoaders {
  /** How a record holds on a day. */
  holdingOf(key: string, day: string): Promise<Holding> {
    const of = this.registry.ofKey(key);
    return this.loader(`holding ${of?.type ?? ''} ${day}`, async (keys) => {
      const found = of
        ? await readHolding(this.reader, allOfClass(of, { asOf: day }), keys.map(belowNone))
        : [];
      return found.map((holding) => holding ?? 'UNDATED');
    }).load(key);
  }

  /** How a record of a list holds on the day of the list; null if the list has no day. */
  async holdingIn({ name, request }: RequestedList, parent: string, key: string): Promise<Holding | null> {
    const { listing } = request;
    if (!listing.held) return null;
    return this.loader(`holding in ${name}`, (rows) =>
      readHolding(
        this.reader,
        listing,
        rows.map((row) => JSON.parse(row) as HeldRow),
      ),
    ).load(JSON.stringify([parent, key]));
  }

  /**
   * Prepares a search. The look-up of its words is cached for each version of the data.
   * @param argument the argument's name, for messages
   * @throws BadUserInput for a text that is too long
   */
  async search(given: string, argument: string): Promise<Search> {
    const text = visible(given);
    searchTextOf(text, argument);
    return this.loader('search', async (texts) => {
      const source = await this.source();
      const found = (each: string) => lookUp(this.reader, this.registry, searchTextOf(each, argument));
      return together(
        texts.map((each) =>
          source.remember(
            `search ${each}`,
            () => 'everything',
            () => found(each),
          ),
        ),
      );
    }).load(text);
  }

  /**
   * A page of a list and its count, each read on demand.
   * @throws BadUserInput for invalid page arguments
   */
  connection(request: ConnectionRequest): Connection {
    return this.below(new RequestedList(request, wholeRecords), request.parent ?? noParent);
  }

  /** The same for a list with checked page arguments, for one parent. */
  below(list: RequestedList, parent: string): Connection {
    return new LoadedConnection(list, parent, this);
  }

  /** The page of a list for one parent. */
  page(list: RequestedList, parent: string): Promise<RecordPage> {
    const { terms, window } = list.opened;
    const { of } = list.request.listing;
    return this.loader(`page ${list.name} ${JSON.stringify([window, terms])}`, async (parents) => {
      const pages = await (await this.source()).pages(list, parents);
      const ofClass = of && this.recordsOf(of);
      // What is cached is found as fast without it.
      for (const page of pages)
        if (page instanceof ReadPage)
          for (const each of page.records)
            (ofClass ?? this.recordsOf(this.registry.ofKey(each.key))).prime(each.key, each);
      return pages;
    }).load(parent);
  }

  /** The total count of a list for one parent. */
  count(list: RequestedList, parent: string): Promise<number> {
    return this.loader(`count ${list.name}`, async (parents) =>
      (await this.source()).counts(list, parents),
    ).load(parent);
  }

  /**
   * A facet or grouping of a list for one parent.
   * @param purpose cache key: everything that it depends on, except for the data
   * @param counted makes the list, on a cache miss only; names of the fields to count by
   */
  counted<T>(
    purpose: string,
    { listingOf, by, parent }: { listingOf: () => Listing; by: readonly string[]; parent: string },
    read: ReadPart<T>,
  ): Promise<T> {
    const classesOf = (rows: CachedRows) => {
      const listing = listingOf();
      return classesOfCounts(rows.classesOf(listing), fieldsNamed(listing, by));
    };
    return this.loader(purpose, async (parents) =>
      (await this.source()).remember(`${purpose} ${JSON.stringify(parents)}`, classesOf, () =>
        read(this.reader, listingOf(), parents),
      ),
    ).load(parent);
  }
}
