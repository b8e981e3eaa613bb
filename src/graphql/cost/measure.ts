/** Measures a document before it is validated or executed: depth, width and cost, in one pass without expanding fragments. */
import {
  isCompositeType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { sizeOfArguments, withDefaults, type Variables } from './arguments';
import { add, nothing, type Measure } from './measured';
import { MeasuredField } from './measured-field';
import { describesSchema, type Parent } from './parents';
import * as price from './prices';
import type { SizeOf } from '../../query/sizes';
import { fragmentsOf, type Fragments } from '../../query/fragments';

/** A fragment that contains itself, directly or indirectly. */
export class RecursiveFragment extends Error {
  constructor(readonly fragment: string) {
    super(`The fragment "${fragment}" contains itself.`);
  }
}

/** Nested fragments are too deep. Brackets are limited before parsing. */
export class TooDeep extends Error {}

/** Maximum depth of recursion, as each level uses the call stack. */
const mostLevels = 250;

/**
 * Measures one operation of a document.
 * @param variables as the client sent them; they determine page sizes
 * @param sizeOf the number of records of a class
 * @throws RecursiveFragment
 */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  sizeOf: SizeOf,
): Measure {
  const counted: SizeOf = (name) =>
    Math.min(sizeOf(name), countsLinks(schema, name) ? price.mostLinks : price.mostRecords);
  const measurement = new Measurement(schema, document, withDefaults(operation, variables), counted);
  const root = schema.getRootType(operation.operation);
  return add(measurement.selection(operation.selectionSet, root, 1), directivesOf(operation));
}

/** Whether a size is a number of links: of a class of links, or of those through which a list leads. */
function countsLinks(schema: GraphQLSchema, name: string): boolean {
  const type = schema.getType(name);
  if (!isObjectType(type)) return name.includes('.');
  return type.getInterfaces().some((each) => each.name === 'Link');
}

/** Measures all fragments, as validation reads unused ones, too. @throws RecursiveFragment */
export function measureFragments(schema: GraphQLSchema, document: DocumentNode): Measure {
  const measurement = new Measurement(schema, document, {}, () => 0);
  return [...measurement.fragments.keys()].map((name) => measurement.spread(name, 1)).reduce(add, nothing);
}

/** One pass over a document. Unknown names are left to validation. */
class Measurement {
  readonly fragments: Fragments;
  private readonly cache = new Map<string, Measure>();
  private readonly open = new Set<string>();
  private levels = 0;

  constructor(
    readonly schema: GraphQLSchema,
    document: DocumentNode,
    readonly variables: Variables,
    readonly sizeOf: SizeOf,
  ) {
    this.fragments = fragmentsOf(document);
  }

  /** @param page number of records on the page to which `nodes` and `edges` in this selection belong */
  selection({ selections }: SelectionSetNode, parent: Parent, page: number): Measure {
    if (this.levels >= mostLevels) throw new TooDeep('The selections are too deep.');
    this.levels += 1;
    const measured = selections
      .map((node) => add(this.part(node, parent, page), directivesOf(node)))
      .reduce(add, nothing);
    this.levels -= 1;
    return measured;
  }

  /** A fragment is measured once for each page size in which it is used. */
  spread(name: string, page: number): Measure {
    const fragment = this.fragments.get(name);
    if (!fragment) return nothing;
    const type = this.schema.getType(fragment.typeCondition.name.value);
    const key = `${name} ${page}`;
    const cached = this.cache.get(key);
    if (cached) return cached;
    if (this.open.has(name)) throw new RecursiveFragment(name);
    this.open.add(name);
    const measured = add(this.selection(fragment.selectionSet, type, page), directivesOf(fragment));
    this.open.delete(name);
    this.cache.set(key, measured);
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
    const field = new MeasuredField(node, parent, this);
    const { definition, type } = field;
    const inner = node.selectionSet
      ? this.selection(node.selectionSet, type, field.sizeBelow(page))
      : nothing;
    const each = price.of(isCompositeType(type), describesSchema(isCompositeType(type) ? type : parent));
    const given = sizeOfArguments(node, this.variables);
    return {
      depth: 1 + inner.depth,
      fields: 1 + inner.fields,
      rootFields: 1,
      aliases: (node.alias ? 1 : 0) + inner.aliases,
      directives: inner.directives,
      schemas: definition === SchemaMetaFieldDef ? 1 : 0,
      describedTypes: definition === TypeMetaFieldDef ? 1 : 0,
      valueDepth: Math.max(inner.valueDepth, given.depth),
      listItems: Math.max(inner.listItems, given.items),
      cost: field.items(page) * (each + inner.cost),
      once: inner.once + field.once(inner),
      ...field.aside(inner),
    };
  }
}

const directivesOf = ({ directives = [] }: { readonly directives?: readonly unknown[] }): Measure => ({
  ...nothing,
  directives: directives.length,
});
