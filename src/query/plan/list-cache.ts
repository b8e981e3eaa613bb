/** Caches the lists that a field was requested with. A list does not depend on the run, so repeated requests share it. */
import { LRUCache } from 'lru-cache';
import { RequestedList } from '../requested-list';
import { after, type MaybePromise } from '../maybe-promise';
import type { Reading } from '../records';
import type { Arguments } from './arguments';
import type { ListField, PlanContext } from './resolution';
import type { Run } from './writer';

/** Maximum number of cached lists per field, the most recently used, and maximum length of their arguments. */
const mostLists = 32;
const longestArguments = 1_000;
/** Estimated bytes of a list with its statements, without its arguments. */
const bytesOfList = 8_000;

/** A cached list. */
interface Entry {
  readonly list: RequestedList;
  /** Whether it depends on the data, as a search does. */
  readonly isLookedUp: boolean;
  /** The version of the data for which it was looked up. */
  readonly version: number | null;
}

const weightOf = (key: string): number => bytesOfList + 8 * key.length;

export class ListCache {
  /** Created with its first list: most documents are asked once. */
  private cache: LRUCache<string, Entry> | undefined;

  /** @param weigh called with the change of the cached bytes */
  constructor(
    private readonly request: ListField<unknown, PlanContext>['request'],
    private readonly args: Arguments,
    private readonly reading: Reading,
    private readonly weigh: (bytes: number) => void,
  ) {}

  /** @throws BadUserInput for invalid arguments */
  of(run: Run): MaybePromise<RequestedList> {
    const { context, source } = run;
    const version = source.cached?.versions.number ?? null;
    const given = this.args(run);
    const key = `${context.language} ${JSON.stringify(given)}`;
    const found = this.cache?.get(key);
    if (found && (!found.isLookedUp || (version !== null && found.version === version))) {
      if (found.isLookedUp) source.cached?.note('everything');
      return found.list;
    }
    const request = this.request(given, context);
    const isLookedUp = request instanceof Promise;
    return after(request, (made) => {
      const list = new RequestedList(made, this.reading);
      const isLasting = version !== null || !isLookedUp;
      if (isLasting && key.length <= longestArguments) this.add(key, { list, isLookedUp, version });
      return list;
    });
  }

  private add(key: string, list: Entry): void {
    this.cache ??= new LRUCache({ max: mostLists, dispose: (_, key) => this.weigh(-weightOf(key)) });
    this.cache.set(key, list);
    this.weigh(weightOf(key));
  }
}
