/**
 * Writes the JSON text of an answer straight from the gathered data. That is possible only where nothing is missing or wrong; all
 * other answers are completed by graphql-js (complete.ts), which also reports errors with their paths.
 */
import {
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  visit,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields';
import { getFieldDef } from 'graphql/execution/execute';
import { getArgumentValues } from 'graphql/execution/values';
import { getOrMake } from '../../../maps';
import { typeOf } from './complete';
import { MissingValue } from './fetch-failure';
import { isObject, member, type JsonObject } from './json';
import type { Variables } from './selection';

/** Writes one value, or throws `notWhole`. */
type Write = (value: unknown) => string;

type Fields = ReadonlyMap<string, readonly FieldNode[]>;

/** Something is missing or wrong. It is thrown often, so it has no stack of its own. */
const notWhole = new Error('The answer is not whole.');

const giveUp = (): never => {
  throw notWhole;
};

/** The most combinations of `@skip` and `@include` that are compiled for one operation. */
const mostWays = 16;

/** The answers to one operation. */
export class WholeAnswers {
  private readonly ways = new Map<string, Way>();
  /** Variables that directives depend on. */
  private readonly conditions: readonly string[];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly operation: OperationDefinitionNode,
    private readonly fragments: Record<string, FragmentDefinitionNode>,
  ) {
    this.conditions = conditionsIn([operation, ...Object.values(fragments)]);
  }

  /** The JSON text of `data`; null if the answer is not whole. */
  text(data: JsonObject, variables: Variables): string | null {
    try {
      return this.wayFor(variables).text(data, variables);
    } catch {
      return null;
    }
  }

  private wayFor(variables: Variables): Way {
    const { ways, conditions, schema, operation, fragments } = this;
    const key = conditions.map((name) => String(variables[name])).join();
    const make = () => new Way(schema, operation, fragments, variables);
    return ways.size < mostWays ? getOrMake(ways, key, make) : (ways.get(key) ?? make());
  }
}

/** An operation with `@skip` and `@include` applied. */
class Way {
  private readonly write: Write;
  /** Fields whose arguments depend on variables, so that only the values tell whether they are valid. */
  private readonly dependent: { type: GraphQLObjectType; node: FieldNode }[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    private readonly fragments: Record<string, FragmentDefinitionNode>,
    /** Read for conditions only. */
    private readonly variables: Variables,
  ) {
    const root = schema.getRootType(operation.operation) ?? giveUp();
    this.write = this.object(root, collectFields(schema, fragments, variables, root, operation.selectionSet));
  }

  text(data: JsonObject, variables: Variables): string {
    for (const { type, node } of this.dependent) {
      const field = getFieldDef(this.schema, type, node);
      if (field) getArgumentValues(field, node, variables);
    }
    return this.write(data);
  }

  private object(type: GraphQLObjectType, fields: Fields): Write {
    const members = [...fields].map(([name, nodes], index) => ({
      name,
      before: `${index > 0 ? ',' : ''}${JSON.stringify(name)}:`,
      write: this.field(type, nodes),
    }));
    return (value) => {
      if (!isObject(value)) return giveUp();
      let text = '{';
      for (const { name, before, write } of members) text += before + write(member(value, name));
      return `${text}}`;
    };
  }

  private field(parent: GraphQLObjectType, nodes: readonly FieldNode[]): Write {
    const [node] = nodes;
    if (!node) return giveUp();
    if (node.name.value === '__typename') return () => JSON.stringify(parent.name);
    const field = getFieldDef(this.schema, parent, node);
    // Introspection is no part of the gathered data.
    if (!field || node.name.value.startsWith('__')) return giveUp;
    if (node.arguments?.some(({ value }) => usesVariables(value)))
      this.dependent.push({ type: parent, node });
    return this.value(field.type, nodes);
  }

  private value(type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
    const write = this.present(isNonNullType(type) ? type.ofType : type, nodes);
    if (isNonNullType(type))
      return (value) => (value === null || value === undefined ? giveUp() : write(value));
    return (value) => (value === null || value === undefined ? 'null' : write(value));
  }

  private present(type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
    if (isListType(type)) {
      const item = this.value(type.ofType as GraphQLOutputType, nodes);
      return (value) => (Array.isArray(value) ? `[${value.map(item).join()}]` : giveUp());
    }
    const named = getNamedType(type);
    return isLeafType(named) ? leaf(named) : this.composite(named as GraphQLCompositeType, nodes);
  }

  private composite(type: GraphQLCompositeType, nodes: readonly FieldNode[]): Write {
    const byType = new Map<GraphQLObjectType, Write>();
    /** Made when such an object occurs first: a type may have hundreds of possible types. */
    const of = (object: GraphQLObjectType): Write =>
      getOrMake(byType, object, () =>
        this.object(object, collectSubfields(this.schema, this.fragments, this.variables, object, nodes)),
      );
    if (isObjectType(type)) return of(type);
    return (value) => {
      const object = this.schema.getType(typeOf(value, type, this.schema) ?? '');
      if (!isObjectType(object) || !this.schema.isSubType(type, object)) return giveUp();
      return of(object)(value);
    };
  }
}

function leaf(type: GraphQLLeafType): Write {
  return (value) => {
    // A scalar of others takes any value.
    if (value instanceof MissingValue) return giveUp();
    const serialized = type.serialize(value);
    return serialized === null || serialized === undefined ? giveUp() : JSON.stringify(serialized);
  };
}

function usesVariables(node: Parameters<typeof visit>[0]): boolean {
  let found = false;
  visit(node, { Variable: () => void (found = true) });
  return found;
}

function conditionsIn(nodes: readonly Parameters<typeof visit>[0][]): string[] {
  const names = new Set<string>();
  for (const node of nodes)
    visit(node, {
      Directive: ({ arguments: given = [] }) => {
        for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
  return [...names];
}
