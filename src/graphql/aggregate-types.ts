/** The field `aggregate` of connections: the fields to group by, the groups, and their measures. */
import { Int } from 'type-graphql';
import { classField, fieldsOf, measuresOf, type CountedField } from '../query/counting/fields';
import type { GroupedList } from '../query/counting/grouped-list';
import { identityOf, mostFields, mostGroups, type Group } from '../query/counting/groups';
import type { Connection } from '../query/requested-connection';
import { defaultPageSize } from '../query/page';
import type { Description } from '../resource/description';
import type { RequestContext } from './context';
import { argumentsOf, resolvedField, resolversOf, type Carrier } from './define';
import { enumCode, enumFrom } from './enums';
import { plainType } from './plain-type';
import { fieldsBelow } from './fields-below';
import { groupAxisType, groupKeyType, axesOf, type ShownKey } from './group-axes';
import { labelsOf } from './labelled';
import { addMeasure } from './measure-types';

/** A group as the resolvers see it. */
export interface ShownGroup {
  keys: ShownKey[];
  count: number;
  ranges: Group['ranges'];
  /** Identifies the group within its list. */
  identity: string;
  list: GroupedList;
}

interface AggregateArguments {
  by: string[];
  first: number;
}

const codeOf = ({ name }: CountedField): string => enumCode(name.replace('.', '_'));

/**
 * Adds the field `aggregate` to a connection.
 * @param of class of its records; null if they are of any class
 * @returns the resolvers
 */
export function addAggregate(connection: Carrier, type: string, of: Description | null): Carrier[] {
  const fields = fieldsOf(of);
  const by = enumFrom(
    `${type}GroupBy`,
    `The fields by which a list of ${type} can be grouped: its own, and those of records linked with it.`,
    Object.fromEntries(fields.map((field) => [codeOf(field), field.about])),
    Object.fromEntries(fields.map((field) => [codeOf(field), field.name])),
  );
  const group = groupType(type, of);
  const spans = of ? measuresOf(of).filter(({ kind }) => kind.measure !== 'sum') : [];
  const resolvers = resolversOf(connection, `${type}ConnectionAggregate`);
  resolvedField<Connection, AggregateArguments>(resolvers, {
    name: 'aggregate',
    type: aggregateType(type, group.type),
    about:
      'The whole list in groups of records with the same values, as rows of a table or parts of bars: how many, from when to when, how much money.',
    args: argumentsOf(`${type}ConnectionAggregate`, [
      {
        name: 'by',
        type: [by],
        about: `The fields to group by, at most ${mostFields}; an empty list makes one group of all records.`,
        required: true,
      },
      {
        name: 'first',
        type: Int,
        about: `How many groups to show, 1 to ${mostGroups}; as many again of those in which a value is missing.`,
        defaultValue: defaultPageSize,
      },
    ]),
    resolve: async (list, { by: names, first }, context, info) => {
      const selected = fieldsBelow(info);
      const ranges = spans.map(({ name }) => name).filter((name) => selected.has(name));
      const grouped = list.groups({ by: names, first, ranges });
      const { fields, groups, missing, groupCount, beyond } = await grouped.counts();
      const show = (group: Group) => shown(group, fields, grouped, context);
      const [complete, incomplete] = await Promise.all(
        [groups, missing].map((some) => Promise.all(some.map(show))),
      );
      const all = [...(complete ?? []), ...(incomplete ?? [])];
      const axes = axesOf(fields.map(codeOf), all);
      return { axes, groups: complete, missing: incomplete, groupCount, beyond };
    },
  });
  return [resolvers, group.resolvers];
}

function groupType(type: string, of: Description | null): { type: Carrier; resolvers: Carrier } {
  const about = `The records of a list of ${type} that have the same values.`;
  const group = plainType(`${type}Group`, about, {
    keys: [[groupKeyType], 'Its values, in the order of the fields asked for.'],
    count: [Int, 'How many records of the list it has, each counted once.'],
  });
  const resolvers = resolversOf(group, `${type}Group`);
  for (const attribute of of ? measuresOf(of) : []) addMeasure(resolvers, attribute);
  return { type: group, resolvers };
}

const aggregateType = (type: string, group: Carrier): Carrier =>
  plainType(`${type}Aggregate`, `A list of ${type} in groups, over all its pages.`, {
    axes: [
      [groupAxisType],
      'For each field the values of the groups shown, as headings of rows and columns or as a legend.',
    ],
    groups: [
      [group],
      'The groups that have all values, those with most records first; equally large ones by value.',
    ],
    missing: [
      [group],
      'Apart from them the groups of records without a value in at least one of the fields.',
    ],
    groupCount: [Int, 'How many groups there are in all, shown or not.'],
    beyond: [
      Int,
      'How many records stand in groups that are not shown, added up; a record with several values stands in several groups.',
    ],
  });

async function shown(
  group: Group,
  fields: readonly CountedField[],
  list: GroupedList,
  context: RequestContext,
): Promise<ShownGroup> {
  const keys = await Promise.all(
    group.keys.map(async (counted, index): Promise<ShownKey> => {
      const field = fields[index];
      const by = field ? codeOf(field) : '';
      if (field === classField)
        return { by, value: classCode(counted.value, context), key: null, labels: null };
      return { by, ...counted, labels: await labelsOf(counted, field?.attribute, context) };
    }),
  );
  return { keys, count: group.count, ranges: group.ranges, identity: identityOf(group), list };
}

/** The enum code of a class. Groups contain its path. */
const classCode = (path: string | null, { registry }: RequestContext): string | null =>
  enumCode(registry.ofKey(`${path ?? ''}/`)?.type ?? '') || path;
