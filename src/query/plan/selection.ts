/** What an operation selects on each type, and which attributes of records are needed for it. */
import { getNamedType, type FieldNode, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields';
import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';
import type { Registry } from '../../resource/registry';
import { besideOf } from '../../resource/record';
import type { Needs } from '../records';
import { resolutionOf } from './resolution';

/** The fields of a selection by response key. Several nodes with the same key are merged. */
export type Fields = ReadonlyMap<string, readonly FieldNode[]>;

/** An operation of a document, with `@skip` and `@include` applied. */
export class Selections {
  constructor(
    readonly schema: GraphQLSchema,
    readonly operation: OperationDefinitionNode,
    readonly fragments: Record<string, FragmentDefinitionNode>,
    /** Values of the variables that `@skip` and `@include` depend on. */
    private readonly conditions: Record<string, unknown>,
    private readonly registry: Registry,
  ) {}

  root(type: GraphQLObjectType): Fields {
    const { schema, fragments, conditions, operation } = this;
    return collectFields(schema, fragments, conditions, type, operation.selectionSet);
  }

  below(type: GraphQLObjectType, nodes: readonly FieldNode[]): Fields {
    return collectSubfields(this.schema, this.fragments, this.conditions, type, nodes);
  }

  /** Whether the objects of a type are records. */
  isRecord({ name }: GraphQLObjectType): boolean {
    return this.registry.ofType(name) !== undefined;
  }

  /** The attributes of a type's records that the selection below these fields needs. */
  needs(type: string, nodes: readonly FieldNode[]): Needs {
    const object = this.schema.getType(type) as GraphQLObjectType;
    const description = this.registry.ofType(type);
    if (!description) return 'all';
    const needed = new Set<string>();
    for (const [node] of this.below(object, nodes).values()) {
      const name = node?.name.value ?? '';
      const field = object.getFields()[name];
      if (!field) continue;
      const resolution = resolutionOf(field);
      const attribute = description.attributes.find(
        (each) => each.name === name || besideOf(each)?.name === name,
      );
      if (resolution && !resolution.reads) return 'all';
      if (!resolution && !attribute) return 'all';
      for (const each of resolution?.reads ?? []) needed.add(each);
      if (attribute) needed.add(attribute.name);
    }
    return needed;
  }

  /** The attributes that the records of a connection need, in its nodes and edges. */
  needsOfListed(type: string, connection: GraphQLObjectType, fields: Fields): Needs {
    const nodes: FieldNode[] = [];
    for (const listed of fields.values()) {
      const name = listed[0]?.name.value;
      if (name === 'nodes') nodes.push(...listed);
      if (name !== 'edges') continue;
      const edge = getNamedType(connection.getFields().edges?.type) as GraphQLObjectType;
      for (const inEdge of this.below(edge, listed).values()) {
        const [node] = inEdge;
        if (node?.name.value === 'node') nodes.push(...inEdge);
        else if (this.needsWholeNode(edge, node)) return 'all';
      }
    }
    return this.needs(type, nodes);
  }

  /** Whether a field of an edge is computed from its record. */
  private needsWholeNode(edge: GraphQLObjectType, node: FieldNode | undefined): boolean {
    const field = edge.getFields()[node?.name.value ?? ''];
    const resolution = field && resolutionOf(field);
    return resolution !== undefined && !resolution.reads;
  }
}
