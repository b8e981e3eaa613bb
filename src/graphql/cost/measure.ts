/** Measures a document before it is validated or executed: depth, width and cost, in one pass without expanding fragments. */
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { argumentOf, sizeOfArguments, withDefaults, type Variables } from './arguments';
import { recordsLookedAt } from './conditions';
import { linksGoneThrough } from './linked-fields';
import { add, nothing, type Measure } from './measured';
import { describesSchema, fieldOf, isConnection, listedBy, type Parent } from './parents';
import * as price from './prices';
import { coordinateOf, lengthAsked, sizeAsked } from './sized-lists';
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

const pageArguments: ReadonlySet<string> = new Set(['first', 'after', 'last', 'before']);

/** One pass over a document. Unknown names are left to validation. */
class Measurement {
  readonly fragments: Fragments;
  private readonly cache = new Map<string, Measure>();
  private readonly open = new Set<string>();
  private levels = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
    private readonly sizeOf: SizeOf,
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
    const definition = fieldOf(this.schema, parent, node.name.value);
    const type = definition && getNamedType(definition.type);
    const list = isConnection(type) ? type : null;
    const size = this.sizeBelow(node, parent, list, page);
    const inner = node.selectionSet ? this.selection(node.selectionSet, type, size) : nothing;
    const items = this.items(node, definition, parent, page);
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
      cost: items * (each + inner.cost),
      once:
        inner.once +
        price.ofField(coordinateOf(node, parent)) +
        this.entities(node) +
        (list ? this.reading(node, parent, list, inner) : 0),
      ...this.aside(node, definition, parent, type, list ? nothing : inner),
    };
  }

  /** The price of reading a list: its page, and what is selected about the whole list. */
  private reading(node: FieldNode, parent: Parent, list: GraphQLObjectType, inner: Measure): number {
    const size = this.sizeOf(listedBy(list));
    const filter = fieldOf(this.schema, parent, node.name.value)?.args.find(({ name }) => name === 'filter');
    const narrowed = (node.arguments ?? []).some(
      ({ name: { value: name } }) => !pageArguments.has(name) && this.argument(node, name) != null,
    );
    const below = parent !== this.schema.getQueryType();
    const words = price.wordsOf(this.argument(node, 'text') ?? this.argument(node, 'search'));
    return price.ofReading({
      size,
      below,
      statements: 1 + inner.statements,
      walks: (narrowed ? price.walksOfPage(below) : 0) + inner.walks,
      links: inner.links,
      words,
      searched: this.sizeOf('Resource'),
      lookedAt:
        price.lookedAtBy(coordinateOf(node, parent), size, words) +
        (filter ? recordsLookedAt(this.argument(node, 'filter'), filter.type, size, this.sizeOf) : 0),
    });
  }

  private entities(node: FieldNode): number {
    const given = this.argument(node, 'representations');
    return Array.isArray(given) ? price.ofEntities(given) : 0;
  }

  /** What a field and its selection require of the whole list to which the field belongs. */
  private aside(
    node: FieldNode,
    definition: GraphQLField<unknown, unknown> | undefined,
    parent: Parent,
    type: Parent,
    inner: Measure,
  ): Pick<Measure, 'statements' | 'walks' | 'links'> {
    const by = this.argument(node, 'by');
    const links =
      definition && isConnection(parent) && Array.isArray(by)
        ? linksGoneThrough(definition, by, parent, this.sizeOf)
        : 0;
    const own = price.ofWholeList(
      isConnection(parent) ? node.name.value : (type?.name ?? ''),
      Array.isArray(by) ? by.length : 1,
    );
    return {
      statements: own.statements + inner.statements,
      walks: own.walks + inner.walks,
      links: links + inner.links,
    };
  }

  /** The length of lists below a field: as its arguments say, otherwise as for the field itself. */
  private sizeBelow(node: FieldNode, parent: Parent, list: GraphQLObjectType | null, page: number): number {
    const valueOf = (argument: string) => this.argument(node, argument);
    if (list) return price.pageSizeOf(valueOf('first') ?? valueOf('last'));
    return sizeAsked(coordinateOf(node, parent), valueOf) ?? page;
  }

  private argument(node: FieldNode, name: string): unknown {
    return argumentOf(node, name, this.variables);
  }

  /** How often a field stands in the answer: a page as often as was asked for, look-ups once for each id, other lists a usual number. */
  private items(
    node: FieldNode,
    definition: GraphQLField<unknown, unknown> | undefined,
    parent: Parent,
    page: number,
  ): number {
    const asked = lengthAsked(coordinateOf(node, parent), page, (argument) => this.argument(node, argument));
    if (asked !== null) return asked;
    if (!definition || !isListType(getNullableType(definition.type))) return 1;
    if (isConnection(parent)) return page;
    const named = this.argument(node, 'ids') ?? this.argument(node, 'representations');
    if (Array.isArray(named)) return named.length;
    if (!describesSchema(parent)) return price.lengthOf(node.name.value);
    return price.schemaLengthOf(node.name.value, Object.keys(this.schema.getTypeMap()).length);
  }
}

const directivesOf = ({ directives = [] }: { readonly directives?: readonly unknown[] }): Measure => ({
  ...nothing,
  directives: directives.length,
});
