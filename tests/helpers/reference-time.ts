/** Whether something holds on a day, on plain objects: written from docs/time.md alone. */
import { describe, isTimed, type Description } from '../../src/resource/description';
import type { Registry } from '../../src/resource/registry';
import type { Holding } from '../../src/vocabulary/holding';
import type { ReferenceRecord } from './reference-catalogue';

interface Days {
  from: string | null;
  until: string | null;
}
type Span = [from: string, until: string];

interface Statement {
  source?: string;
  property?: string;
  statedOn?: string;
  during?: string[];
  complete?: boolean;
}

const sides = ['from', 'to'] as const;

export class ReferenceTime {
  private readonly byKey: ReadonlyMap<string, ReferenceRecord>;
  private readonly linksAt = new Map<string, ReferenceRecord[]>();

  constructor(
    records: readonly ReferenceRecord[],
    private readonly registry: Registry,
  ) {
    this.byKey = new Map(records.map((record) => [record.key, record]));
    for (const record of records)
      for (const key of new Set(Object.values(record.ends ?? {})))
        this.linksAt.set(key, [...(this.linksAt.get(key) ?? []), record]);
  }

  /** The answer of the table in docs/time.md. */
  holding(record: ReferenceRecord, day: string): Holding {
    const possible = this.possible(record);
    const isOutside =
      (possible.from !== null && day < possible.from) || (possible.until !== null && day > possible.until);
    if (isOutside || this.isLeftOut(record, day)) return 'REFUTED';
    const stated = this.stated(record);
    if (stated.from !== null && stated.until !== null) return 'STATED';
    const listed = this.listedFrom(record);
    if (listed !== null && day < listed) return 'NOT_YET_SEEN';
    const [from, until] = this.attested(record) ?? [];
    if (from === undefined || until === undefined || day < from) return 'UNDATED';
    return day > until ? 'CONTINUED' : 'ATTESTED';
  }

  /** What lists hold by default. */
  isListed(record: ReferenceRecord, day: string): boolean {
    return ['STATED', 'ATTESTED', 'CONTINUED', 'UNDATED'].includes(this.holding(record, day));
  }

  /** From the first day for which it is shown to the last, its stated beginning and end included. */
  attested(record: ReferenceRecord): Span | null {
    const { from, until } = this.stated(record);
    const shown = [...this.shown(record)];
    if (!record.ends)
      for (const link of this.linksAt.get(record.key) ?? [])
        if (!this.bounds(link, record)) shown.push(...[this.attested(link)].filter((span) => span !== null));
    for (const day of [from, until]) if (day !== null) shown.push([day, day]);
    return shown.length === 0
      ? null
      : [
          shown.map(([first]) => first).sort()[0] ?? '',
          shown
            .map(([, last]) => last)
            .sort()
            .at(-1) ?? '',
        ];
  }

  /** From when on it is listed, whether it holds then or not; null for always. */
  private listedFrom(record: ReferenceRecord): string | null {
    const possible = this.possible(record);
    const [first = null] = this.attested(record) ?? [];
    const shown = first !== null && (possible.until === null || first <= possible.until) ? first : null;
    if (!record.ends) return possible.from ?? shown;
    if (shown !== null || this.of(record).timeOf) return latest([possible.from, shown]);
    return latest([possible.from, ...this.timedEnds(record).map((end) => this.listedFrom(end))]);
  }

  /** The bounds outside of which it does not hold. */
  private possible(record: ReferenceRecord): Days {
    const stated = this.stated(record);
    if (!record.ends) return stated;
    const bounds = this.timedEnds(record).map((end) =>
      this.of(record).timeOf ? this.own(end) : this.possible(end),
    );
    const [from, until] = [
      latest(bounds.map((each) => each.from)),
      earliest(bounds.map((each) => each.until)),
    ];
    // Two that never exist at the same time do not bound what links them.
    if (from !== null && until !== null && from > until) return stated;
    return { from: latest([stated.from, from]), until: earliest([stated.until, until]) };
  }

  /** Its own beginning and end; else those of its funding period, or of the awards that pay for it. */
  private stated(record: ReferenceRecord): Days {
    const own = this.own(record);
    const { timeOf } = this.of(record);
    const lent = timeOf ? this.own(this.byKey.get(record.ends?.[timeOf] ?? '')) : this.ofAwards(record);
    return { from: own.from ?? lent.from, until: own.until ?? lent.until };
  }

  private ofAwards(record: ReferenceRecord): Days {
    const awards = (this.linksAt.get(record.key) ?? []).filter((link) => this.bounds(link, record));
    const bounds = awards.map((award) => this.possible(award));
    const [froms, untils] = [bounds.map(({ from }) => from), bounds.map(({ until }) => until)];
    return {
      from: froms.includes(null) ? null : earliest(froms),
      until: untils.includes(null) ? null : latest(untils),
    };
  }

  /** Whether a link bounds a record, as an award does what it pays for. */
  private bounds({ type }: ReferenceRecord, record: ReferenceRecord): boolean {
    return this.of(record).boundedBy?.() === this.registry.ofType(type)?.class;
  }

  private own(record: ReferenceRecord | undefined): Days {
    const day = (name: string, which: 'first' | 'last') =>
      record?.data[name] == null ? null : daysOf(record.data[name] as string)[which === 'first' ? 0 : 1];
    return { from: day('startsOn', 'first'), until: day('endsOn', 'last') };
  }

  /** The days for which statements show it. */
  private shown(record: ReferenceRecord): Span[] {
    return shows(record).flatMap(({ statedOn, during = [] }): Span[] => {
      const stated = statedOn === undefined ? null : daysOf(statedOn);
      if (during.length === 0) return stated ? [stated] : [];
      return during.flatMap((key): Span[] => {
        const { from, until } = this.own(this.byKey.get(key));
        if (from === null) return [];
        const last = until ?? stated?.[1] ?? from;
        // What was said within the time is no proof of what came after.
        return [[from, stated && from <= stated[1] && stated[1] < last ? stated[1] : last]];
      });
    });
  }

  /** Whether a list that one of its ends has whole for the day lacks it. */
  private isLeftOut(record: ReferenceRecord, day: string): boolean {
    const { ends } = record;
    if (!ends) return false;
    // A list that names another role of the same two does not leave them out.
    const sources = (this.linksAt.get(ends.from) ?? [])
      .filter(
        (link) => link.type === record.type && link.ends?.from === ends.from && link.ends.to === ends.to,
      )
      .flatMap(shows)
      .map(({ source }) => source);
    return sides.some((side) => {
      const end = this.byKey.get(ends[side]);
      return (end ? statementsOf(end) : []).some(({ complete, property, source, statedOn }) => {
        if (!end || !complete || statedOn === undefined || sources.includes(source)) return false;
        const [from, until] = daysOf(statedOn);
        const list = this.of(end).lists.find(({ name }) => name === property);
        if (day < from || day > until || !list || list.kind === 'inverse') return false;
        if (list.link() !== this.of(record).class || list.as !== side) return false;
        if (list.kind === 'through') {
          const far = this.byKey.get(ends[side === 'from' ? 'to' : 'from']);
          if (list.to && far?.type !== describe(list.to()).type) return false;
          if (list.roles && !list.roles.includes(String(record.data.role))) return false;
        }
        // A source that shows it at that time contradicts the list.
        return !this.shown(record).some(([first, last]) => first <= until && from <= last);
      });
    });
  }

  private timedEnds({ ends }: ReferenceRecord): ReferenceRecord[] {
    return sides.flatMap((side) => {
      const end = this.byKey.get(ends?.[side] ?? '');
      return end && isTimed(this.of(end)) ? [end] : [];
    });
  }

  private of({ type }: ReferenceRecord): Description {
    const description = this.registry.ofType(type);
    if (!description) throw new Error(`There is no class ${type}.`);
    return description;
  }
}

/** Records without evidence are given that of a register, without a date. */
const statementsOf = ({ data }: ReferenceRecord): readonly Statement[] =>
  (data.evidence as Statement[] | undefined) ?? [{ source: 'register' }];

const shows = (record: ReferenceRecord): readonly Statement[] =>
  statementsOf(record).filter(({ property }) => property !== 'startsOn' && property !== 'endsOn');

const known = (days: readonly (string | null)[]): string[] => days.filter((day) => day !== null).sort();
const latest = (days: readonly (string | null)[]): string | null => known(days).at(-1) ?? null;
const earliest = (days: readonly (string | null)[]): string | null => known(days)[0] ?? null;

/** The first and the last day of what is stated as a day, a month or a year. */
function daysOf(stated: string): Span {
  const [year = 0, month, day] = stated.split('-').map(Number);
  if (day !== undefined) return [stated, stated];
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  return [iso(new Date(Date.UTC(year, (month ?? 1) - 1, 1))), iso(new Date(Date.UTC(year, month ?? 12, 0)))];
}
