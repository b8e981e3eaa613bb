/** The metrics of harvests for Prometheus. */
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { BoundedNames } from './bounded-names';

const prefix = 'num_gateway_harvest_';
/** The names come from the operator's file. */
const mostSources = 200;

/** A run that has ended. */
export interface EndedHarvest {
  source: string;
  outcome: string;
  milliseconds: number;
  counts: Readonly<Record<string, number>> | object;
}

export class HarvestMetrics {
  private readonly names = new BoundedNames([], mostSources);
  private readonly runs;
  private readonly seconds;
  private readonly records;

  /** @param failing which sources there are, and whether each one fails: from the database, as another process may harvest them */
  constructor(registry: Registry, failing: () => Promise<ReadonlyMap<string, boolean>>) {
    const registers = [registry];
    const { names } = this;
    this.runs = new Counter({
      name: `${prefix}runs_total`,
      help: 'Harvests that ended, by source and outcome.',
      labelNames: ['source', 'outcome'],
      registers,
    });
    this.seconds = new Histogram({
      name: `${prefix}duration_seconds`,
      help: 'How long harvests took, by source.',
      labelNames: ['source'],
      buckets: [0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3600],
      registers,
    });
    this.records = new Counter({
      name: `${prefix}records_total`,
      help: 'Records of harvests by source, and by what became of them: created, updated, unchanged, refused, notSeen or withdrawn.',
      labelNames: ['source', 'change'],
      registers,
    });
    new Gauge({
      name: `${prefix}failing`,
      help: '1 if the last harvest of a source failed or was incomplete, else 0.',
      labelNames: ['source'],
      registers,
      // All processes say the same.
      aggregator: 'max',
      async collect() {
        const now = await failing();
        this.reset();
        for (const [source, isFailing] of now)
          this.set({ source: names.labelFor(source) }, isFailing ? 1 : 0);
      },
    });
  }

  ended({ source: name, outcome, milliseconds, counts }: EndedHarvest): void {
    const source = this.names.labelFor(name);
    this.runs.inc({ source, outcome });
    this.seconds.observe({ source }, milliseconds / 1000);
    for (const [change, count] of Object.entries(counts) as [string, number][])
      this.records.inc({ source, change }, count);
  }
}
