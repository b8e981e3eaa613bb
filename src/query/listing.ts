/** What lists there are and where their rows come from: all of a class, or those that hang on a parent. */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { columnsOf, columnOf, referenceColumn, tableOf } from '../resource/columns';
import {
  attributeOf,
  describe,
  otherSide,
  type Description,
  type List,
  type Side,
} from '../resource/description';
import type { Search } from './search/hits';
import { allOf, among, amongKeys, column, isOfClass, name, spans, validOn, type Reader } from './sql';

/** What narrows a list, beside its page. */
export interface ListArguments {
  /** A day (ISO 8601) on which the links, or the records themselves, must hold. */
  asOf?: string | null;
  /** Only links in one of these roles. */
  roles?: readonly string[] | null;
  /** Only links of these kinds. */
  kinds?: readonly string[] | null;
  direction?: 'OUTGOING' | 'INCOMING' | null;
}

/** The parents whose rows are read: by their keys, each in turn of those that a surrounding statement goes through, or all that there are. */
export type Parents = readonly string[] | EachParent | typeof everyParent;

/** All parents that a list hangs on. */
export const everyParent = 'every parent';

interface EachParent {
  /** The column in which the surrounding statement has the key of a parent. */
  readonly each: Sql;
}

const isEach = (parents: Parents): parents is EachParent => typeof parents === 'object' && 'each' in parents;

function isBelow(reader: Reader, parent: Sql, parents: Parents): Sql {
  if (parents === everyParent) return sql`${parent} IS NOT NULL`;
  return isEach(parents) ? sql`${parent} = ${parents.each}` : amongKeys(reader, parent, parents);
}

/** A list, ready to be paged and counted. Its rows stand under the alias `t`. */
export interface Listing {
  /** Where it stands in the schema, such as `Institution.participations`. */
  name: string;
  /** Class of the rows; null where they are only keys of records of any class. */
  of: Description | null;
  columns: readonly string[];
  /** FROM and WHERE; in lists that hang on a parent, only the rows below these. */
  source: (reader: Reader, parents: Parents) => Sql;
  /** The key of the parent, in lists that hang on one. */
  parent: Sql | null;
  /** The search that narrows it; each row then has a score. */
  search?: Search;
  /** In lists that are narrowed by nothing but their links: where the keys of the records stand beside the keys of their parents. */
  links?: LinkedKeys | undefined;
  /** The classes through whose tables it goes, beside those that only narrow it; left out where it is not known to be worth caching. */
  through?: readonly Description[] | 'all links';
  /** The classes that only narrow it. */
  narrowedBy?: ((reader: Reader) => readonly Description[]) | undefined;
}

/** Keys of records at the other end of links; the same key comes once for each link. */
export interface LinkedKeys {
  key: Sql;
  /** FROM and WHERE. */
  source: (reader: Reader, parents: Parents) => Sql;
}

const columnNames = (description: Description): string[] =>
  columnsOf(description)
    .map((column) => column.name)
    .filter((column) => column !== 'digest');

/** All records of a class. */
export function allOfClass(description: Description, { asOf, roles }: ListArguments): Listing {
  return {
    name: `Query.${description.path}`,
    of: description,
    through: [description],
    narrowedBy: runningOn(description, asOf),
    columns: columnNames(description),
    parent: null,
    source: () => {
      const conditions = [...(asOf ? [holdsOn(description, 't', asOf)] : []), ...rolesIn('t', roles)];
      return sql`FROM ${name(tableOf(description))} t WHERE ${allOf(conditions)}`;
    },
  };
}

/** The list that a class declares, under its records. */
export function declaredList(owner: Description, list: List, given: ListArguments): Listing {
  const listed = { name: `${owner.type}.${list.name}` };
  if (list.kind === 'inverse') return { ...listed, ...inverseList(describe(list.to()), list.by, given) };
  const link = describe(list.link());
  if (list.kind === 'links') return { ...listed, ...linkList(link, list.as, given) };
  const args = { ...given, roles: given.roles ?? list.roles };
  return { ...listed, ...throughList(link, list.as, list.to ? describe(list.to()) : null, args) };
}

type Unnamed = Omit<Listing, 'name'>;

function inverseList(description: Description, by: string, { asOf, roles }: ListArguments): Unnamed {
  const reference = description.references.find((candidate) => candidate.name === by);
  if (!reference) throw new Error(`${description.type} has no reference "${by}".`);
  const parent = column('t', referenceColumn(reference));
  return {
    of: description,
    through: [description],
    narrowedBy: runningOn(description, asOf),
    columns: columnNames(description),
    parent,
    source: (reader, parents) => {
      const conditions = [isBelow(reader, parent, parents), ...rolesIn('t', roles)];
      if (asOf) conditions.push(holdsOn(description, 't', asOf));
      return sql`FROM ${name(tableOf(description))} t WHERE ${allOf(conditions)}`;
    },
  };
}

function linkList(link: Description, as: Side, { asOf, roles }: ListArguments): Unnamed {
  const parent = column('t', `${as}_id`);
  return {
    of: link,
    through: [link],
    columns: columnNames(link),
    parent,
    source: (reader, parents) => {
      const conditions = [
        isBelow(reader, parent, parents),
        ...rolesIn('t', roles),
        ...(asOf ? [validOn('t', asOf)] : []),
      ];
      return sql`FROM ${name(tableOf(link))} t WHERE ${allOf(conditions)}`;
    },
  };
}

/** The distinct records at the other end of links: of one class with all their columns, of any class by their keys. */
function throughList(
  link: Description,
  as: Side,
  to: Description | null,
  { asOf, roles }: ListArguments,
): Unnamed {
  const near = column('l', `${as}_id`);
  const far = column('l', `${otherSide(as)}_id`);
  const edges = (reader: Reader, parents: Parents) => {
    const conditions = [
      isBelow(reader, near, parents),
      ...rolesIn('l', roles),
      ...(asOf ? [validOn('l', asOf)] : []),
    ];
    return sql`FROM ${name(tableOf(link))} l WHERE ${allOf(conditions)}`;
  };
  const ends = (reader: Reader, parents: Parents) =>
    sql`SELECT DISTINCT ${near} AS parent_id, ${far} AS id ${edges(reader, parents)}`;
  const links: LinkedKeys = {
    key: far,
    source: (reader, parents) =>
      to ? sql`${edges(reader, parents)} AND ${isOfClass(far, to)}` : edges(reader, parents),
  };
  if (!to) {
    return {
      of: null,
      through: [link],
      columns: ['id'],
      parent: raw('t.parent_id'),
      links,
      source: (reader, parents) => sql`FROM (${ends(reader, parents)}) t WHERE 1 = 1`,
    };
  }
  const table = sql`${name(tableOf(to))} t`;
  const holds = asOf ? holdsOn(to, 't', asOf) : raw('1 = 1');
  return {
    of: to,
    through: [link, to],
    narrowedBy: runningOn(to, asOf),
    columns: columnNames(to),
    parent: raw('e.parent_id'),
    links: asOf && isTimed(to) ? undefined : links,
    // Below one parent a record is listed once by itself. SQLite reads such a list in its order and no further than asked;
    // PostgreSQL does the same with the join, and would go through all records of the class without it.
    source: (reader, parents) =>
      isEach(parents) && reader.dialect === 'sqlite'
        ? sql`FROM ${table} WHERE t.id IN (SELECT ${far} ${edges(reader, parents)}) AND ${holds}`
        : sql`FROM (${ends(reader, parents)}) e JOIN ${table} ON t.id = e.id WHERE ${holds}`,
  };
}

/** The links of every type that begin or end at a record, from the view `link`, by their keys. */
export function linksOfAnyType({ asOf, kinds, direction }: ListArguments): Listing {
  const half = (reader: Reader, side: Side, parents: Parents, more: Sql) =>
    sql`SELECT l.id, ${column('l', `${side}_id`)} AS parent_id FROM link l WHERE ${isBelow(reader, column('l', `${side}_id`), parents)}${more}`;
  return {
    name: 'Resource.links',
    of: null,
    through: 'all links',
    columns: ['id'],
    parent: raw('t.parent_id'),
    source: (reader, parents) => {
      const narrowing = [
        ...(kinds ? [among(reader, raw('l.kind'), kinds)] : []),
        ...(asOf ? [validOn('l', asOf)] : []),
      ];
      const more = narrowing.length > 0 ? sql` AND ${allOf(narrowing)}` : empty;
      const outgoing = half(reader, 'source', parents, more);
      // A link of a record to itself counts once when both directions are read.
      const incoming = half(
        reader,
        'target',
        parents,
        direction ? more : sql`${more} AND l.target_id <> l.source_id`,
      );
      const halves =
        direction === 'OUTGOING' ? [outgoing] : direction === 'INCOMING' ? [incoming] : [outgoing, incoming];
      return sql`FROM (${join(halves, ' UNION ALL ')}) t WHERE 1 = 1`;
    },
  };
}

const rolesIn = (alias: string, roles: readonly string[] | null | undefined): Sql[] =>
  roles ? [roles.length > 0 ? sql`${column(alias, 'role')} IN (${join(roles)})` : raw('1 = 0')] : [];

/** Whether records of a class can be asked for a day: links, what runs by a link type, what has dates of its own. */
export const isTimed = (description: Description): boolean =>
  description.kind === 'link' ||
  description.runsBy !== undefined ||
  attributeOf(description, 'startsOn') !== undefined;

/** The side on which the records of a class stand in the links by which they run. */
export const sideOfRun = (description: Description, link: Description): Side =>
  link.ends.find((end) => end.to().map(describe).includes(description))?.side ?? 'target';

/** The links that tell whether records of a class hold on a day. */
const runningOn = ({ runsBy }: Description, day: string | null | undefined) =>
  day && runsBy ? () => [describe(runsBy())] : undefined;

/** Whether a record of a class holds on a day. Records of classes that cannot be asked for a day always do. */
export function holdsOn(description: Description, alias: string, day: string): Sql {
  if (!isTimed(description)) return raw('1 = 1');
  if (description.kind === 'link') return validOn(alias, day);
  if (description.runsBy) {
    const link = describe(description.runsBy());
    const known = sql`SELECT 1 FROM ${name(tableOf(link))} l WHERE ${column('l', `${sideOfRun(description, link)}_id`)} = ${column(alias, 'id')}`;
    // What no link is known of that says when it ran is not limited by a day, as nothing is of which a date is not known.
    return sql`(EXISTS (${known} AND ${validOn('l', day)}) OR NOT EXISTS (${known}))`;
  }
  const bound = (attribute: string) => column(alias, columnOf({ name: attribute }));
  return spans(bound('startsOn'), bound('endsOn'), day);
}
