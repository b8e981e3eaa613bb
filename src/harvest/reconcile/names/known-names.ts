/** The names of known records, read once, with the tables by which they are found. */
import type { KnownRecord } from '../known';
import { joinedOf, spell } from '../words/spell';
import { namedStandards } from '../words/standards';
import { townWord } from '../words/towns';
import type { hospital, university } from '../words/organisations';
import { coreOf, NameReader, stemOf, type Core, type ReadName } from './read-name';

/** A record with its names as they are compared. */
export interface NamedRecord {
  readonly key: string;
  readonly type: string;
  readonly town: string | null;
  readonly isHospital: boolean;
  readonly version: string | null;
  readonly homepage: string | null;
  readonly cores: readonly Core[];
  readonly joined: ReadonlySet<string>;
  readonly acronyms: ReadonlySet<string>;
  readonly isCompany: boolean;
  /** All words of its names and acronyms. */
  readonly words: ReadonlySet<string>;
  /** The name that people are shown. */
  readonly name: string;
}

/** Shorter letters stand for too many things to be sure. */
const shortestAcronym = 4;
const shortestAcronymOfStandard = 3;

export class KnownNames {
  readonly reader: NameReader;
  readonly records: readonly NamedRecord[];
  private readonly byJoined = new Map<string, NamedRecord[]>();
  private readonly byWord = new Map<string, NamedRecord[]>();
  private readonly byTown = new Map<string, NamedRecord[]>();
  private readonly townNames = new Map<string, string>();

  constructor(records: readonly KnownRecord[]) {
    const towns = records.flatMap(({ town }) => town ?? []);
    this.reader = new NameReader(towns);
    for (const town of towns) this.townNames.set(townWord(town), town);
    this.records = records.map((record) => this.named(record));
    for (const record of this.records) {
      for (const joined of [...record.joined, ...record.acronyms]) put(this.byJoined, joined, record);
      for (const word of record.words) put(this.byWord, word, record);
      const towns = new Set([record.town, ...record.cores.flatMap((core) => [...core.towns])]);
      for (const town of towns) if (town !== null) put(this.byTown, town, record);
    }
  }

  /** Records one of whose names, as one word, is this. */
  withJoined = (joined: string): readonly NamedRecord[] => this.byJoined.get(joined) ?? [];
  withWord = (stem: string): readonly NamedRecord[] => this.byWord.get(stem) ?? [];
  inTown = (town: string): readonly NamedRecord[] => this.byTown.get(town) ?? [];
  /** All stems of names. */
  get vocabulary(): Iterable<string> {
    return this.byWord.keys();
  }
  /** A town in which a record is, as it is written here. */
  town = (text: string): string | null => this.townNames.get(townWord(text)) ?? null;

  /** Whether the letters are enough to be sure: LOINC is, ZI is not. */
  isTelling = (acronym: string, { type }: NamedRecord): boolean =>
    acronym.length >= (type === 'Standard' ? shortestAcronymOfStandard : shortestAcronym);

  private named(record: KnownRecord): NamedRecord {
    const acronyms = new Set(record.acronyms.map(spelt));
    const texts = [...new Set(record.names.flatMap(variantsOf))];
    // A short name that is nothing but letters is read as an acronym.
    for (const text of texts) if (isLetters(text)) acronyms.add(spelt(text));
    const full = texts.filter((text) => !acronyms.has(spelt(text)));
    const more = record.type === 'Standard' ? otherNamesOf([...full, ...acronyms]) : [];
    const read = [...full, ...more].map((text) => this.reader.read(text));
    const cores = read.map(({ parts }) => coreOf(parts));
    return {
      key: record.key,
      type: record.type,
      town: record.town === null ? null : townWord(record.town),
      isHospital: record.isHospital,
      version: record.version,
      homepage: record.homepage,
      cores,
      joined: new Set(read.map(({ joined }) => joined).filter((joined) => !acronyms.has(joined))),
      acronyms,
      isCompany: record.names.some((text) => spell(text).isCompany),
      words: new Set([...cores.flatMap(({ words }) => [...words]), ...[...acronyms].map(stemOf)]),
      name: record.names[0] ?? record.key,
    };
  }
}

const spelt = (text: string): string => joinedOf(spell(text).tokens);

/** One word of capitals, or of at most five letters: UKGM, NATON. */
const isLetters = (text: string): boolean =>
  /^[\p{Lu}\d][\p{Lu}\d+-]*$/u.test(text) || /^\p{L}{1,5}$/u.test(text);

/** A name, and what stands before and after a dash or a slash in it, or before "at"; without what stands in brackets. */
function variantsOf(name: string): string[] {
  const bare = name.replace(/\s*\([^)]*\)/g, '').trim();
  const [before = '', ...rest] = bare.split(/ (?:at|in der|an der) /);
  if (rest.length > 0) return [name, bare, ...(before.split(' ').length >= 3 ? [before] : [])];
  const halves = bare.split(/ [-–—/] /);
  return [name, bare, ...(halves.length > 1 ? halves.filter((half) => half.length >= 3) : [])];
}

/** What standards of these names are called in full. */
function otherNamesOf(names: readonly string[]): string[] {
  const own = new Set(names.map(spelt));
  return namedStandards
    .filter((one) => one.names.some((name) => own.has(spelt(name))))
    .flatMap((one) => one.names);
}

/** The addresses that stand for standards of these names. */
export function irisOfStandard(names: readonly string[]): string[] {
  const own = new Set(names.map(spelt));
  return namedStandards
    .filter((one) => one.names.some((name) => own.has(spelt(name))))
    .flatMap((one) => one.iris);
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (!values) map.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}

/** Whether a record has a name of a kind. */
export const isOfKind = (record: NamedRecord, kind: typeof hospital | typeof university): boolean =>
  record.cores.some((core) => core.kind === kind);

export type { ReadName };
