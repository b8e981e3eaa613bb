/** What an export left out, in few lines however much it is. */
import type { Profile } from '../rdf/profiles/profile';
import { counted } from '../words';
import type { PartReport } from './document';
import type { RefusedRecord } from './part-quads';

/** Records and statements that are named; the others are counted. */
const mostNamed = 20;

export class ExportReport {
  records = 0;
  statements = 0;
  /** Records that the profile refuses. */
  refused = 0;
  /** Statements that no document can state. */
  unwritable = 0;
  private readonly named: string[] = [];
  /** The number of records by what they lack. */
  private readonly reasons = new Map<string, number>();

  /** Adds what a part says. */
  readonly onPart = ({ records, statements, refused, unwritable }: PartReport): void => {
    this.records += records;
    this.statements += statements;
    this.refused += refused.length;
    this.unwritable += unwritable.length;
    for (const record of refused) this.addRefused(record);
    for (const message of unwritable) this.name(`Left out: ${message}`);
  };

  private addRefused({ key, violations }: RefusedRecord): void {
    const messages = [...new Set(violations.map(({ message }) => message.en))];
    for (const message of messages) this.reasons.set(message, (this.reasons.get(message) ?? 0) + 1);
    const remedies = [...new Set(violations.map(({ message, remedy }) => `${message.en} ${remedy.en}`))];
    this.name(`Left out: ${key}\n  ${remedies.join('\n  ')}`);
  }

  private name(line: string): void {
    if (this.named.length < mostNamed) this.named.push(line);
  }

  get isComplete(): boolean {
    return this.refused + this.unwritable === 0;
  }

  /** @param profile by which records were checked */
  lines(profile: Profile | null): string[] {
    const more = this.refused + this.unwritable - this.named.length;
    const reasons = [...this.reasons].sort(([, one], [, other]) => other - one);
    return [
      ...this.named,
      ...(more > 0 ? [`and ${more} more.`] : []),
      ...(this.refused > 0
        ? [`${counted(this.refused, 'record')} left out, as ${profile?.title.en ?? ''} demands:`]
        : []),
      ...reasons.map(([message, number]) => `  ${number} × ${message}`),
      ...(this.unwritable > 0
        ? [`${counted(this.unwritable, 'statement')} left out that RDF cannot state.`]
        : []),
      `${counted(this.records, 'record')} exported, ${counted(this.statements, 'statement')}.`,
    ];
  }
}
