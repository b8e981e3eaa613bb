/** Filters made by fast-check from the declarations: every field and operator, values of the catalogue and others. */
import fc from 'fast-check';
import {
  describe,
  endOf,
  isTimed,
  otherSide,
  type Attribute,
  type Description,
  type List,
  type RecordClass,
  type ThroughList,
} from '../../src/resource/description';
import type { Registry } from '../../src/resource/registry';
import { Holding } from '../../src/vocabulary/holding';
import { ChecksumAlgorithm } from '../../src/vocabulary/checksum-algorithm';
import { AmountQualifier } from '../../src/vocabulary/amount-qualifier';
import { codesOf, type ConceptScheme } from '../../src/vocabulary/concept-scheme';
import { IdentifierScheme } from '../../src/vocabulary/identifier-scheme';
import { PlacePrecision } from '../../src/vocabulary/place-precision';
import { globalId } from '../../src/resource/identity';
import { statementAttributes } from '../../src/resource/statement';
import type { PlainFilter } from './reference-filter';
import { ownOrigin, type PlainRecords } from './small-world';

type Operands = fc.Arbitrary<unknown>;
/** What may stand under each name: operators under a field, fields in a filter. */
type Choices = Record<string, Operands>;

/** Texts that are in no catalogue, and those that go wrong where a text becomes part of a statement. */
const strangeTexts = [
  ...['', ' ', '%', '_', "'", '"', '\\', '-', '😀', '\0', 'a\0', '\ud800', 'É%', 'Arz_', '*', '{}'],
  ...['ä', 'Ä', 'ss', 'ß', 'ARZT', 'ärzt', 'e', 'ubung', '2', 'nowhere'],
  ...["' OR 1=1 --", '; DROP TABLE institution'],
];
const days = [
  '2019-12-31',
  '2020-01-01',
  '2020-01-31',
  '2020-02-29',
  '2020-12-31',
  '2021-06-15',
  '2021-12-31',
];
/** The small worlds are of one moment; as clients may write it. */
const moments = [
  '2025-01-01T00:00:00Z',
  '2025-01-01T01:00:00+01:00',
  '2024-12-31T23:59:59.999Z',
  '2025-01-01T00:00:00.001Z',
];
const flag = fc.boolean();
const day = fc.constantFrom(...days);
const several = (one: Operands) => fc.array(one, { maxLength: 3 });

export class FilterMaker {
  constructor(
    private readonly registry: Registry,
    private readonly records: PlainRecords,
  ) {}

  /** Filters of a class that go over so many levels. */
  filter(of: Description, depth: number): fc.Arbitrary<PlainFilter> {
    const own = this.valueFields(of);
    if (depth === 0) return someOf(own, 2);
    const combined = someOf(this.combinations(of, depth - 1), 2);
    const linked = someOf(this.linkFields(of, depth - 1), 1);
    return fc.oneof(
      { weight: 3, arbitrary: combined },
      { weight: 3, arbitrary: linked },
      { weight: 2, arbitrary: someOf(own, 2) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(combined, linked, someOf(own, 1))
          .map(([first, second, third]) => ({ ...first, ...second, ...third })),
      },
    );
  }

  /** One filter for each thing that can be asked of a class: every operator of every field, every list in every way. */
  everyKind(of: Description): fc.Arbitrary<PlainFilter>[] {
    const filterable = of.attributes.filter(({ filter }) => filter);
    const asked: Record<string, fc.Arbitrary<PlainFilter>[]> = Object.fromEntries(
      filterable.map((attribute) => [attribute.name, eachOf(this.comparisons(of, attribute))]),
    );
    if (of.kind === 'resource') asked.identifier = eachOf(this.identifierComparisons());
    asked.evidence = eachOf(this.evidenceComparisons());
    for (const { name } of of.uniqueIdentifiers) asked[name] = eachOf(this.uniqueComparisons());
    asked.id = eachOf(this.idComparisons(of));
    for (const list of of.lists) asked[list.name] = eachOf(this.quantities(list, 0));
    const byField = Object.entries(asked).flatMap(([name, conditions]) =>
      conditions.map((condition) => fc.record({ [name]: condition })),
    );
    return [
      ...byField,
      ...eachOf({ ...this.combinations(of, 0), ...this.linkFields(of, 0), ...validOnOf(of) }),
    ];
  }

  /** The fields that the filter of a class has. */
  fieldsOf(of: Description): string[] {
    return Object.keys({ ...this.combinations(of, 0), ...this.valueFields(of), ...this.linkFields(of, 0) });
  }

  /** The operators of an attribute. */
  comparisons({ type }: Description, attribute: Attribute): Choices {
    return this.comparing(attribute, this.records[type] ?? []);
  }

  /** The operators of an attribute, with values that some of the records have, or others. */
  private comparing(attribute: Attribute, records: readonly Record<string, unknown>[]): Choices {
    const stated = records.map((record) => record[attribute.name]).filter((value) => value != null);
    const value = valueOf(attribute, stated);
    const part = fc.oneof(parts(value as fc.Arbitrary<string>), fc.constantFrom(...strangeTexts));
    const equality = { eq: value, ne: value, in: several(value) };
    const order = { lt: value, lte: value, gt: value, gte: value };
    switch (attribute.kind.name) {
      case 'slug':
      case 'iri':
      case 'text':
        return { ...equality, contains: part, startsWith: part, isNull: flag };
      case 'localized':
        return {
          eq: value,
          contains: part,
          startsWith: part,
          language: fc.constantFrom('DE', 'EN'),
          isNull: flag,
        };
      case 'integer':
      case 'bytes':
      case 'day':
      case 'derivedDay':
        return { ...equality, ...order, isNull: flag };
      case 'concept':
        return { ...equality, isNull: flag };
      case 'instant':
        return order;
      case 'period': {
        const bound = someOf(
          { eq: day, ne: day, in: several(day), lt: day, lte: day, gt: day, gte: day, isNull: flag },
          2,
        );
        return { includes: day, startsOn: bound, endsOn: bound, isNull: flag };
      }
      case 'place': {
        const degrees = fc.constantFrom(-90, 0, 50.81, 50.8, 8.77, 52.5, 180);
        const bound = someOf({ lt: degrees, lte: degrees, gt: degrees, gte: degrees }, 2);
        return { latitude: bound, longitude: bound, precision: codes(PlacePrecision), isNull: flag };
      }
      case 'flag':
        return { eq: flag, isNull: flag };
      case 'money':
        return {
          eq: value,
          ...order,
          currency: fc.constantFrom('EUR', 'USD', 'eur'),
          qualifier: codes(AmountQualifier),
          isNull: flag,
        };
      case 'checksum':
        return { eq: value, algorithm: codes(ChecksumAlgorithm), isNull: flag };
      case 'texts':
      case 'concepts':
        return { has: value, hasAny: several(value), hasAll: several(value), isEmpty: flag };
      default:
        throw new Error(`No filter is known for the kind "${attribute.kind.name}".`);
    }
  }

  private identifierComparisons(): Choices {
    const stored = Object.values(this.records)
      .flat()
      .flatMap(({ identifiers }) => (identifiers ?? []) as { value: string }[])
      .map(({ value }) => value);
    const value = fc.constantFrom(...stored, ...strangeTexts);
    const scheme = fc.constantFrom(...codesOf(IdentifierScheme));
    return { scheme, eq: value, in: several(value), startsWith: parts(value) };
  }

  /** What is asked of one statement, and of the source from which it is cited. */
  private evidenceComparisons(): Choices {
    const statements = Object.values(this.records)
      .flat()
      .flatMap(({ evidence }) => (evidence ?? []) as object[])
      .map((statement) => ({ ...statement, origin: ownOrigin.name }));
    return {
      citedFrom: this.lazily(this.registry.source, 0),
      ...Object.fromEntries(
        statementAttributes.map((attribute) => [
          attribute.name,
          someOf(this.comparing(attribute, statements), 2),
        ]),
      ),
    };
  }

  private uniqueComparisons(): Choices {
    const { scheme: _, ...comparisons } = this.identifierComparisons();
    return { ...comparisons, isNull: flag };
  }

  private idComparisons({ type, path }: Description): Choices {
    const slugs = (this.records[type] ?? []).flatMap(({ slug }) => (typeof slug === 'string' ? [slug] : []));
    const id = fc.constantFrom(...[...slugs, 'nobody'].map((slug) => globalId(`${path}/${slug}`)));
    return { eq: id, in: several(id) };
  }

  private combinations(of: Description, depth: number): Choices {
    const inner = this.lazily(of, depth);
    return { and: several(inner), or: several(inner), not: inner };
  }

  private valueFields(of: Description): Choices {
    const filterable = of.attributes.filter(({ filter }) => filter);
    return {
      ...validOnOf(of),
      ...(of.kind === 'resource' && { identifier: someOf(this.identifierComparisons(), 2) }),
      ...(of.kind !== 'source' && { evidence: someOf(this.evidenceComparisons(), 2) }),
      id: someOf(this.idComparisons(of), 2),
      ...Object.fromEntries(
        of.uniqueIdentifiers.map(({ name }) => [name, someOf(this.uniqueComparisons(), 2)]),
      ),
      ...Object.fromEntries(
        filterable.map((attribute) => [attribute.name, someOf(this.comparisons(of, attribute), 2)]),
      ),
    };
  }

  private linkFields({ references, ends, lists }: Description, depth: number): Choices {
    const meets = (target: RecordClass) => this.lazily(describe(target), depth);
    const choices: Choices = {};
    for (const { name, to } of references) choices[name] = meets(to());
    for (const end of ends) {
      const classes = this.registry.classesOf(end);
      const byType = classes.map((target): [string, Operands] => [lowerFirst(target.name), meets(target)]);
      const [only] = classes;
      choices[end.name] = only && classes.length === 1 ? meets(only) : someOf(Object.fromEntries(byType), 2);
    }
    for (const list of lists) {
      const quantities = this.quantities(list, depth);
      if (Object.keys(quantities).length > 0) choices[list.name] = someOf(quantities, 2);
    }
    return choices;
  }

  /** How many records of a list must meet a filter. */
  private quantities(list: List, depth: number): Choices {
    const target = list.kind === 'links' ? list.link() : list.to?.();
    const meets = target ? this.lazily(describe(target), depth) : this.ofAnyType(list as ThroughList, depth);
    return { some: meets, every: meets, none: meets };
  }

  /** What the records at the other end of links may be asked, each type for itself. */
  private ofAnyType({ link, as }: ThroughList, depth: number): Operands {
    const classes = this.registry.classesOf(endOf(describe(link()), otherSide(as)));
    const byType = classes.map((target): [string, Operands] => [
      lowerFirst(target.name),
      this.lazily(describe(target), depth),
    ]);
    return someOf(Object.fromEntries(byType), 2);
  }

  /** Made when it is needed: classes refer to each other in circles. */
  private lazily(of: Description, depth: number): Operands {
    return fc.constant(null).chain(() => this.filter(of, depth));
  }
}

/** One of the values that are stated of an attribute, or another. */
function valueOf({ kind, scheme }: Attribute, stated: readonly unknown[]): Operands {
  switch (kind.name) {
    case 'concept':
    case 'concepts':
      return fc.constantFrom(...(scheme ? codesOf(scheme) : []));
    case 'day':
    case 'derivedDay':
      return day;
    case 'flag':
      return flag;
    case 'instant':
      return fc.constantFrom(...moments);
    case 'integer':
      return fc.constantFrom(...stated, -(2 ** 31), 0, 1, 2 ** 31 - 1);
    case 'bytes':
      return fc.constantFrom(...stated, -1, 0.5, 2 ** 53 - 1, 1e300);
    case 'checksum':
      return fc.constantFrom(...stated.map((sum) => (sum as { value: string }).value), ...strangeTexts);
    case 'money':
      return fc.constantFrom(...stated.map((money) => (money as { amount: number }).amount), -1, 0.1, 1e300);
    case 'localized':
      return fc.constantFrom(
        ...stated.flatMap((texts) => Object.values(texts as Record<string, string>)),
        ...strangeTexts,
      );
    default:
      return fc.constantFrom(...stated.flat(), ...strangeTexts);
  }
}

const validOnOf = (of: Description): Choices =>
  isTimed(of)
    ? {
        validOn: day,
        holding: fc.record({ on: day, in: fc.subarray(codesOf(Holding)) }),
      }
    : {};

/** Comparisons with the codes of a vocabulary, as a part of a value has them. */
function codes(scheme: ConceptScheme): Operands {
  const code = fc.constantFrom(...codesOf(scheme));
  return someOf({ eq: code, ne: code, in: several(code), isNull: flag }, 2);
}

/** What only says of which value the other operators speak. */
const modifiers = ['language', 'currency', 'scheme'];

/** A condition for each of the choices, and another for each beside a modifier. */
const eachOf = (choices: Choices): fc.Arbitrary<PlainFilter>[] => {
  const modifier = modifiers.find((name) => name in choices);
  const beside = modifier ? { [modifier]: choices[modifier] ?? fc.constant(null) } : null;
  return Object.entries(choices).flatMap(([name, operand]) => [
    fc.record({ [name]: operand }),
    ...(beside && name !== modifier ? [fc.record({ ...beside, [name]: operand })] : []),
  ]);
};

/** Parts of texts, in another case too. */
const parts = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  texts.chain((text) =>
    fc.constantFrom(
      text,
      text.slice(0, 2),
      text.slice(1),
      text.slice(1, 3),
      text.toUpperCase(),
      text.toLowerCase(),
    ),
  );

/** At most so many of the choices; now and then none, and now and then one that is null and counts as not given. */
const someOf = (choices: Choices, most: number): fc.Arbitrary<PlainFilter> => {
  const names = Object.keys(choices);
  if (names.length === 0) return fc.constant({});
  const some = fc
    .uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: most })
    .chain((chosen) =>
      fc.record(Object.fromEntries(chosen.map((name) => [name, choices[name] ?? fc.constant(null)]))),
    );
  const without = fc.constantFrom(...names).map((name): PlainFilter => ({ [name]: null }));
  return fc.oneof(
    { weight: 20, arbitrary: some },
    { weight: 1, arbitrary: without },
    { weight: 1, arbitrary: fc.constant<PlainFilter>({}) },
  );
};

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
