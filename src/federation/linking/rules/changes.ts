/**
 * Compares our schema before and after linking. This final check finds everything that would break or change for our clients,
 * whatever the other rules let pass.
 */
import {
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** Changes that break no query but would surprise clients. */
const surprising: readonly string[] = [
  DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE,
  DangerousChangeType.TYPE_ADDED_TO_UNION,
  DangerousChangeType.VALUE_ADDED_TO_ENUM,
];

export const changesOf = (before: GraphQLSchema, after: GraphQLSchema): string[] => [
  ...findBreakingChanges(before, after).map(({ description }) => `It changes our schema: ${description}`),
  ...findDangerousChanges(before, after)
    .filter(({ type }) => surprising.includes(type))
    .map(({ description }) => `It changes our schema: ${description}`),
  ...meaningsChanged(before, after),
];

/** Descriptions and deprecations. */
function meaningsChanged(before: GraphQLSchema, after: GraphQLSchema): string[] {
  const now = meaningsIn(after);
  return [...meaningsIn(before)]
    .filter(([coordinate, meaning]) => now.has(coordinate) && now.get(coordinate) !== meaning)
    .map(([coordinate]) => `It changes the description or deprecation of ${coordinate}, which is ours.`);
}

interface Meant {
  name: string;
  description?: string | null | undefined;
  deprecationReason?: string | null | undefined;
  args?: readonly Meant[];
}

function meaningsIn(schema: GraphQLSchema): Map<string, string> {
  const found = new Map<string, string>();
  const add = (coordinate: string, { description, deprecationReason }: Omit<Meant, 'name'>): void => {
    found.set(coordinate, JSON.stringify([description?.trim() ?? null, deprecationReason ?? null]));
  };
  for (const type of Object.values(schema.getTypeMap())) {
    add(type.name, type);
    for (const member of membersOf(type)) {
      const at = `${type.name}.${member.name}`;
      add(at, member);
      for (const argument of member.args ?? []) add(`${at}(${argument.name}:)`, argument);
    }
  }
  return found;
}

function membersOf(type: GraphQLNamedType): readonly Meant[] {
  if (isEnumType(type)) return type.getValues();
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
    return Object.values<Meant>(type.getFields());
  return [];
}
