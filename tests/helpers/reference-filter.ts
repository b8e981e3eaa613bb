/** Whether a record meets a filter, on plain objects: written from docs/filters.md alone. */
import { describe, type Attribute, type Description } from '../../src/resource/description';
import type { Identifier } from '../../src/resource/evidence';
import { globalId } from '../../src/resource/identity';
import { canonicalBeginning, canonicalIdentifier } from '../../src/resource/identifiers/identifiers';
import type { Registry } from '../../src/resource/registry';
import { statementAttributes } from '../../src/resource/statement';
import type { ReferenceCatalogue, ReferenceRecord } from './reference-catalogue';
import { ownOrigin, registerSays } from './small-world';

export type PlainFilter = Readonly<Record<string, unknown>>;
type Filters = readonly PlainFilter[];

/** When the small worlds were imported. */
const recordedAt = '2025-01-01T00:00:00.000Z';

export class ReferenceFilter {
  constructor(
    private readonly catalogue: ReferenceCatalogue,
    private readonly registry: Registry,
  ) {}

  /** A filter is met when all its parts are; what is null is not given. */
  meets(record: ReferenceRecord, filter: PlainFilter): boolean {
    return given(filter).every(([field, value]) => this.meetsPart(record, field, value));
  }

  private meetsPart(record: ReferenceRecord, field: string, value: unknown): boolean {
    switch (field) {
      case 'and':
        return (value as Filters).every((filter) => this.meets(record, filter));
      case 'or':
        return (value as Filters).some((filter) => this.meets(record, filter));
      case 'not':
        return !this.meets(record, value as PlainFilter);
      case 'id':
        return meetsValue(globalId(record.key), value as PlainFilter);
      case 'identifier':
        return identifiersOf(record).some((identifier) => isSuchIdentifier(identifier, value as PlainFilter));
      case 'evidence':
        return statementsOf(record).some((statement) =>
          this.isSuchStatement(statement, value as PlainFilter),
        );
      case 'validOn':
        return this.catalogue.times.isListed(record, value as string);
      case 'holding': {
        const { on, in: answers } = value as { on: string; in: string[] };
        return answers.includes(this.catalogue.times.holding(record, on));
      }
      default:
        return this.meetsField(record, field, value as PlainFilter);
    }
  }

  private meetsField(record: ReferenceRecord, field: string, filter: PlainFilter): boolean {
    const { attributes, uniqueIdentifiers, references, ends, lists } = this.describe(record.type);
    const named = ({ name }: { name: string }) => name === field;
    const attribute = attributes.find(named);
    if (attribute) return meetsComparisons(attribute, record.data[field], filter);
    const unique = uniqueIdentifiers.find(named);
    if (unique) return this.meetsUnique(record, unique.scheme, filter);
    const reference = references.find(named);
    if (reference) {
      const slug = record.data[field] as string | null | undefined;
      if (slug == null) return false;
      const { path, type } = describe(reference.to());
      return this.meets(this.record(type, `${path}/${slug}`), filter);
    }
    const end = ends.find(named);
    if (end) {
      const key = record.ends?.[end.side] ?? '';
      const other = this.record(this.registry.ofKey(key)?.type ?? '', key);
      return this.registry.classesOf(end).length === 1
        ? this.meets(other, filter)
        : this.meetsOfItsType(other, filter);
    }
    const list = lists.find(named);
    if (!list) throw new Error(`${record.type} has no field ${field}.`);
    const listed = this.catalogue.listOf(record, list);
    return given(filter).every(([quantity, inner]) => {
      const ofAnyType = list.kind === 'through' && !list.to;
      const meets = (one: ReferenceRecord) =>
        ofAnyType ? this.meetsOfItsType(one, inner as PlainFilter) : this.meets(one, inner as PlainFilter);
      if (quantity === 'some') return listed.some(meets);
      return quantity === 'every' ? listed.every(meets) : !listed.some(meets);
    });
  }

  /** A record that may be of several types meets what is said of its own, where nothing is said of others. */
  private meetsOfItsType(record: ReferenceRecord, filter: PlainFilter): boolean {
    return given(filter).every(
      ([type, inner]) => lowerFirst(record.type) === type && this.meets(record, inner as PlainFilter),
    );
  }

  /** The identifier of a scheme that the record has and no other of its type, if it has no second one. */
  private meetsUnique(record: ReferenceRecord, scheme: string, filter: PlainFilter): boolean {
    const ofScheme = (one: ReferenceRecord) =>
      new Set(identifiersOf(one).flatMap((each) => (each.scheme === scheme ? [each.value] : [])));
    const [value, ...others] = ofScheme(record);
    const isShared = this.catalogue
      .all(record.type)
      .some((other) => other.key !== record.key && value !== undefined && ofScheme(other).has(value));
    const unique = value !== undefined && others.length === 0 && !isShared ? value : null;
    return given(filter).every(([operator, operand]) =>
      operator === 'isNull'
        ? (unique === null) === operand
        : unique !== null &&
          isSuchIdentifier({ scheme, value: unique } as Identifier, { [operator]: operand }),
    );
  }

  /** All conditions must hold of one and the same statement. */
  private isSuchStatement(statement: PlainStatement, filter: PlainFilter): boolean {
    return given(filter).every(([field, condition]) => {
      if (field === 'citedFrom') {
        const { type, path } = this.registry.source;
        return this.meets(this.record(type, `${path}/${statement.source}`), condition as PlainFilter);
      }
      const attribute = statementAttributes.find(({ name }) => name === field);
      if (!attribute) throw new Error(`Evidence has no field ${field}.`);
      return meetsComparisons(attribute, statement[field], condition as PlainFilter);
    });
  }

  private record(type: string, key: string): ReferenceRecord {
    const found = this.catalogue.all(type).find((record) => record.key === key);
    if (!found) throw new Error(`There is no ${key}.`);
    return found;
  }

  private describe(type: string): Description {
    const description = this.registry.ofType(type);
    if (!description) throw new Error(`There is no class ${type}.`);
    return description;
  }
}

const given = (filter: PlainFilter): [string, unknown][] =>
  Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** All comparisons must hold, each by itself. */
function meetsComparisons(attribute: Attribute, stated: unknown, filter: PlainFilter): boolean {
  const { language, currency, ...comparisons } = filter;
  const money = stated as Money | null | undefined;
  if (currency != null && money?.currency !== (currency as string).toUpperCase()) return false;
  return given(comparisons).every(([operator, operand]) => {
    switch (attribute.kind.name) {
      case 'localized': {
        const texts = textsIn(stated, language);
        if (operator === 'isNull') return (texts.length === 0) === operand;
        return texts.some((text) => compares(operator, text, operand, readsFreely));
      }
      case 'texts':
      case 'concepts':
        return hasItems(operator, (stated ?? []) as string[], operand);
      case 'money':
        return operator === 'qualifier'
          ? meetsValue(money?.qualifier ?? null, operand as PlainFilter)
          : compares(operator, money?.amount ?? null, operand, toTheLetter);
      case 'checksum': {
        const sum = stated as { algorithm: string; value: string } | null | undefined;
        return operator === 'algorithm'
          ? meetsValue(sum?.algorithm ?? null, operand as PlainFilter)
          : compares(operator, sum?.value ?? null, operand, toTheLetter);
      }
      case 'day':
      case 'derivedDay':
        return compares(operator, dayOf(attribute, stated), operand, toTheLetter);
      case 'instant':
        return compares(operator, recordedAt, new Date(operand as string).toISOString(), toTheLetter);
      case 'period':
        return meetsPeriod(operator, stated ?? null, operand);
      case 'place':
        return operator === 'isNull'
          ? (stated == null) === operand
          : meetsValue(
              (stated as Record<string, unknown> | null)?.[operator] ?? null,
              operand as PlainFilter,
            );
      case 'text':
        return compares(operator, stated ?? null, operand, readsFreely);
      default:
        return compares(operator, stated ?? null, operand, toTheLetter);
    }
  });
}

interface Money {
  amount: number;
  currency: string;
  qualifier?: string | null;
}

interface Span {
  startsOn?: string | null;
  endsOn?: string | null;
}

/** An end that is not known limits nothing; a span without both is none. */
function meetsPeriod(operator: string, span: Span | null, operand: unknown): boolean {
  if (operator === 'isNull') return (span === null) === operand;
  const [from, until] = [span?.startsOn ?? null, span?.endsOn ?? null];
  if (operator === 'startsOn') return meetsValue(from, operand as PlainFilter);
  if (operator === 'endsOn') return meetsValue(until, operand as PlainFilter);
  const day = operand as string;
  return span !== null && (from === null || from <= day) && (until === null || day <= until);
}

/** All comparisons with a part of a value. */
const meetsValue = (value: unknown, comparisons: PlainFilter): boolean =>
  given(comparisons).every(([operator, operand]) => compares(operator, value, operand, toTheLetter));

/** How a part of a text is looked for: what becomes of the text and of the part before they are compared. */
type Reading = (text: string, part: string) => [string, string];

const toTheLetter: Reading = (text, part) => [text, part];

/** Whatever case, accents and signs between words; a part of signs alone is looked for to the letter. */
const readsFreely: Reading = (text, part) => (words(part) === '' ? [text, part] : [words(text), words(part)]);

const words = (text: string): string =>
  (
    text
      .toLowerCase()
      .replaceAll('ß', 'ss')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');

/** One comparison; a record without a value meets none but `ne` and `isNull: true`. */
function compares(operator: string, value: unknown, operand: unknown, reading: Reading): boolean {
  if (operator === 'isNull') return (value === null) === operand;
  if (operator === 'ne') return value !== plainly(operand);
  if (value === null) return false;
  if (operator === 'eq') return value === plainly(operand);
  if (operator === 'in') return (operand as unknown[]).map(plainly).includes(value);
  if (operator === 'contains' || operator === 'startsWith') {
    if (isNoText(operand as string)) return false;
    const [text, part] = reading(value as string, operand as string);
    return operator === 'contains' ? text.includes(part) : text.startsWith(part);
  }
  const [left, right] = [value as number, operand as number];
  return { lt: left < right, lte: left <= right, gt: left > right, gte: left >= right }[operator] ?? false;
}

/** A text as the catalogue holds it: blanks at its ends mean nothing. */
const plainly = (operand: unknown): unknown =>
  typeof operand === 'string' ? operand.normalize('NFC').replace(/\s+/g, ' ').trim() : operand;

/** No text of the catalogue holds NUL or half a character. */
const isNoText = (text: string): boolean => text.includes('\0') || /\p{Cs}/u.test(text);

function hasItems(operator: string, items: readonly string[], operand: unknown): boolean {
  if (operator === 'isEmpty') return (items.length === 0) === operand;
  if (operator === 'has') return items.includes(plainly(operand) as string);
  const wanted = (operand as string[]).map((item) => plainly(item) as string);
  return operator === 'hasAny'
    ? wanted.some((item) => items.includes(item))
    : wanted.every((item) => items.includes(item));
}

/** The texts in all languages, or in the one named. */
function textsIn(stated: unknown, language: unknown): string[] {
  const texts = Object.entries((stated ?? {}) as Record<string, string>);
  return texts
    .filter(([tag]) => language == null || tag === (language as string).toLowerCase())
    .map(([, text]) => text);
}

type PlainStatement = Readonly<Record<string, unknown>> & { source: string };

const statementsOf = ({ data }: ReferenceRecord): PlainStatement[] =>
  ((data.evidence ?? registerSays) as PlainStatement[]).map((statement) => ({
    ...statement,
    origin: ownOrigin.name,
  }));

const identifiersOf = ({ data }: ReferenceRecord): Identifier[] => (data.identifiers ?? []) as Identifier[];

/** All conditions must hold of one and the same identifier, in whatever spelling of its scheme it is asked for. */
const isSuchIdentifier = (identifier: Identifier, { scheme, ...values }: PlainFilter): boolean =>
  (scheme == null || identifier.scheme === scheme) &&
  given(values).every(([operator, operand]) => {
    const spelt = (text: string) => canonicalIdentifier(identifier.scheme, text);
    if (operator === 'eq') return spelt(operand as string) === identifier.value;
    if (operator === 'in') return (operand as string[]).map(spelt).includes(identifier.value);
    const beginning = canonicalBeginning(identifier.scheme, operand as string);
    return !isNoText(beginning) && identifier.value.startsWith(beginning);
  });

/** The day that is meant by a year, a month or a day as stated: a beginning is its first day, an end its last. */
export function dayOf({ boundary }: Attribute, stated: unknown): string | null {
  if (stated == null) return null;
  const [year = 0, month, day] = (stated as string).split('-').map(Number);
  if (day !== undefined) return stated as string;
  const meant =
    boundary === 'start'
      ? new Date(Date.UTC(year, (month ?? 1) - 1, 1))
      : new Date(Date.UTC(year, month ?? 12, 0));
  return meant.toISOString().slice(0, 10);
}
