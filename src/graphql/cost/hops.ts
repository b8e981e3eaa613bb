/** Estimates how often a query moves to another service. Each hop is an HTTP request, for all records at the same place together. */
import {
  getNamedType,
  Kind,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fieldOf, type Parent } from './parents';
import * as price from './prices';
import { fragmentsOf, type Fragments } from '../../query/fragments';

/** Where a record is: null for our own part, otherwise the name of the service. */
type Place = string | null;

/** Extensions of the schema and its fields, with the owners. */
interface Answering {
  /** On the schema: whether other services answer a part of it. */
  isShared?: boolean;
  /** On a field: the services that answer it, with null for our own; absent if only we do. */
  answeredBy?: readonly Place[];
}

/** Adds the owners of fields to a schema. @param ours our own name among the owners */
export function noteOwners(
  schema: GraphQLSchema,
  owners: ReadonlyMap<string, readonly string[]>,
  ours: string | null,
): void {
  Object.assign(schema.extensions, { isShared: true } satisfies Answering);
  for (const [coordinate, names] of owners) {
    const [type = '', name = ''] = coordinate.split('.');
    const field = fieldOf(schema, schema.getType(type), name);
    const answeredBy = names.map((each) => (each === ours ? null : each));
    if (field && answeredBy.some((each) => each !== null))
      Object.assign(field.extensions, { answeredBy } satisfies Answering);
  }
}

/** The cost of an operation's hops. The operation must not contain recursive fragments. */
export function costOfHops(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): number {
  const { isShared } = schema.extensions as Answering;
  if (!isShared) return 0;
  const walk = new Walk(schema, document);
  return walk.selection(operation.selectionSet, schema.getRootType(operation.operation), null);
}

class Walk {
  private readonly fragments: Fragments;
  private readonly cache = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    this.fragments = fragmentsOf(document);
  }

  /** @param from where the parent record is */
  selection({ selections }: SelectionSetNode, parent: Parent, from: Place): number {
    const reached = new Set<Place>();
    let below = 0;
    for (const node of selections) {
      if (node.kind === Kind.FRAGMENT_SPREAD) below += this.spread(node.name.value, from);
      else if (node.kind === Kind.INLINE_FRAGMENT) {
        const type = node.typeCondition && this.schema.getType(node.typeCondition.name.value);
        below += this.selection(node.selectionSet, type ?? parent, from);
      } else {
        const field = fieldOf(this.schema, parent, node.name.value);
        if (!field || field.name.startsWith('__')) continue;
        const { answeredBy = [null] } = field.extensions as Answering;
        const at = answeredBy.includes(from) ? from : (answeredBy[0] ?? null);
        if (at !== from) reached.add(at);
        if (node.selectionSet) below += this.selection(node.selectionSet, getNamedType(field.type), at);
      }
    }
    return below + [...reached].map(price.ofHop).reduce((total, each) => total + each, 0);
  }

  /** A fragment has the same cost wherever it is used from the same service. */
  private spread(name: string, from: Place): number {
    const key = `${name} ${from ?? ''}`;
    const cached = this.cache.get(key);
    if (cached !== undefined) return cached;
    const fragment = this.fragments.get(name);
    if (!fragment) return 0;
    const cost = this.selection(
      fragment.selectionSet,
      this.schema.getType(fragment.typeCondition.name.value),
      from,
    );
    this.cache.set(key, cost);
    return cost;
  }
}
