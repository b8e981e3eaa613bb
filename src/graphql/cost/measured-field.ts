/** A field of a document: how often it stands in the answer, and what it costs beside the objects and values that it shows. */
import {
  getNamedType,
  getNullableType,
  isListType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { argumentOf, type Variables } from './arguments';
import { classOf, recordsExamined } from './conditions';
import { linksGoneThrough } from './linked-fields';
import { nothing, type Measure } from './measured';
import { describesSchema, fieldOf, isConnection, listedBy, type Parent } from './parents';
import * as price from './prices';
import { coordinateOf, lengthOf, sizeArgumentOf } from './sized-lists';
import type { SizeOf } from '../../query/sizes';

const pageArguments: ReadonlySet<string> = new Set(['first', 'after', 'last', 'before']);

/** What measuring fields needs. */
interface Around {
  readonly schema: GraphQLSchema;
  readonly variables: Variables;
  readonly sizeOf: SizeOf;
}

export class MeasuredField {
  /** Undefined for a field that the schema does not have. */
  readonly definition: GraphQLField<unknown, unknown> | undefined;
  /** The named type of its values. */
  readonly type: Parent;
  /** The connection that it is, if it is one. */
  private readonly list: GraphQLObjectType | null;
  private readonly coordinate: string;

  constructor(
    private readonly node: FieldNode,
    private readonly parent: Parent,
    private readonly around: Around,
  ) {
    this.definition = fieldOf(around.schema, parent, node.name.value);
    this.type = this.definition && getNamedType(this.definition.type);
    this.list = isConnection(this.type) ? this.type : null;
    this.coordinate = coordinateOf(node, parent);
  }

  /** The length of lists below it: as its arguments say, otherwise as for the field itself. */
  sizeBelow(page: number): number {
    if (this.list) return price.pageSizeOf(this.argument('first') ?? this.argument('last'));
    return sizeArgumentOf(this.coordinate, this.argument) ?? page;
  }

  /** How often it stands in the answer: a page as often as was asked for, look-ups once for each id, other lists a usual number. */
  items(page: number): number {
    const listLength = lengthOf(this.coordinate, page, this.argument);
    if (listLength !== null) return listLength;
    if (!this.definition || !isListType(getNullableType(this.definition.type))) return 1;
    if (isConnection(this.parent)) return page;
    const named = this.argument('ids') ?? this.argument('representations');
    if (Array.isArray(named)) return named.length;
    if (!describesSchema(this.parent)) return price.lengthOf(this.node.name.value);
    return price.schemaLengthOf(this.node.name.value, Object.keys(this.around.schema.getTypeMap()).length);
  }

  /** What it costs once for all objects at the same place. @param inner the measure of its selection */
  once(inner: Measure): number {
    const representations = this.argument('representations');
    return (
      price.ofField(this.coordinate) +
      (Array.isArray(representations) ? price.ofEntities(representations) : 0) +
      (this.list
        ? this.reading(this.list, inner)
        : price.ofConditions(this.examinedByFilter(this.classOfFilter())))
    );
  }

  /** What it and its selection require of the whole list to which it belongs. */
  aside(inner: Measure): Pick<Measure, 'statements' | 'walks' | 'links'> {
    const { definition, parent } = this;
    // What is required of a list is paid for at the list.
    const below = this.list ? nothing : inner;
    const by = this.argument('by');
    const links =
      definition && isConnection(parent) && Array.isArray(by)
        ? linksGoneThrough(definition, by, parent, this.around.sizeOf)
        : 0;
    const own = price.ofWholeList(
      isConnection(parent) ? this.node.name.value : (this.type?.name ?? ''),
      Array.isArray(by) ? by.length : 1,
    );
    return {
      statements: own.statements + below.statements,
      walks: own.walks + below.walks,
      links: links + below.links,
    };
  }

  /** The price of reading a list: its page, and what is selected about the whole list. */
  private reading(list: GraphQLObjectType, inner: Measure): number {
    const { schema, sizeOf } = this.around;
    const size = sizeOf(listedBy(list));
    const narrowed = (this.node.arguments ?? []).some(
      ({ name: { value: name } }) => !pageArguments.has(name) && this.argument(name) != null,
    );
    const below = this.parent !== schema.getQueryType();
    const words = price.wordsOf(this.argument('text') ?? this.argument('search'));
    return price.ofReading({
      size,
      below,
      statements: 1 + inner.statements,
      walks: (narrowed ? price.walksOfPage(below) : 0) + inner.walks,
      links: inner.links,
      words,
      searched: sizeOf('Resource'),
      lookedAt: price.recordsExaminedBy(this.coordinate, size, words) + this.examinedByFilter(listedBy(list)),
    });
  }

  private readonly filter = () => this.definition?.args.find(({ name }) => name === 'filter');

  /** The class that a filter is for which stands at no list, as that of `coverage` does. */
  private readonly classOfFilter = (): string => classOf(getNamedType(this.filter()?.type) ?? { name: '' });

  /** How many records of a class its filter looks at; 0 without one. */
  private examinedByFilter(of: string): number {
    const { sizeOf } = this.around;
    const filter = this.filter();
    return filter ? recordsExamined(this.argument('filter'), filter.type, sizeOf(of), sizeOf) : 0;
  }

  private readonly argument = (name: string): unknown => argumentOf(this.node, name, this.around.variables);
}
