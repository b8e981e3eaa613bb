/** Reads the selected parts of lists for all parents at once. */
import type { Attribute } from '../../resource/description';
import type { CountedEnd } from '../counting/ends';
import type { GroupRequest } from '../counting/grouped-list';
import { Connection, type FacetRequest } from '../requested-connection';
import type { RequestedList } from '../requested-list';
import { noParent } from '../connection';
import type { RecordPage } from '../listed-page';
import { after, begin, type MaybePromise } from '../maybe-promise';
import { CachedPage } from '../rows/cached';
import type { Run } from './writer';

/** The selected parts of a connection. */
export interface SelectedParts {
  page: boolean;
  totalCount: boolean;
}

/** A connection whose page and count were already read. Other parts are left to the loaders. */
class ReadConnection extends Connection {
  constructor(
    private readonly list: RequestedList,
    private readonly parent: string,
    protected readonly page: RecordPage,
    readonly totalCount: number,
    private readonly run: Run,
  ) {
    super(list.request, list.opened);
  }

  holdingOf(key: string) {
    return this.list.request.listing.held ? this.loaded.holdingOf(key) : null;
  }

  facet(requested: FacetRequest) {
    return this.loaded.facet(requested);
  }

  groups(requested: GroupRequest) {
    return this.loaded.groups(requested);
  }

  ends(end: CountedEnd) {
    return this.loaded.ends(end);
  }

  valueSets(attribute: Attribute) {
    return this.loaded.valueSets(attribute);
  }

  knowledge() {
    return this.loaded.knowledge();
  }

  private get loaded(): Connection {
    return this.run.context.loaders.below(this.list, this.parent);
  }
}

/** Used if no page is selected. */
const noPage = new CachedPage([], [], false, false);

/** Reads a list for each of the parents: at most one statement for the pages and one for the counts, or one for both. */
export function readLists(
  list: RequestedList,
  parents: readonly string[],
  requested: SelectedParts,
  run: Run,
): MaybePromise<Connection[]> {
  const { source } = run;
  const counted = requested.page && requested.totalCount ? list.counted(source.reader) : null;
  if (counted) {
    return after(source.pages(counted, parents), (pages) =>
      pages.map(
        (page, index) => new ReadConnection(list, parents[index] ?? noParent, page, page.hits ?? 0, run),
      ),
    );
  }
  const parts = begin<string, unknown>(['pages', 'counts'], (part) => {
    if (part === 'pages') return requested.page ? source.pages(list, parents) : [];
    return requested.totalCount ? source.counts(list, parents) : [];
  });
  return after(parts, ([pages, counts]) =>
    parents.map((parent, index) => {
      const page = (pages as RecordPage[])[index] ?? noPage;
      return new ReadConnection(list, parent, page, (counts as number[])[index] ?? 0, run);
    }),
  );
}
