/** The labelled values of groups, and the axes of the table or chart that groups form. */
import { resolversOf } from './define';
import { plainType } from './plain-type';
import { labelFields, type Labelled } from './labelled';

/** A group's value in one field. */
export interface ShownKey extends Labelled {
  /** The field as the client named it. */
  by: string;
}

/** All values that groups have in one field. */
export interface ShownAxis {
  by: string;
  values: ShownKey[];
}

export const groupKeyType = plainType(
  'GroupKey',
  'A value that all records of a group have, or that all of them lack.',
  {
    by: [String, 'The field that was asked for.'],
    value: [
      String,
      'The value: a code, a text, true or false, or the slug of a linked record, with the path of its type before it where that may be one of several; null where the records have none.',
      'nullable',
    ],
  },
);

export const groupAxisType = plainType(
  'GroupAxis',
  'One of the fields by which a list is grouped, with its values.',
  {
    by: [String, 'The field that was asked for.'],
    values: [
      [groupKeyType],
      'Its values, those with most records first; last, where some records lack it, a value that is null.',
    ],
  },
);

/** The resolvers of the values of all groups. */
export const groupKeyResolvers = resolversOf(groupKeyType, 'GroupKey');
labelFields(groupKeyResolvers, 'GroupKey');

/** The axes of groups: each value once, those with most records first. */
export const axesOf = (
  fields: readonly string[],
  groups: readonly { keys: readonly ShownKey[]; count: number }[],
): ShownAxis[] =>
  fields.map((by, index) => {
    const counts = new Map<string | null, { key: ShownKey; count: number }>();
    for (const { keys, count } of groups) {
      const key = keys[index];
      if (!key) continue;
      const known = counts.get(key.value);
      counts.set(key.value, { key, count: (known?.count ?? 0) + count });
    }
    const values = [...counts.values()].sort((one, other) => place(one) - place(other));
    return { by, values: values.map(({ key }) => key) };
  });

/** The sort is stable, so ties keep the order of the groups. */
const place = ({ key, count }: { key: ShownKey; count: number }): number => (key.value === null ? 1 : -count);
