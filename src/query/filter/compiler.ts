/** Compiles a filter of any depth to one SQL condition with parameters. */
import sql, { raw, type Sql } from 'sql-template-tag';
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
import { linksFrom, pointerColumn, table } from '../relation';
import { allOf, anyOf, column, isOfClass, name, validOn, type Reader } from '../sql';
import type { Filter } from './filter';
import { identifierConditions } from './identifier';
import { compare, type Comparisons } from './operators';

export class Compiler {
  /** The classes whose tables the conditions use. Identifiers count as part of their record's class. */
  readonly classes = new Set<Description>();
  private aliases = 0;

  constructor(
    private readonly reader: Reader,
    private readonly registry: Registry,
  ) {}

  /** The condition that the row under `alias` satisfies a filter. */
  condition(description: Description, filter: Filter, alias: string): Sql {
    return this.all({ description, alias, mustHold: true }, filter);
  }

  private all(row: RowUnder, filter: Filter): Sql {
    const given = Object.entries(filter).filter(([, value]) => value != null);
    return allOf(given.map(([field, value]) => this.part(row, field, value)));
  }

  private part(row: RowUnder, field: string, value: unknown): Sql {
    const mayFail = { ...row, mustHold: false };
    switch (field) {
      case 'and':
        return allOf((value as Filter[]).map((filter) => this.all(row, filter)));
      case 'or':
        return anyOf((value as Filter[]).map((filter) => this.all(mayFail, filter)));
      case 'not':
        return sql`NOT (${this.all(mayFail, value as Filter)})`;
      case 'identifier':
        return this.identifier(row, value as Comparisons);
      case 'validOn':
        return sql`(${validOn(row.alias, value as string)})`;
      default:
        return this.declared(row, field, value as Filter);
    }
  }

  private declared(row: RowUnder, field: string, value: Filter): Sql {
    const { description, alias } = row;
    const named = ({ name }: { name: string }) => name === field;
    const attribute = attributeOf(description, field);
    if (attribute) return compare(this.reader, attribute, alias, value);
    const reference = description.references.find(named);
    if (reference) return this.record(row, reference.to(), column(alias, referenceColumn(reference)), value);
    const end = description.ends.find(named);
    if (end) return this.end(row, end, value);
    const list = description.lists.find(named);
    if (list) return this.list(row, list, value);
    throw new Error(`${description.type} cannot be filtered by "${field}".`);
  }

  /** Whether a key is that of a record of a class that satisfies a filter. */
  private record(row: RowUnder, target: RecordClass, key: Sql, filter: Filter): Sql {
    const description = describe(target);
    this.classes.add(description);
    const alias = this.alias();
    const from = sql`FROM ${table(description, alias)}`;
    const condition = this.condition(description, filter, alias);
    return this.isOf(row, { key, keys: column(alias, 'id'), from, condition });
  }

  /** If an end may be of several classes, its filter has a field for each. */
  private end(row: RowUnder, end: End, filter: Filter): Sql {
    const key = column(row.alias, `${end.side}_id`);
    const classes = this.registry.classesOf(end);
    const [only, ...others] = classes;
    if (only && others.length === 0) return this.record(row, only, key, filter);
    const given = Object.entries(filter).filter(([, value]) => value != null);
    return allOf(
      given.map(([field, value]) => {
        const target = classes.find((candidate) => fieldOf(candidate) === field);
        if (!target) throw new Error(`The end "${end.name}" has no class for "${field}".`);
        return this.record(row, target, key, value as Filter);
      }),
    );
  }

  /** Whether some, every or none of a list's records satisfy a filter. `every` is true for an empty list. */
  private list(row: RowUnder, list: List, { some, every, none }: Filter): Sql {
    const someMeets = (filter: Filter) => {
      const inner = this.alias();
      const { parent, from, of } = this.rowsOf(list, inner);
      const conditions = [...this.linksOf(row.description, list, parent), this.condition(of, filter, inner)];
      return this.isOf(row, {
        key: column(row.alias, 'id'),
        keys: parent,
        from,
        condition: allOf(conditions),
      });
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

  private identifier(row: RowUnder, comparisons: Comparisons): Sql {
    const inner = this.alias();
    const conditions = identifierConditions(this.reader, inner, comparisons);
    const from = sql`FROM ${name(identifierTable.name)} ${raw(inner)}`;
    return this.isOf(row, {
      key: column(row.alias, 'id'),
      keys: column(inner, 'subject_id'),
      from,
      condition: allOf(conditions),
    });
  }

  /**
   * Whether a key is in a column of the rows that satisfy a condition. A subquery that does not depend on the key is evaluated once, so
   * that a filter over many links costs the sum of its steps and not their product. Where the condition must hold, PostgreSQL
   * chooses by itself whether to do so (a semi-join or anti-join).
   */
  private isOf({ mustHold }: RowUnder, { key, keys, from, condition }: Membership): Sql {
    return mustHold && this.reader.dialect === 'postgres'
      ? sql`EXISTS (SELECT 1 ${from} WHERE ${keys} = ${key} AND ${condition})`
      : sql`(${key} IS NOT NULL AND ${key} IN (SELECT ${keys} ${from} WHERE ${keys} IS NOT NULL AND ${condition}))`;
  }

  private alias(): string {
    this.aliases += 1;
    return `f${this.aliases}`;
  }
}

/** A row that a filter is about. */
interface RowUnder {
  description: Description;
  alias: string;
  /** Whether each condition must hold, rather than be one of several, or not hold. */
  mustHold: boolean;
}

/** A key, and the column of some rows in which it is looked up. */
interface Membership {
  key: Sql;
  keys: Sql;
  /** FROM with its joins. */
  from: Sql;
  condition: Sql;
}

/** The filter field for one of the possible classes of an end: `FundingPeriod` becomes `fundingPeriod`. */
export const fieldOf = ({ name: type }: RecordClass): string => type.charAt(0).toLowerCase() + type.slice(1);
