/** The columns of a table, from the query and the schema alone: they are the same whatever the records hold. */
import { getNamedType } from 'graphql';
import { isConnection } from '../../graphql/cost/parents';
import { BadUserInput } from '../../errors';
import { holdsMany, isRecord, recordFields, typeOf, type List } from './list';
import { below, type Selected, type Surroundings } from './selection';

/** One column. */
export interface Column {
  /** Names of the fields down to the value, with dots between. */
  readonly name: string;
  /** Whether the value stands in each record of the list, or beside the list and is the same in all rows. */
  readonly of: 'record' | 'query';
  /** What leads to the value in the answer. */
  readonly steps: readonly Step[];
  /** Whether there may be several values, as a list stands on the way. */
  readonly many: boolean;
}

/** A field on the way to a value. */
export interface Step {
  /** Its name in the answer. */
  readonly name: string;
  /** Whether it has the records of a page, which may go on, and not what a connection says of its whole list. */
  readonly ofPage: boolean;
}

/**
 * The columns of a list, in the order of the query.
 * @param fields what the root of the operation selects.
 * @throws BadUserInput where two would have the same name.
 */
export function columnsOf(fields: readonly Selected[], list: List, around: Surroundings): Column[] {
  const columns = fromLevel(0, fields, list, [], around);
  const names = columns.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return columns;
  throw new BadUserInput(`Two columns would be called "${twice}". Give one of the fields an alias.`);
}

/** The columns of the list, and of the single values beside it on the way down from the root. */
function fromLevel(
  level: number,
  fields: readonly Selected[],
  list: List,
  above: readonly string[],
  around: Surroundings,
): Column[] {
  const last = level === list.path.length - 1;
  // What a connection says beside its records, such as their count, is no part of the table.
  const shown = last && list.paged ? fields.filter(({ name }) => name === list.path[level]?.name) : fields;
  return shown.flatMap((field) => {
    if (field.name !== list.path[level]?.name) return beside(field, above, around);
    const inner = below(field, around);
    if (last) return inner.flatMap((each) => within(each, emptyPlace, around));
    return fromLevel(level + 1, inner, list, [...above, field.name], around);
  });
}

function beside(field: Selected, above: readonly string[], around: Surroundings): Column[] {
  if (field.parts[0].node.name.value === '__typename') return [];
  const steps = above.map((name) => ({ name, ofPage: false }));
  return within(field, { ...emptyPlace, of: 'query', steps, names: above }, around);
}

/** Where a field stands: what leads to it, in the answer and in the name of its column. */
interface Place {
  of: Column['of'];
  steps: readonly Step[];
  names: readonly string[];
  many: boolean;
  inConnection: boolean;
}

const emptyPlace: Place = { of: 'record', steps: [], names: [], many: false, inConnection: false };

/** The columns of a field: one for a single value, those of its fields for a record. */
function within(field: Selected, place: Place, around: Surroundings): Column[] {
  const { name, parts } = field;
  const ofPage = place.inConnection && recordFields.includes(parts[0].node.name.value);
  const here: Place = {
    ...place,
    steps: [...place.steps, { name, ofPage }],
    names: ofPage ? place.names : [...place.names, name],
    many: place.many || holdsMany(field),
    inConnection: isConnection(getNamedType(typeOf(field))),
  };
  if (isRecord(field)) return below(field, around).flatMap((inner) => within(inner, here, around));
  const { of, steps, many } = here;
  return [{ name: here.names.join('.'), of, steps, many }];
}
