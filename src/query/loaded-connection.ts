/** A connection of the fallback executor. */
import type { Attribute } from '../resource/description';
import type { Holding } from '../vocabulary/holding';
import { Connection, type FacetRequest } from './requested-connection';
import type { RequestedList } from './requested-list';
import { readCounts } from './connection';
import { readEnds, type CountedEnd } from './counting/ends';
import { checkBuckets, readFacets, type Facet } from './counting/facets';
import { groupsWith, type GroupedList, type GroupRequest } from './counting/grouped-list';
import { readValueSets, type ValueSet } from './counting/value-sets';
import type { RecordPage } from './listed-page';
import type { Loaders } from './loaders';
import { knowledgeOf, nothingStated, type ListKnowledge, type StatedList } from './stated-list';

/** A connection whose parts are batched with those of other parents. */
export class LoadedConnection extends Connection {
  constructor(
    private readonly list: RequestedList,
    private readonly parent: string,
    private readonly loaders: Loaders,
  ) {
    super(list.request, list.opened);
  }

  protected get page(): Promise<RecordPage> {
    return this.loaders.page(this.list, this.parent);
  }

  get totalCount(): Promise<number> {
    return this.loaders.count(this.list, this.parent);
  }

  holdingOf(key: string): Promise<Holding | null> {
    return this.loaders.holdingIn(this.list, this.parent, key);
  }

  facet({ field, first, excludeOwnFilter }: FacetRequest): Promise<Facet> {
    const shown = checkBuckets(first);
    const { request, parent } = this;
    const listingOf = () => (excludeOwnFilter ? request.without(field) : request.listing);
    const purpose = `facet ${this.list.name} ${JSON.stringify([field, shown, excludeOwnFilter ?? false])}`;
    return this.loaders.counted(purpose, { listingOf, by: [field], parent }, (reader, listing, parents) =>
      readFacets(reader, listing, field, shown, parents),
    );
  }

  groups(groupRequest: GroupRequest): GroupedList {
    const { request, parent } = this;
    return groupsWith(groupRequest, (part, read) =>
      this.loaders.counted(
        `groups ${this.list.name} ${JSON.stringify([groupRequest, part])}`,
        { listingOf: () => request.listing, by: groupRequest.by, parent },
        read,
      ),
    );
  }

  ends(end: CountedEnd): Promise<number> {
    const { request, parent } = this;
    return this.loaders.counted(
      `ends ${end} ${this.list.name}`,
      { listingOf: () => request.listing, by: [], parent },
      (reader, listing, parents) => readEnds(reader, listing, end, parents),
    );
  }

  valueSets(attribute: Attribute): Promise<readonly ValueSet[]> {
    const { request, parent } = this;
    return this.loaders.counted(
      `sets ${attribute.name} ${this.list.name}`,
      { listingOf: () => request.listing, by: [], parent },
      (reader, listing, parents) => readValueSets(reader, listing, attribute, parents),
    );
  }

  async knowledge(): Promise<ListKnowledge> {
    const { stated } = this.request;
    if (!stated) return nothingStated;
    const [evidence, number] = await Promise.all([
      this.loaders.evidence(this.parent),
      this.statedNumber(stated),
    ]);
    const named = number === null ? 0 : await this.named(stated);
    return knowledgeOf(stated, { evidence, stated: number, named });
  }

  private async statedNumber({ number }: StatedList): Promise<number | null> {
    if (number === null) return null;
    const record = await this.loaders.record(this.parent);
    return (record?.[number] as number | null | undefined) ?? null;
  }

  /** How many records sources name in the whole list, on whatever day. */
  private named({ whole, end }: StatedList): Promise<number> {
    return this.loaders.counted(
      `named ${whole.name}`,
      { listingOf: () => whole, by: [], parent: this.parent },
      (reader, listing, parents) =>
        end === null ? readCounts(reader, listing, parents) : readEnds(reader, listing, end, parents),
    );
  }
}
