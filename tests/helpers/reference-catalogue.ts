/** The catalogue in plain objects: what lists hold and how they are ordered, written from the documentation alone. */
import {
  attributeOf,
  describe,
  isTimed,
  type Attribute,
  type Description,
  type List,
  type ThroughList,
} from '../../src/resource/description';
import { globalId, linkKey, recordKey } from '../../src/resource/identity';
import type { Registry } from '../../src/resource/registry';
import { ReferenceTime } from './reference-time';
import { withRegister, type PlainRecords } from './small-world';

export interface ReferenceRecord {
  type: string;
  key: string;
  id: string;
  /** Of a link: the keys of its ends. */
  ends?: Record<'from' | 'to', string>;
  data: Record<string, unknown>;
}

export interface ReferenceOrder {
  field: string;
  direction: 'ASC' | 'DESC';
}

type Value = string | number | null;

export class ReferenceCatalogue {
  private readonly byKey: Map<string, ReferenceRecord>;
  /** When its records hold. */
  readonly times: ReferenceTime;

  constructor(
    records: PlainRecords,
    private readonly registry: Registry,
  ) {
    this.byKey = new Map(
      Object.entries(withRegister(records))
        .flatMap(([type, list]) => list.map((data) => this.recordOf(type, data)))
        .map((record) => [record.key, record]),
    );
    for (const record of this.byKey.values()) {
      const { references, lists } = describe(this.classOf(record.type));
      for (const { name, derivedFrom } of references.filter((each) => each.derivedFrom)) {
        const list = lists.find((each) => each.name === derivedFrom);
        const [only, ...others] = list ? this.listOf(record, list) : [];
        record.data = { ...record.data, [name]: only && others.length === 0 ? only.data.slug : null };
      }
    }
    this.times = new ReferenceTime([...this.byKey.values()], registry);
    for (const record of this.byKey.values()) {
      if (!isTimed(describe(this.classOf(record.type)))) continue;
      const [attestedFrom = null, attestedUntil = null] = this.times.attested(record) ?? [];
      record.data = { ...record.data, attestedFrom, attestedUntil };
    }
  }

  /** All records of a class. */
  all(type: string): ReferenceRecord[] {
    return [...this.byKey.values()].filter((record) => record.type === type);
  }

  /** What a declared list of a record holds. */
  listOf(parent: ReferenceRecord, list: List): ReferenceRecord[] {
    if (list.kind === 'inverse') {
      const { path } = describe(this.classOf(parent.type));
      return this.all(describe(list.to()).type).filter(
        ({ data }) => data[list.by] != null && `${path}/${String(data[list.by])}` === parent.key,
      );
    }
    const links = this.all(describe(list.link()).type).filter(({ ends }) => ends?.[list.as] === parent.key);
    if (list.kind === 'links') return links;
    const other = list.as === 'from' ? 'to' : 'from';
    const keys = links
      .filter(({ data }) => !list.roles || list.roles.includes(String(data.role)))
      .map(({ ends }) => ends?.[other] ?? '');
    const wanted = list.to && describe(list.to()).type;
    return [...new Set(keys)]
      .map((key) => this.byKey.get(key))
      .filter((record) => record !== undefined)
      .filter(({ type }) => !wanted || type === wanted);
  }

  /** The links by which a list leads from a record to another. */
  linksBetween({ key }: ReferenceRecord, far: ReferenceRecord, list: ThroughList): ReferenceRecord[] {
    const other = list.as === 'from' ? 'to' : 'from';
    return this.all(describe(list.link()).type).filter(
      ({ ends, data }) =>
        ends?.[list.as] === key &&
        ends[other] === far.key &&
        (!list.roles || list.roles.includes(String(data.role))),
    );
  }

  /** All links from and to a record. */
  linksOf({ key }: ReferenceRecord): ReferenceRecord[] {
    return [...this.byKey.values()].filter(({ ends }) => ends?.from === key || ends?.to === key);
  }

  /** Records in an order: missing values last in both directions, then by key. */
  sorted(records: ReferenceRecord[], orders: readonly ReferenceOrder[], language: 'de' | 'en') {
    return [...records].sort((a, b) => {
      for (const { field, direction } of orders) {
        const [left, right] = [this.placeOf(a, field, language), this.placeOf(b, field, language)];
        if (left === right) continue;
        if (left === null || right === null) return left === null ? 1 : -1;
        return left < right === (direction === 'ASC') ? -1 : 1;
      }
      return a.key < b.key ? -1 : 1;
    });
  }

  /** The values by which a facet counts a record: its own, or the slugs of the records that it is linked with. */
  valuesOf(record: ReferenceRecord, field: string): string[] {
    const description = describe(this.classOf(record.type));
    if (attributeOf(description, field)) {
      const value = record.data[field];
      return [...new Set([value ?? []].flat().map(String))];
    }
    const list = description.lists.find(({ name }) => name === field);
    const linked = list
      ? this.listOf(record, list)
      : [this.linked(record, field)].flatMap((one) => one ?? []);
    return linked.map(({ data }) => String(data.slug));
  }

  /** The record at an end of a link, or to which a reference points. */
  private linked(record: ReferenceRecord, field: string): ReferenceRecord | undefined {
    const { ends, references } = describe(this.classOf(record.type));
    const end = ends.find(({ name }) => name === field);
    if (end) return this.byKey.get(record.ends?.[end.side] ?? '');
    const reference = references.find(({ name }) => name === field);
    return reference && this.byKey.get(`${describe(reference.to()).path}/${String(record.data[field])}`);
  }

  /** The value by which a field orders a record: `infrastructureName` is the name of its `infrastructure`. */
  private placeOf(record: ReferenceRecord, field: string, language: 'de' | 'en'): Value {
    const attribute = attributeOf(describe(this.classOf(record.type)), field);
    if (attribute) return sortValue(attribute, record, language);
    const linked = this.linked(record, field.replace(/Name$/, ''));
    return linked
      ? sortValue(attributeOf(describe(this.classOf(linked.type)), 'name'), linked, language)
      : null;
  }

  private recordOf(type: string, data: Record<string, unknown>): ReferenceRecord {
    const description = describe(this.classOf(type));
    const ends = description.kind === 'link' ? endsOf(description, data) : undefined;
    const key = ends
      ? linkKey(description, ends, (data.role as string | undefined) ?? null)
      : recordKey(description, String(data.slug));
    return { type, key, id: globalId(key), ...(ends && { ends }), data };
  }

  private classOf(type: string) {
    const description = this.registry.ofType(type);
    if (!description) throw new Error(`There is no class ${type}.`);
    return description.class;
  }
}

function endsOf(link: Description, data: Record<string, unknown>): Record<'from' | 'to', string> {
  const keys = link.ends.map(({ name, side, to }): [string, string] => {
    const [only, ...others] = to().map(describe);
    const written = String(data[name]);
    return [side, only && others.length === 0 ? recordKey(only, written) : written];
  });
  return Object.fromEntries(keys) as Record<'from' | 'to', string>;
}

const ends = {
  start: (stated: string) => `${stated}-01-01`.slice(0, 10),
  end: (stated: string) =>
    ({ '2020': '2020-12-31', '2021': '2021-12-31', '2020-01': '2020-01-31', '2020-02': '2020-02-29' })[
      stated
    ] ?? stated,
};

function sortValue(
  attribute: Attribute | undefined,
  { data }: ReferenceRecord,
  language: 'de' | 'en',
): Value {
  const value = attribute && data[attribute.name];
  if (value == null) return null;
  switch (attribute?.kind.name) {
    case 'localized': {
      const { de, en, ...others } = value as Record<string, string>;
      const preferred = language === 'de' ? (de ?? en) : (en ?? de);
      return asInDictionary(preferred ?? Object.values(others)[0] ?? '');
    }
    case 'text':
      return asInDictionary(value as string);
    case 'money':
      return (value as { amount: number }).amount;
    case 'day':
      return ends[attribute.boundary](value as string);
    default:
      return value as Value;
  }
}

/** As DIN 5007-1 orders a dictionary: ä as a, ß as ss, capitals as small letters. */
const asInDictionary = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ä', 'a')
    .replaceAll('ö', 'o')
    .replaceAll('ü', 'u')
    .replaceAll('é', 'e')
    .replaceAll('ß', 'ss');
