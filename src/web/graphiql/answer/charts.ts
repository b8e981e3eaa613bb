// What of an answer can be drawn as a chart: counts as bars, a matrix, times on a line, places on a map.
import type { GraphQLSchema } from 'graphql';
import type { AnsweredObject } from './objects';
import { days, daysOf } from './days';
import { below, isLink, isRecord, nameOf, pathTo, textIn, withSurroundings } from './records';
import { numbersIn, rowsIn } from './rows';

export interface BarsChart {
  readonly kind: 'bars';
  readonly title: string;
  /** The meanings of the parts of each bar; empty where a bar has one. */
  readonly parts: readonly string[];
  readonly lines: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly currency: string | null;
}

export interface MatrixChart {
  readonly kind: 'matrix';
  readonly title: string;
  readonly rows: readonly AnsweredObject[];
  readonly columns: readonly AnsweredObject[];
  /** What the links of a row and a column say; undefined where there is none. */
  readonly says: (row: number, column: number) => string | undefined;
}

export interface TimelineChart {
  readonly kind: 'timeline';
  readonly groups: readonly { readonly name: string; readonly items: readonly AnsweredObject[] }[];
}

export interface MapChart {
  readonly kind: 'map';
  readonly places: readonly {
    readonly object: AnsweredObject;
    readonly latitude: number;
    readonly longitude: number;
  }[];
}

export type Chart = BarsChart | MatrixChart | TimelineChart | MapChart;

/** All that can be drawn; the more telling first. */
export function chartsIn(root: AnsweredObject, schema: GraphQLSchema): Chart[] {
  const objects = [...withSurroundings(root)];
  return [
    ...objects.flatMap(([object]) => matrixOf(object) ?? []),
    ...objects.flatMap(([object, around]) => facetOf(object, around) ?? []),
    ...objects.flatMap(([object, around]) => groupsOf(object, around) ?? []),
    ...barsIn(root),
    ...(mapIn(objects.map(([object]) => object)) ?? []),
    ...(timelineIn(objects, schema) ?? []),
  ];
}

const keyOf = (object: AnsweredObject): string =>
  textIn(object, 'id', 'iri', 'slug', 'name', 'acronym') ?? '';

function matrixOf(object: AnsweredObject): MatrixChart | null {
  if (object.type !== 'Matrix') return null;
  const cells = new Map(
    below(object, 'cells').map((cell) => [
      `${keyOf(below(cell, 'row')[0] ?? cell)}\n${keyOf(below(cell, 'column')[0] ?? cell)}`,
      cell,
    ]),
  );
  const [rows, columns] = [below(object, 'rows'), below(object, 'columns')];
  if (cells.size === 0 || rows.length === 0 || columns.length === 0) return null;
  return {
    kind: 'matrix',
    title: object.name,
    rows,
    columns,
    says: (row, column) => {
      const [one, other] = [rows[row], columns[column]];
      const cell = one && other && cells.get(`${keyOf(one)}\n${keyOf(other)}`);
      return cell && linksOf(cell);
    },
  };
}

/** What the links of a cell are, as far as that was asked for. */
const linksOf = (cell: AnsweredObject): string =>
  [...new Set(below(cell, 'links').flatMap((link) => textIn(link, 'roleLabel', 'role', 'kind') ?? []))].join(
    ', ',
  );

function facetOf(facet: AnsweredObject, around: readonly AnsweredObject[]): BarsChart | null {
  const buckets = below(facet, 'buckets').filter(({ values }) => typeof values.get('count') === 'number');
  if (facet.type !== 'Facet' || buckets.length === 0) return null;
  return {
    kind: 'bars',
    title: [pathTo(facet, around), textIn(facet, 'by')].filter(Boolean).join(': '),
    parts: [],
    lines: buckets.map((bucket) => ({
      name: textIn(bucket, 'label', 'value') ?? '',
      values: [bucket.values.get('count') as number],
    })),
    currency: null,
  };
}

/** More parts than there are fillings cannot be told from each other. */
const mostParts = 6;

/** The groups of an aggregate; with two keys, the second ones are the parts of a bar if they are few. */
function groupsOf(aggregate: AnsweredObject, around: readonly AnsweredObject[]): BarsChart | null {
  if (!aggregate.type.endsWith('Aggregate')) return null;
  const groups = below(aggregate, 'groups').flatMap((group) => {
    const count = group.values.get('count');
    const keys = below(group, 'keys').map((key) => labelOf(key, aggregate));
    return typeof count === 'number' && keys.length > 0 ? [{ keys, count }] : [];
  });
  if (groups.length === 0) return null;
  const chart = { kind: 'bars', title: pathTo(aggregate, around), currency: null } as const;
  const seconds = [...new Set(groups.map(({ keys }) => keys[1]))];
  if (groups.every(({ keys }) => keys.length === 2) && seconds.length <= mostParts) {
    const firsts = [...new Set(groups.map(({ keys }) => keys[0] ?? ''))];
    const of = (first: string, second: string | undefined) =>
      groups.find(({ keys }) => keys[0] === first && keys[1] === second)?.count ?? null;
    return {
      ...chart,
      parts: seconds.map((second) => second ?? ''),
      lines: firsts.map((name) => ({ name, values: seconds.map((second) => of(name, second)) })),
    };
  }
  return {
    ...chart,
    parts: [],
    lines: groups.map(({ keys, count }) => ({ name: keys.join(' · '), values: [count] })),
  };
}

/** What people call a key; its axis may say so once for all groups. */
function labelOf(key: AnsweredObject, aggregate: AnsweredObject): string {
  const value = textIn(key, 'value');
  const named = below(aggregate, 'axes')
    .flatMap((axis) => below(axis, 'values'))
    .find((each) => textIn(each, 'value') === value);
  return textIn(key, 'label') ?? (named && textIn(named, 'label')) ?? value ?? '–';
}

/** A chart for each number that the rows of a list have. */
function barsIn(root: AnsweredObject): BarsChart[] {
  return rowsIn(root).flatMap(({ path, rows }) => {
    if (rows.length < 2 || ['Facet', 'FacetBucket'].includes(rows[0]?.type ?? '')) return [];
    if (rows.some(({ type }) => type.endsWith('Group'))) return [];
    const names = rows.map(nameOf);
    if (names.every((name) => name === undefined)) return [];
    return numbersIn(rows).map(({ path: below, values, currency }): BarsChart => ({
      kind: 'bars',
      title: [...path, ...below].join('.'),
      parts: [],
      lines: names.map((name, index) => ({ name: name ?? '–', values: [values[index] ?? null] })),
      currency,
    }));
  });
}

function mapIn(objects: readonly AnsweredObject[]): [MapChart] | null {
  const places = objects.flatMap((object) => {
    const [place] = object.inner.filter(({ type }) => type === 'GeoPoint');
    const [latitude, longitude] = [place?.values.get('latitude'), place?.values.get('longitude')];
    return typeof latitude === 'number' && typeof longitude === 'number'
      ? [{ object, latitude, longitude }]
      : [];
  });
  return places.length > 0 ? [{ kind: 'map', places }] : null;
}

/** A time that was asked of fewer than two says more in words. */
const fewest = 2;

function timelineIn(
  objects: readonly (readonly [AnsweredObject, readonly AnsweredObject[]])[],
  schema: GraphQLSchema,
): [TimelineChart] | null {
  const groups = new Map<string, AnsweredObject[]>();
  for (const [object, around] of objects) {
    if (!isRecord(schema, object) && !isLink(schema, object)) continue;
    if (!days.some((day) => object.values.has(day)) || nameOf(object) === undefined) continue;
    const name = pathTo(object, around);
    groups.set(name, [...(groups.get(name) ?? []), object]);
  }
  const all = [...groups.values()].flat();
  const isDated = all.some((object) => Object.values(daysOf(object)).some((day) => day !== null));
  if (all.length < fewest || !isDated) return null;
  return [{ kind: 'timeline', groups: [...groups].map(([name, items]) => ({ name, items })) }];
}
