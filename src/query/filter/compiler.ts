/** Compiles a filter of any depth to one SQL condition with parameters. */
import sql, { raw, type Sql } from 'sql-template-tag';
import { endColumn, referenceColumn } from '../../resource/columns';
import {
  attributeOf,
  describe,
  type Description,
  type End,
  type List,
  type RecordClass,
} from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { evidenceTable, identifierTable } from '../../resource/statements';
import type { Holding } from '../../vocabulary/holding';
import { holdsOn } from '../holding';
import { table } from '../relation';
import { allOf, anyOf, column, isOfClass, name, type Reader } from '../sql';
import { evidenceConditions } from './evidence';
import type { Filter } from './filter';
import { identifierConditions } from './identifier';
import { isIdAmong, meetsUniqueIdentifier } from './keys';
import { listedRows } from './listed-rows';
import { isAmong, type RowUnder } from './membership';
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

  /** The condition that a row satisfies a filter. */
  all(row: RowUnder, filter: Filter): Sql {
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
    return isAmong(this.reader, row, { key, keys: column(alias, 'id'), from, condition });
  }

  /** If an end may be of several classes, its filter has a field for each. */
  end(row: RowUnder, end: End, filter: Filter): Sql {
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
      const listed = listedRows(list, this);
      const met = listed.meets(filter as Filter, isMet);
      return isAmong(this.reader, row, {
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

  private identifier(row: RowUnder, comparisons: Comparisons): Sql {
    const inner = this.alias();
    const conditions = identifierConditions(this.reader, inner, comparisons);
    const from = sql`FROM ${name(identifierTable.name)} ${raw(inner)}`;
    return isAmong(this.reader, row, {
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
    return isAmong(this.reader, row, {
      key: column(row.alias, 'id'),
      keys,
      from: sql`FROM ${name(evidenceTable.name)} ${raw(inner)}`,
      condition: allOf(conditions),
    });
  }

  /** A new alias for a table. */
  alias(): string {
    this.aliases += 1;
    return `f${this.aliases}`;
  }
}

/** The filter field for one of the possible classes of an end: `FundingPeriod` becomes `fundingPeriod`. */
export const fieldOf = ({ name: type }: RecordClass): string => type.charAt(0).toLowerCase() + type.slice(1);
