/** The columns of a table. They follow from the query and the schema only, not from the data. */
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql';
import { isConnection } from '../../graphql/cost/parents';
import { DecimalScalar } from '../../graphql/scalars';
import type { ColumnOptions } from './column-options';
import { dayOf } from './days';
import { BadUserInput } from '../../errors';
import type { Column, NamelessColumn, Step } from './column';
import { withNames } from './column-names';
import { columnsForKeys } from './group-keys';
import { isList, isRecord, recordFields, typeOf, type List } from './list';
import { below, type Selected, type Surroundings } from './selection';

/**
 * The columns of a list, in the order of the query.
 * @param fields the fields selected at the root
 * @throws BadUserInput when there are none
 */
export function columnsOf(
  fields: readonly Selected[],
  list: List,
  around: Surroundings,
  options: ColumnOptions,
): Column[] {
  const way = list.path.map(({ name }) => name);
  const columns = withNames(fromLevel(0, fields, list, [], { ...around, ...options }), way);
  if (columns.length > 0) return columns;
  throw new BadUserInput(
    `The table would have no column, as the query asks for no value of "${way.join('.')}", or leaves out all of them. Ask for one that a record has.`,
  );
}

/** The columns of fields of a record, by names without the path to it. */
export const columnsBelow = (
  fields: readonly Selected[],
  around: Surroundings,
  options: ColumnOptions,
): Column[] =>
  withNames(
    fields.flatMap((field) => within(field, emptyPlace, { ...around, ...options })),
    [],
  );

/** The columns of the list, and of single values beside it on the path from the root. */
function fromLevel(
  level: number,
  fields: readonly Selected[],
  list: List,
  above: readonly string[],
  around: Making,
): NamelessColumn[] {
  const last = level === list.path.length - 1;
  // What a connection says about the whole list, such as the count, is left out.
  const shown = last && list.paged ? fields.filter(({ name }) => name === list.path[level]?.name) : fields;
  return shown.flatMap((field) => {
    if (field.name !== list.path[level]?.name) return beside(field, above, around);
    const inner = below(field, around);
    if (last) return inner.flatMap((each) => inRecord(each, list, around));
    return fromLevel(level + 1, inner, list, [...above, field.name], around);
  });
}

/** The columns of a field of a record. */
function inRecord(field: Selected, list: List, around: Making): NamelessColumn[] {
  const keys = columnsForKeys(field, list, around);
  if (keys)
    return keys.flatMap(({ shown, at }) => within(field, { ...emptyPlace, only: { shown, at } }, around));
  return within(field, field.name === list.items?.name ? { ...emptyPlace, isOne: true } : emptyPlace, around);
}

function beside(field: Selected, above: readonly string[], around: Making): NamelessColumn[] {
  if (isTypename(field) || isList(field, around)) return [];
  const steps = above.map((name) => ({ name, ofPage: false, levels: 0 }));
  return within(field, { ...emptyPlace, of: 'query', steps }, around);
}

/** The path to a field in the answer. */
interface Place {
  of: Column['of'];
  steps: readonly Step[];
  many: boolean;
  inConnection: boolean;
  /** The one value of a list that the next step leads to. */
  only?: { readonly shown: string; readonly at: number };
  /** Whether the list that the next step leads to was made into rows. */
  isOne?: true;
}

/** What columns are made of. */
type Making = Surroundings & ColumnOptions;

const emptyPlace: Place = { of: 'record', steps: [], many: false, inConnection: false };

/** The columns of a field: one for a leaf, those of its fields for an object. */
function within(field: Selected, place: Place, around: Making): NamelessColumn[] {
  const { name, parts } = field;
  if (isTypename(field) && isOfList(parts[0].parent)) return [];
  if (place.of === 'query' && isList(field, around)) return [];
  const ofPage = place.inConnection && recordFields.includes(parts[0].node.name.value);
  const { only, isOne, ...upTo } = place;
  const levels = only || isOne ? 0 : levelsOf(typeOf(field));
  const here: Place = {
    ...upTo,
    steps: [
      ...place.steps,
      { name, ofPage, levels, ...(only && { at: only.at, shown: `${name}.${only.shown}` }) },
    ],
    many: place.many || levels > 0,
    inConnection: isConnection(getNamedType(typeOf(field))),
  };
  if (isRecord(field)) return below(field, around).flatMap((inner) => within(inner, here, around));
  const { of, steps, many } = here;
  const type = getNamedType(typeOf(field));
  const labels =
    isEnumType(type) || isTypename(field) ? around.labelsOf(type.name, isTypename(field)) : undefined;
  const day = around.days && !many ? dayOf(field, steps, around.added) : undefined;
  return [
    {
      of,
      steps,
      many,
      decimal: type.name === DecimalScalar.name,
      ...(labels && { labels }),
      ...(day && { day }),
    },
  ];
}

const isTypename = ({ parts: [{ node }] }: Selected): boolean => node.name.value === '__typename';

/** Types that only wrap the records of a list. Many clients select their `__typename` everywhere, but it says nothing about a record. */
const isOfList = (type: GraphQLNamedType): boolean =>
  isConnection(type) || isEdge(type) || type.name === 'PageInfo';

const isEdge = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && type.name.endsWith('Edge') && 'cursor' in type.getFields();

function levelsOf(type: GraphQLOutputType): number {
  const nullable = getNullableType(type);
  return isListType(nullable) ? 1 + levelsOf(nullable.ofType) : 0;
}
