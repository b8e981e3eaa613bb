/** Compiles a filter of any depth to one SQL condition with parameters. */
import sql, { raw, type Sql } from 'sql-template-tag';
import { BadUserInput } from '../../errors';
import { referenceColumn } from '../../resource/columns';
import {
  attributeOf,
  describe,
  type Description,
  type End,
  type List,
  type RecordClass,
} from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { identifierTable } from '../../resource/statements';
import type { Listing } from '../listing';
import { linksFrom, pointerColumn, table } from '../relation';
import { allOf, anyOf, column, isOfClass, name, validOn, type Reader } from '../sql';
import { identifierConditions } from './identifier';
import { compare, type Comparisons } from './operators';

/** A filter as the client sent it. Null fields count as absent. An empty filter matches every record. */
export type Filter = Readonly<Record<string, unknown>>;

/**
 * A list restricted by a filter.
 * @throws BadUserInput for a filter that is too large
 */
export function filtered(listing: Listing, filter: Filter | null | undefined, registry: Registry): Listing {
  const { of } = listing;
  if (!filter || !of) return listing;
  checkSize(filter);
  return {
    ...listing,
    links: undefined,
    narrowedBy: (reader) => {
      const compiler = new Compiler(reader, registry);
      compiler.condition(of, filter, 't');
      return [...(listing.narrowedBy?.(reader) ?? []), ...compiler.classes];
    },
    source: (reader, parents) =>
      sql`${listing.source(reader, parents)} AND ${new Compiler(reader, registry).condition(of, filter, 't')}`,
  };
}

/** A filter without its conditions on one field, at the top level or in `and`. */
export function withoutField(filter: Filter | null | undefined, field: string): Filter | null {
  if (!filter) return null;
  const { [field]: _, and, ...others } = filter;
  return and ? { ...others, and: (and as Filter[]).map((part) => withoutField(part, field)) } : others;
}

/** Limits of a filter. Databases refuse conditions a few times larger. */
const deepest = 32;
const mostConditions = 500;

function checkSize(filter: Filter): void {
  let conditions = 0;
  const visit = (part: unknown, level: number): void => {
    if (Array.isArray(part)) for (const item of part) visit(item, level);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return;
    conditions += 1;
    if (conditions > mostConditions) {
      throw new BadUserInput(
        `"filter" has more than ${mostConditions} conditions. To compare a field with many values, give them to "in" or "hasAny".`,
      );
    }
    if (level > deepest) {
      throw new BadUserInput(
        `"filter" is more than ${deepest} levels deep. Begin at a list that is nearer to what you ask about.`,
      );
    }
    for (const inner of Object.values(part)) visit(inner, level + 1);
  };
  visit(filter, 1);
}

class Compiler {
  /** The classes whose tables the conditions use. Identifiers count as part of their record's class. */
  readonly classes = new Set<Description>();
  private aliases = 0;

  constructor(
    private readonly reader: Reader,
    private readonly registry: Registry,
  ) {}

  /** The condition that the row under `alias` satisfies a filter. */
  condition(description: Description, filter: Filter, alias: string): Sql {
    const given = Object.entries(filter).filter(([, value]) => value != null);
    return allOf(given.map(([field, value]) => this.part(description, alias, field, value)));
  }

  private part(description: Description, alias: string, field: string, value: unknown): Sql {
    switch (field) {
      case 'and':
        return allOf((value as Filter[]).map((filter) => this.condition(description, filter, alias)));
      case 'or':
        return anyOf((value as Filter[]).map((filter) => this.condition(description, filter, alias)));
      case 'not':
        return sql`NOT (${this.condition(description, value as Filter, alias)})`;
      case 'identifier':
        return this.identifier(alias, value as Comparisons);
      case 'validOn':
        return sql`(${validOn(alias, value as string)})`;
      default:
        return this.declared(description, alias, field, value as Filter);
    }
  }

  private declared(description: Description, alias: string, field: string, value: Filter): Sql {
    const named = ({ name }: { name: string }) => name === field;
    const attribute = attributeOf(description, field);
    if (attribute) return compare(this.reader, attribute, alias, value);
    const reference = description.references.find(named);
    if (reference) return this.record(reference.to(), column(alias, referenceColumn(reference)), value);
    const end = description.ends.find(named);
    if (end) return this.end(end, alias, value);
    const list = description.lists.find(named);
    if (list) return this.list(description, list, alias, value);
    throw new Error(`${description.type} cannot be filtered by "${field}".`);
  }

  /** Whether a key is that of a record of a class that satisfies a filter. */
  private record(target: RecordClass, key: Sql, filter: Filter): Sql {
    const description = describe(target);
    this.classes.add(description);
    const alias = this.alias();
    const from = sql`FROM ${table(description, alias)}`;
    return isOf(key, column(alias, 'id'), from, this.condition(description, filter, alias));
  }

  /** If an end may be of several classes, its filter has a field for each. */
  private end(end: End, alias: string, filter: Filter): Sql {
    const key = column(alias, `${end.side}_id`);
    const classes = this.registry.classesOf(end);
    const [only, ...others] = classes;
    if (only && others.length === 0) return this.record(only, key, filter);
    const given = Object.entries(filter).filter(([, value]) => value != null);
    return allOf(
      given.map(([field, value]) => {
        const target = classes.find((candidate) => fieldOf(candidate) === field);
        if (!target) throw new Error(`The end "${end.name}" has no class for "${field}".`);
        return this.record(target, key, value as Filter);
      }),
    );
  }

  /** Whether some, every or none of a list's records satisfy a filter. `every` is true for an empty list. */
  private list(owner: Description, list: List, alias: string, { some, every, none }: Filter): Sql {
    const someMeets = (filter: Filter) => {
      const inner = this.alias();
      const { parent, from, of } = this.rowsOf(list, inner);
      const conditions = [...this.linksOf(owner, list, parent), this.condition(of, filter, inner)];
      return isOf(column(alias, 'id'), parent, from, allOf(conditions));
    };
    return allOf([
      ...(some == null ? [] : [someMeets(some as Filter)]),
      ...(every == null ? [] : [sql`NOT ${someMeets({ not: every })}`]),
      ...(none == null ? [] : [sql`NOT ${someMeets(none as Filter)}`]),
    ]);
  }

  /** Of links whose end may be of several classes, only those of the owner's class are read: there may be few among very many. */
  private linksOf(owner: Description, list: List, parent: Sql): Sql[] {
    if (list.kind === 'inverse') return [];
    const end = describe(list.link()).ends.find(({ side }) => side === list.as);
    return end && this.registry.classesOf(end).length > 1 ? [isOfClass(parent, owner)] : [];
  }

  /** The rows of a list under an alias, their class, and the column with the parent's key. */
  private rowsOf(list: List, alias: string): { parent: Sql; from: Sql; of: Description } {
    if (list.kind === 'through' && !list.to)
      throw new Error(`"${list.name}" holds records of any class and cannot be filtered by.`);
    const of = describe(list.kind === 'links' ? list.link() : (list.to as () => RecordClass)());
    this.classes.add(of);
    const rows = table(of, alias);
    if (list.kind === 'inverse')
      return { parent: column(alias, pointerColumn(of, list.by)), from: sql`FROM ${rows}`, of };
    if (list.kind === 'links') return { parent: column(alias, `${list.as}_id`), from: sql`FROM ${rows}`, of };
    const link = describe(list.link());
    this.classes.add(link);
    const { table: links, near, far, narrowing } = linksFrom(link, list.as, list.roles, this.alias());
    const on = allOf([sql`${column(alias, 'id')} = ${far}`, ...narrowing]);
    return { parent: near, from: sql`FROM ${links} JOIN ${rows} ON ${on}`, of };
  }

  private identifier(alias: string, comparisons: Comparisons): Sql {
    const inner = this.alias();
    const conditions = identifierConditions(this.reader, inner, comparisons);
    const from = sql`FROM ${name(identifierTable.name)} ${raw(inner)}`;
    return isOf(column(alias, 'id'), column(inner, 'subject_id'), from, allOf(conditions));
  }

  private alias(): string {
    this.aliases += 1;
    return `f${this.aliases}`;
  }
}

/**
 * Whether a key is in a column of the rows that satisfy a condition. The subquery does not depend on the key, so a database
 * evaluates it once and not per record: the cost of a filter over many links is the sum of its steps, not their product.
 */
const isOf = (key: Sql, keys: Sql, from: Sql, condition: Sql): Sql =>
  sql`(${key} IS NOT NULL AND ${key} IN (SELECT ${keys} ${from} WHERE ${keys} IS NOT NULL AND ${condition}))`;

/** The filter field for one of the possible classes of an end: `FundingPeriod` becomes `fundingPeriod`. */
export const fieldOf = ({ name: type }: RecordClass): string => type.charAt(0).toLowerCase() + type.slice(1);
