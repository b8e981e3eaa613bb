/** Measures a document before it is validated or run: how deep, how wide and how costly, in one pass and without expanding a fragment. */
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { argumentOf, sizeOfArguments, withDefaults, type Variables } from './arguments';
import { add, nothing, type Measure } from './measured';
import { describesSchema, fieldOf, isConnection, type Parent } from './parents';
import * as price from './prices';

/** A fragment that contains itself, directly or by way of others. */
export class RecursiveFragment extends Error {
  constructor(readonly fragment: string) {
    super(`The fragment "${fragment}" contains itself.`);
  }
}

/**
 * Measures one operation of a document.
 * @param variables as the client sent them; page sizes are taken from them.
 * @throws RecursiveFragment
 */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Measure {
  const measurement = new Measurement(schema, document, withDefaults(operation, variables));
  const root = schema.getRootType(operation.operation);
  return add(measurement.selection(operation.selectionSet, root, 1), directivesOf(operation));
}

/** Measures the fragments of a document, used or not: validation reads them all. @throws RecursiveFragment */
export function measureFragments(schema: GraphQLSchema, document: DocumentNode): Measure {
  const measurement = new Measurement(schema, document, {});
  return [...measurement.fragments.keys()].map((name) => measurement.spread(name, 1)).reduce(add, nothing);
}

/** One pass over a document. A name that the schema does not have is left to validation. */
class Measurement {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, Measure>();
  private readonly open = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
      ),
    );
  }

  /** @param page how many records the page has to which `nodes` and `edges` of this selection belong. */
  selection({ selections }: SelectionSetNode, parent: Parent, page: number): Measure {
    return selections
      .map((node) => add(this.part(node, parent, page), directivesOf(node)))
      .reduce(add, nothing);
  }

  /** A fragment is measured once for each page size under which it stands, however often it is used. */
  spread(name: string, page: number): Measure {
    const fragment = this.fragments.get(name);
    if (!fragment) return nothing;
    const type = this.schema.getType(fragment.typeCondition.name.value);
    const key = isConnection(type) ? `${name} ${page}` : name;
    const known = this.known.get(key);
    if (known) return known;
    if (this.open.has(name)) throw new RecursiveFragment(name);
    this.open.add(name);
    const measured = add(this.selection(fragment.selectionSet, type, page), directivesOf(fragment));
    this.open.delete(name);
    this.known.set(key, measured);
    return measured;
  }

  private part(node: SelectionNode, parent: Parent, page: number): Measure {
    switch (node.kind) {
      case Kind.FIELD:
        return this.field(node, parent, page);
      case Kind.FRAGMENT_SPREAD:
        return this.spread(node.name.value, page);
      case Kind.INLINE_FRAGMENT: {
        const type = node.typeCondition && this.schema.getType(node.typeCondition.name.value);
        return this.selection(node.selectionSet, type ?? parent, page);
      }
    }
  }

  private field(node: FieldNode, parent: Parent, page: number): Measure {
    const definition = fieldOf(this.schema, parent, node.name.value);
    const type = definition && getNamedType(definition.type);
    const paged = isConnection(type);
    const size = paged ? price.pageSizeOf(this.argument(node, 'first') ?? this.argument(node, 'last')) : page;
    const inner = node.selectionSet ? this.selection(node.selectionSet, type, size) : nothing;
    const items =
      definition && isListType(getNullableType(definition.type)) ? this.length(node, parent, page) : 1;
    const each = price.of(isCompositeType(type), describesSchema(isCompositeType(type) ? type : parent));
    const given = sizeOfArguments(node, this.variables);
    return {
      depth: 1 + inner.depth,
      fields: 1 + inner.fields,
      rootFields: 1,
      aliases: (node.alias ? 1 : 0) + inner.aliases,
      directives: inner.directives,
      valueDepth: Math.max(inner.valueDepth, given.depth),
      listItems: Math.max(inner.listItems, given.items),
      cost: items * (each + inner.cost),
      once:
        inner.once +
        price.ofStatement(node.name.value, paged) +
        price.ofSearch(paged ? this.searchedText(node, definition) : null) +
        given.leaves * price.ofCondition,
    };
  }

  /** What a list is searched for: its argument `search`, or the text of a search over all types. */
  private searchedText(node: FieldNode, definition: ReturnType<typeof fieldOf>): unknown {
    const takes = (name: string) => definition?.args.some((argument) => argument.name === name) ?? false;
    return this.argument(node, takes('text') ? 'text' : 'search');
  }

  private argument(node: FieldNode, name: string): unknown {
    return argumentOf(node, name, this.variables);
  }

  /** How many items a list has: a page as many as it was asked for, look-ups one for each id, others a usual number. */
  private length(node: FieldNode, parent: Parent, page: number): number {
    if (isConnection(parent)) return page;
    const ids = this.argument(node, 'ids');
    if (Array.isArray(ids)) return ids.length;
    if (!describesSchema(parent)) return price.lengthOf(node.name.value);
    return price.schemaLengthOf(node.name.value, Object.keys(this.schema.getTypeMap()).length);
  }
}

const directivesOf = ({ directives = [] }: { readonly directives?: readonly unknown[] }): Measure => ({
  ...nothing,
  directives: directives.length,
});
