/** Compiles a filter of any depth to one SQL condition with parameters. */
import sql, { raw, type Sql } from 'sql-template-tag';
import { endColumn, referenceColumn } from '../../resource/columns';
import {
  attributeOf,
  describe,
  endOf,
  otherSide,
  type Description,
  type End,
  type List,
  type RecordClass,
} from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { evidenceTable, identifierTable } from '../../resource/statements';
import type { Holding } from '../../vocabulary/holding';
import { holdsOn } from '../holding';
import { linksFrom, pointerColumn, table } from '../relation';
import { allOf, anyOf, column, isOfClass, name, type Reader } from '../sql';
import { evidenceConditions } from './evidence';
import type { Filter } from './filter';
import { identifierConditions } from './identifier';
import { isIdAmong, meetsUniqueIdentifier } from './keys';
import { compare, type Comparisons } from './operators';

export class Compiler {
  /** The classes whose tables the conditions use. Identifiers and evidence count as part of their record's class. */
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
      case 'id':
        return isIdAmong(this.reader, column(row.alias, 'id'), value as Comparisons);
      case 'identifier':
        return this.identifier(row, value as Comparisons);
      case 'evidence':
        return this.evidence(row, value as Filter);
      case 'validOn':
        return sql`(${holdsOn(this.reader, row.alias, { asOf: value as string })})`;
      case 'holding': {
        const { on: asOf, in: holding } = value as { on: string; in: readonly Holding[] };
        return sql`(${holdsOn(this.reader, row.alias, { asOf, holding })})`;
      }
      default:
        return this.declared(row, field, value as Filter);
    }
  }

  private declared(row: RowUnder, field: string, value: Filter): Sql {
    const { description, alias } = row;
    const named = ({ name }: { name: string }) => name === field;
    const attribute = attributeOf(description, field);
    if (attribute) return compare(this.reader, attribute, alias, value);
    const unique = description.uniqueIdentifiers.find(named);
    if (unique)
      return meetsUniqueIdentifier(this.reader, column(alias, 'id'), { of: description, ...unique }, value);
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
    const key = column(row.alias, endColumn(end.side));
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
    const someRow = (filter: unknown, isMet: boolean) => {
      const listed = this.rowsOf(list, this.alias());
      const met = listed.meets(filter as Filter, isMet);
      return this.isOf(row, {
        key: column(row.alias, 'id'),
        keys: listed.parent,
        from: listed.from,
        condition: allOf([
          ...this.linksOf(row.description, list, listed.parent),
          ...listed.narrowing,
          isMet ? met : sql`NOT (${met})`,
        ]),
      });
    };
    return allOf([
      ...(some == null ? [] : [someRow(some, true)]),
      ...(every == null ? [] : [sql`NOT ${someRow(every, false)}`]),
      ...(none == null ? [] : [sql`NOT ${someRow(none, true)}`]),
    ]);
  }

  /** Of links whose end may be of several classes, only those of the owner's class are read: there may be few among very many. */
  private linksOf(owner: Description, list: List, parent: Sql): Sql[] {
    if (list.kind === 'inverse') return [];
    const end = describe(list.link()).ends.find(({ side }) => side === list.as);
    return end && this.registry.classesOf(end).length > 1 ? [isOfClass(parent, owner)] : [];
  }

  /** The rows of a list under an alias. */
  private rowsOf(list: List, alias: string): ListedRows {
    if (list.kind === 'through' && !list.to) {
      const link = describe(list.link());
      this.classes.add(link);
      const { table: links, near, narrowing } = linksFrom(link, list.as, list.roles, alias);
      const far = endOf(link, otherSide(list.as));
      const meets = (filter: Filter, mustHold: boolean) =>
        this.end({ description: link, alias, mustHold }, far, filter);
      return { parent: near, from: sql`FROM ${links}`, narrowing, meets };
    }
    const of = describe(list.kind === 'links' ? list.link() : (list.to as () => RecordClass)());
    this.classes.add(of);
    const rows = table(of, alias);
    const ofClass = (parent: Sql, from: Sql): ListedRows => ({
      parent,
      from,
      narrowing: [],
      meets: (filter, mustHold) => this.all({ description: of, alias, mustHold }, filter),
    });
    if (list.kind === 'inverse') return ofClass(column(alias, pointerColumn(of, list.by)), sql`FROM ${rows}`);
    if (list.kind === 'links') return ofClass(column(alias, endColumn(list.as)), sql`FROM ${rows}`);
    const link = describe(list.link());
    this.classes.add(link);
    const { table: links, near, far, narrowing } = linksFrom(link, list.as, list.roles, this.alias());
    const on = allOf([sql`${column(alias, 'id')} = ${far}`, ...narrowing]);
    return ofClass(near, sql`FROM ${links} JOIN ${rows} ON ${on}`);
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

  /** All conditions must hold for the same statement. */
  private evidence(row: RowUnder, { citedFrom, ...comparisons }: Filter): Sql {
    const inner = this.alias();
    const keys = column(inner, 'subject_id');
    const conditions = [
      isOfClass(keys, row.description),
      ...evidenceConditions(this.reader, inner, comparisons),
    ];
    if (citedFrom != null) {
      const source = column(inner, 'source_id');
      const statement = { ...row, alias: inner, mustHold: true };
      conditions.push(this.record(statement, this.registry.source.class, source, citedFrom as Filter));
    }
    return this.isOf(row, {
      key: column(row.alias, 'id'),
      keys,
      from: sql`FROM ${name(evidenceTable.name)} ${raw(inner)}`,
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

/** The rows of a list: its records, or its links where the records may be of any class. */
interface ListedRows {
  /** The column with the parent's key. */
  parent: Sql;
  /** FROM with its joins. */
  from: Sql;
  /** Conditions on the rows whatever the filter. */
  narrowing: readonly Sql[];
  /** Whether the record of a row satisfies a filter. */
  meets: (filter: Filter, mustHold: boolean) => Sql;
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
