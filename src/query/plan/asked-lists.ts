/** The lists that a field is asked for: what they are does not depend on the run, so those that come again are made once. */
import { openList, type ConnectionRequest, type OpenedList } from '../asked-connection';
import { after, type MaybePromise } from './maybe-promise';
import type { ListField, PlanContext } from './resolution';
import type { Run } from './writer';

/** The arguments of a field in one run. */
export type Arguments = (run: Run) => Record<string, unknown>;

/** A list, and the page of it that is asked for. */
export interface AskedList {
  request: ConnectionRequest;
  opened: OpenedList;
}

/** So many lists are kept for one field, of which the arguments are no longer than this. */
const mostLists = 64;
const longestArguments = 1_000;

export class AskedLists {
  private readonly known = new Map<string, AskedList>();

  constructor(
    private readonly request: ListField<unknown, PlanContext>['request'],
    private readonly args: Arguments,
  ) {}

  /** @throws BadUserInput for arguments that do not fit. */
  of(run: Run): MaybePromise<AskedList> {
    const { context } = run;
    const given = this.args(run);
    const key = `${context.language} ${JSON.stringify(given)}`;
    const known = this.known.get(key);
    if (known) return known;
    const request = this.request(given, context);
    // What a search finds depends on the data.
    if (request instanceof Promise || key.length > longestArguments) return after(request, asked);
    if (this.known.size >= mostLists) this.known.clear();
    const fresh = asked(request);
    this.known.set(key, fresh);
    return fresh;
  }
}

const asked = (request: ConnectionRequest): AskedList => ({ request, opened: openList(request) });
