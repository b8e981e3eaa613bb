/** What a fetch selects, by the type of the record that is answered. */
import {
  GraphQLNonNull,
  GraphQLString,
  isInterfaceType,
  isObjectType,
  Kind,
  type DirectiveNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { IsKindOf } from './type-conditions';
import { getOrMake } from '../../../maps';
import type { Fragments } from '../../../query/fragments';

export type Variables = Readonly<Record<string, unknown>>;

/** A `@skip` or `@include`: the value that its argument must have for the selection to count. */
interface Condition {
  argument: boolean | { variable: string };
  expected: boolean;
}

type Conditions = readonly Condition[];

/** A selection set with its conditions. The conditions are null if only the subgraph can tell whether it applies. */
interface Part {
  set: SelectionSetNode;
  conditions: Conditions | null;
}

/** A selected field. */
interface AskedField {
  /** Null if the schema does not have the field, such as `_entities`. */
  type: GraphQLOutputType | null;
  /** The selection below it, or null for a leaf. */
  inner: Selection | null;
  /** Whether an answer without this field is invalid. */
  isOwed: (variables: Variables) => boolean;
}

/** What selections use to look up types. */
export interface Types {
  schema: GraphQLSchema;
  isKindOf: IsKindOf;
  fragments: Fragments;
}

interface Found {
  type: GraphQLOutputType | null;
  below: Part[];
  ways: Conditions[];
}

export class Selection {
  private readonly byType = new Map<string, ReadonlyMap<string, AskedField>>();

  constructor(
    private readonly parts: readonly Part[],
    private readonly types: Types,
  ) {}

  /** The response names of all selected fields, whatever the type of the record. */
  get names(): string[] {
    return [...new Set(this.parts.flatMap(({ set }) => this.namesIn(set)))];
  }

  /** The selected fields for a record of this type, by response name. */
  fieldsOf(type: string): ReadonlyMap<string, AskedField> {
    return getOrMake(this.byType, type, () => {
      const found = new Map<string, Found>();
      for (const part of this.parts) this.collect(part, type, type, found);
      return new Map([...found].map(([name, field]) => [name, this.fieldOf(field)]));
    });
  }

  private namesIn({ selections }: SelectionSetNode): string[] {
    return selections.flatMap((node) => {
      if (node.kind === Kind.FIELD) return [(node.alias ?? node.name).value];
      const isInline = node.kind === Kind.INLINE_FRAGMENT;
      const inner = isInline ? node : this.types.fragments.get(node.name.value);
      return inner ? this.namesIn(inner.selectionSet) : [];
    });
  }

  private fieldOf({ type, below, ways }: Found): AskedField {
    return {
      type,
      inner: below.length > 0 ? new Selection(below, this.types) : null,
      isOwed: (variables) => ways.some((way) => way.every((condition) => holds(condition, variables))),
    };
  }

  private collect({ set, conditions }: Part, type: string, parent: string, found: Map<string, Found>): void {
    for (const node of set.selections) {
      const both = conditions && [...conditions, ...conditionsOf(node.directives)];
      if (node.kind === Kind.FIELD) {
        this.addField(node, both, parent, found);
        continue;
      }
      const isInline = node.kind === Kind.INLINE_FRAGMENT;
      const inner = (isInline ? node : this.types.fragments.get(node.name.value))?.selectionSet;
      const on = isInline ? node.typeCondition?.name.value : undefined;
      if (!inner) continue;
      if (on === undefined || on === type) {
        this.collect({ set: inner, conditions: both }, type, parent, found);
        continue;
      }
      const isKind = this.types.isKindOf(type, on);
      const isExact = isObjectType(this.types.schema.getType(type));
      if (isExact && !isKind) continue;
      // Subgraphs may disagree on whether the type implements this interface, so an answer without these fields may be valid.
      this.collect({ set: inner, conditions: null }, type, isKind ? parent : on, found);
    }
  }

  private addField(
    node: FieldNode,
    conditions: Conditions | null,
    parent: string,
    found: Map<string, Found>,
  ): void {
    const { name, alias, selectionSet: set } = node;
    const answeredAs = (alias ?? name).value;
    const empty = (): Found => ({ type: this.typeOf(parent, name.value), below: [], ways: [] });
    const field = getOrMake(found, answeredAs, empty);
    if (conditions) field.ways.push(conditions);
    if (set) field.below.push({ set, conditions });
  }

  private typeOf(parent: string, field: string): GraphQLOutputType | null {
    if (field === '__typename') return nameOfType;
    const type = this.types.schema.getType(parent);
    if (!isObjectType(type) && !isInterfaceType(type)) return null;
    return type.getFields()[field]?.type ?? null;
  }
}

const nameOfType = new GraphQLNonNull(GraphQLString);

function conditionsOf(directives: readonly DirectiveNode[] = []): Condition[] {
  return directives.flatMap(({ name, arguments: given = [] }): Condition[] => {
    const expected = name.value === 'include';
    const value = given.find((argument) => argument.name.value === 'if')?.value;
    if (!expected && name.value !== 'skip') return [];
    if (value?.kind === Kind.BOOLEAN) return [{ argument: value.value, expected }];
    if (value?.kind === Kind.VARIABLE) return [{ argument: { variable: value.name.value }, expected }];
    return [];
  });
}

function holds({ argument, expected }: Condition, variables: Variables): boolean {
  const value = typeof argument === 'boolean' ? argument : variables[argument.variable];
  return value === expected;
}
