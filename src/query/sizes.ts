/** The number of records of each class, as last counted. The cost of queries is estimated by it. */
import type { Registry } from '../resource/registry';
import type { Reader } from './sql';
import { countClasses, countLinks, dataVersion } from './summary';

/**
 * The number of records of a class, or of an interface, by its type name; of the links through which a list leads by its coordinate,
 * such as `Service.infrastructures`; 0 for other names.
 */
export type SizeOf = (type: string) => number;

/** The last count, which is renewed when the version of the data has changed. */
export class Sizes {
  private sizes = new Map<string, number>();
  private countedVersion: number | null = null;

  constructor(
    private readonly reader: Reader,
    private readonly registry: Registry,
  ) {}

  /** A value that changes with each count. */
  readonly counted = (): unknown => this.sizes;

  readonly of: SizeOf = (type) => this.sizes.get(type) ?? 0;

  /** Counts again if the data have changed. */
  async renew(): Promise<void> {
    const { version } = await dataVersion(this.reader);
    if (version === this.countedVersion) return;
    const counts = await countClasses(this.reader, this.registry);
    const total = (kind: string) =>
      counts.filter((each) => each.description.kind === kind).reduce((sum, { count }) => sum + count, 0);
    this.sizes = new Map([
      ...counts.map(({ description, count }): [string, number] => [description.type, count]),
      ['Resource', total('resource')],
      ['Link', total('link')],
      ...(await countLinks(this.reader, this.registry)).map(({ list, count }): [string, number] => [
        list,
        count,
      ]),
      // Each of them has at least one statement.
      ['Evidence', total('resource') + total('link')],
    ]);
    this.countedVersion = version;
  }
}
