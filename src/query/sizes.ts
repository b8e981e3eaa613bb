/** How many records there are of each type, as last counted: the cost of a query is estimated by it. */
import type { Registry } from '../resource/registry';
import type { Reader } from './sql';
import { countClasses, dataVersion } from './summary';

/** The number of records of a type, an interface or a class, by its name in the schema; 0 for a name that is none of these. */
export type SizeOf = (type: string) => number;

/** The last count, renewed when the version of the data has been raised. */
export class Sizes {
  private sizes = new Map<string, number>();
  private countedVersion: number | null = null;

  constructor(
    private readonly reader: Reader,
    private readonly registry: Registry,
  ) {}

  /** Another object for each count. */
  readonly counted = (): unknown => this.sizes;

  readonly of: SizeOf = (type) => this.sizes.get(type) ?? 0;

  /** Counts anew, if the data has changed. */
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
    ]);
    this.countedVersion = version;
  }
}
