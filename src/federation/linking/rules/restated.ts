/** The types, fields, arguments and values of ours that a subgraph's SDL restates. */
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  type ConstDirectiveNode,
  type DefinitionNode,
  type GraphQLNamedType,
  type StringValueNode,
} from 'graphql';
import type { Ours } from './ours';

interface Named {
  name: { value: string };
  description?: StringValueNode | undefined;
  directives?: readonly ConstDirectiveNode[] | undefined;
}

interface Described {
  description?: string | null | undefined;
  deprecationReason?: string | null | undefined;
}

/** An element of ours that the subgraph's SDL restates. */
export interface Restated {
  /** Kind and coordinate, such as `field Infrastructure.slug`. */
  what: string;
  node: Named;
  ours: Described;
}

export function restatedIn(node: DefinitionNode, { schema }: Pick<Ours, 'schema'>): Restated[] {
  if (!('name' in node) || !node.name || node.kind === Kind.DIRECTIVE_DEFINITION) return [];
  const named = node as Named;
  const type = schema.getType(named.name.value);
  if (!type) return [];
  const members = 'fields' in node ? (node.fields ?? []) : 'values' in node ? (node.values ?? []) : [];
  return [
    { what: `type ${type.name}`, node: named, ours: type },
    ...members.flatMap((member: Named & { arguments?: readonly Named[] }) => {
      const own = memberOf(type, member.name.value);
      if (!own) return [];
      const at = `${type.name}.${member.name.value}`;
      const args = (member.arguments ?? []).flatMap((argument): Restated[] => {
        const known = own.args?.find(({ name }) => name === argument.name.value);
        return known ? [{ what: `argument ${at}(${known.name}:)`, node: argument, ours: known }] : [];
      });
      return [{ what: `${isEnumType(type) ? 'value' : 'field'} ${at}`, node: member, ours: own }, ...args];
    }),
  ];
}

type Member = Described & { args?: readonly (Described & { name: string })[] };

function memberOf(type: GraphQLNamedType, name: string): Member | undefined {
  if (isEnumType(type)) return type.getValue(name) ?? undefined;
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return undefined;
  const fields: Readonly<Record<string, Member>> = type.getFields();
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
