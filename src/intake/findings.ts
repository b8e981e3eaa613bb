/** Collects the problems of one record. Each names the record, the field, the position and the remedy. */
import type { ImportFault, ImportProblem } from '../errors';
import type { Description } from '../resource/description';
import { checkList, checkMap, WrongValue } from '../resource/written/check';
import type { RawRecord } from './raw-record';

/** A position in a record: field names and list indices. */
export type Path = readonly (string | number)[];

export class Findings {
  readonly problems: ImportProblem[] = [];

  /** @param labelled the record in messages, such as `Institution "marburg"`; most records need none */
  constructor(
    private readonly at: RawRecord['at'],
    private readonly labelled: () => string,
  ) {}

  get label(): string {
    return this.labelled();
  }

  refuse(path: Path, message: string, remedy: string, fault?: ImportFault): void {
    this.problems.push({ ...this.at(path), message, remedy, ...(fault && { fault }) });
  }

  /** @param what the missing value */
  miss(field: string, what: string): void {
    this.refuse([], `${this.label} lacks "${field}".`, `Add it: ${what}`, { kind: 'MISSING', field });
  }

  refuseUnknown(map: object, known: readonly string[], path: Path): void {
    for (const field of Object.keys(map)) {
      if (known.includes(field)) continue;
      this.refuse(
        [...path, field],
        `${this.label} has no field "${field}".`,
        `Use one of ${known.join(', ')}.`,
      );
    }
  }

  /** Runs a validator; undefined if it finds a problem. */
  check<T>(path: Path, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof WrongValue)) throw error;
      const part = [...path, ...error.path];
      const what = part.length > 0 ? `${this.label}: "${part.join('.')}"` : this.label;
      this.refuse(part, `${what} is not usable.`, `It takes ${error.takes}.`, {
        kind: 'UNUSABLE',
        field: part.join('.'),
        takes: error.takes,
      });
      return undefined;
    }
  }

  /** Reads a list of maps. Other items are reported and left out. */
  list<T>(field: string, written: unknown, read: (item: Record<string, unknown>, path: Path) => T): T[] {
    const items = this.check([field], () => checkList(written ?? [], 'a list of maps of fields')) ?? [];
    return items.flatMap((item, index) => {
      const path = [field, index];
      const map = this.check(path, () => checkMap(item, 'a map of fields'));
      return map ? [read(map, path)] : [];
    });
  }
}

/** The record in messages: `Institution "marburg"`, `Participation "marburg" – "racoon"`. */
export function labelOf({ type, ends }: Description, data: Readonly<Record<string, unknown>>): string {
  const fields = ends.length > 0 ? ends.map(({ name }) => name) : ['slug'];
  const written = fields.map((field) => data[field]).filter((value) => typeof value === 'string');
  return [type, written.map((value) => `"${value}"`).join(' – ')].filter(Boolean).join(' ');
}
