/** Reads a name: its parts, and in each the kind of organisation, the towns and the words that are left. */
import { codesOf } from '../../../vocabulary/concept-scheme';
import { Country } from '../../../vocabulary/country';
import { stemsOf } from '../../../resource/search/forms';
import {
  clinic,
  correctedKind,
  faculty,
  hospital,
  isRightKind,
  university,
  withKinds,
} from '../words/organisations';
import { joinedOf, spell } from '../words/spell';
import { withOneWord } from '../words/standards';
import { townsOfTheTable, townWord, withTowns } from '../words/towns';
import { isMoreThanUnit, isSpeciality, isUnitWord } from '../words/units';

export type Kind = typeof hospital | typeof university | typeof faculty | null;

/** What stands between two separators. */
export interface NamePart {
  /** All words in order, with symbols for kinds of organisations. */
  readonly tokens: readonly string[];
  /** Stems of the words that say which one it is. */
  readonly words: readonly string[];
  readonly towns: readonly string[];
  readonly kind: Kind;
  /** Whether it names a department. */
  readonly isUnit: boolean;
  /** Whether all of it are specialities: Virology. */
  readonly isSpeciality: boolean;
}

export interface ReadName {
  readonly text: string;
  /** All words, each town as one, and `|` between parts. */
  readonly placed: readonly string[];
  readonly parts: readonly NamePart[];
  /** The whole name as one word. */
  readonly joined: string;
  /** A town that is said to be the site: Campus Kiel. */
  readonly site: string | null;
  readonly isCompany: boolean;
  /** Whether it names another country. */
  readonly isAbroad: boolean;
  /** Whether the name has a word that makes more of it than a department. */
  readonly isMore: boolean;
  /** Whether a typing error was corrected. */
  readonly corrected: boolean;
}

const stopWords = new Set(
  'der die das des dem den ein eine einer am an at of the im in vom von zu zum zur fur for and und e a on de la du by with mit from to beim germany deutschland site standort campus'.split(
    ' ',
  ),
);
const country = (text: string): string => joinedOf(spell(text).tokens);
const abroad = new Set(
  codesOf(Country)
    .filter((code) => code !== 'DEU')
    .flatMap((code) => [country(Country.concepts[code].de), country(Country.concepts[code].en)]),
);
const conjunctions = new Set(['und', 'and']);
const street = /(?:^str|strasse|street|platz|allee|weg|ring|damm|ufer)$/;
const symbols = new Set<string>([hospital, university, faculty, clinic]);
const sites = / (?:campus|standort|site|location) (\p{L}+)(?= )| (\p{L}+) (?:campus|site)(?= )/u;

const stems = new Map<string, string>();

/** The stem of a word, whatever its language: it is only compared with other stems. */
export function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = stemsOf({ spelt: stemsOf({ spelt: word.replace(/^centers?$/, 'centre') }).de }).en;
    if (stems.size < 100_000) stems.set(word, stem);
  }
  return stem;
}

/** Reads names. It knows the towns in which records are, beside those that have other names. */
export class NameReader {
  private readonly towns: ReadonlySet<string>;

  constructor(towns: readonly string[]) {
    this.towns = new Set([...townsOfTheTable, ...towns.map(townWord)]);
  }

  read(text: string): ReadName {
    const { tokens, isCompany } = spell(text);
    return this.readTokens(text, tokens, isCompany);
  }

  /** Each organisation of several in one text: what stands between separators and "and". */
  readPieces({ text, placed, isCompany }: ReadName): ReadName[] {
    const pieces = placed
      .map((token) => (conjunctions.has(token) ? '|' : token))
      .join(' ')
      .split(' | ');
    return pieces.length < 2 ? [] : pieces.map((piece) => this.readTokens(text, piece.split(' '), isCompany));
  }

  private readTokens(text: string, tokens: readonly string[], isCompany: boolean): ReadName {
    const fixed = tokens.map((token) => (isRightKind(token) ? token : correctedKind(token)));
    const placed = withTowns(fixed);
    const towns = ` ${placed.join(' ')} `;
    const withShort = towns.replace(/ uk (\S+)(?= )/g, (all, town: string) =>
      this.towns.has(town) ? ` ${hospital} ${town}` : all,
    );
    const [, before, after] = sites.exec(towns) ?? [];
    const site = [before, after].find((town) => town !== undefined && this.towns.has(town)) ?? null;
    const parts = withKinds(withOneWord(withShort))
      .split('|')
      .map((part) => this.partOf(part.trim().split(' ').filter(Boolean)))
      .filter((part) => part.tokens.length > 0);
    const all = fixed.filter((token) => token !== '|');
    return {
      text,
      placed,
      parts,
      joined: joinedOf(placed),
      site,
      isCompany,
      isAbroad: all.some((token) => abroad.has(token)),
      isMore: all.some(isMoreThanUnit),
      corrected: tokens.some((token, place) => token !== fixed[place]),
    };
  }

  /** A part of its tokens. */
  partOf(tokens: readonly string[]): NamePart {
    const kind = kindOf(tokens);
    const left = isStreet(tokens)
      ? []
      : tokens.filter(
          (token) =>
            !symbols.has(token) && !stopWords.has(token) && !this.towns.has(token) && !/^\d{5}$/.test(token),
        );
    // Of a hospital, whose university it is says nothing more: TU Dresden.
    const owned = kind === hospital && tokens.includes(university);
    const words = left.filter((word) => !(owned && word === 'technisch'));
    return {
      tokens,
      words: [
        ...new Set([...words, ...(kind === null && tokens.includes(clinic) ? ['klinikum'] : [])].map(stemOf)),
      ],
      towns: [...new Set(tokens.filter((token) => this.towns.has(token)))],
      kind,
      isUnit: kind === null && tokens.some(isUnitWord),
      isSpeciality: left.length > 0 && left.every(isSpeciality),
    };
  }
}

/** The line of an address: a number beside a street, or a postal code. */
const isStreet = (tokens: readonly string[]): boolean =>
  tokens.some((token) => /^\d{5}$/.test(token)) ||
  (tokens.some((token) => /^\d+[a-z]?$/.test(token)) && tokens.some((token) => street.test(token)));

function kindOf(tokens: readonly string[]): Kind {
  if (tokens.includes(hospital)) return hospital;
  if (tokens.includes(faculty)) return faculty;
  if (tokens.includes(university)) return tokens.includes(clinic) ? hospital : university;
  return null;
}

/** Several parts as one. */
export interface Core {
  readonly words: ReadonlySet<string>;
  readonly towns: ReadonlySet<string>;
  readonly kind: Kind;
}

/** What some parts of a name say together. */
export function coreOf(parts: readonly NamePart[]): Core {
  const kinds = parts.map(({ kind }) => kind);
  const hasClinic = parts.some(({ tokens }) => tokens.includes(clinic));
  const kind = kinds.includes(hospital)
    ? hospital
    : kinds.includes(faculty)
      ? faculty
      : kinds.includes(university)
        ? hasClinic
          ? hospital
          : university
        : null;
  const words = new Set(parts.flatMap((part) => part.words));
  if (kind === hospital) {
    words.delete(stemOf('klinikum'));
    if (kinds.includes(university)) words.delete(stemOf('technisch'));
  }
  return { words, towns: new Set(parts.flatMap(({ towns }) => towns)), kind };
}
