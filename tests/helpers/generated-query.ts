/** Queries made by fast-check from the schema: any field, argument, fragment, alias and condition, some of them refused. */
import fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** A query with its variables. */
export interface GeneratedQuery {
  query: string;
  variables: Record<string, unknown>;
}

/** Values that stand in the catalogue, so that queries find something. */
export interface Known {
  ids: readonly string[];
  slugs: readonly string[];
  iris: readonly string[];
  texts: readonly string[];
}

/** Fields that do not answer the same twice, or of which there is no plan. */
const leftOut = new Set(['_entities', '_service', 'cost', 'subgraphs']);

/** The variable on which conditions depend. */
const condition = '$yes: Boolean! = true';

const mostLevels = 5;
const mostFields = 4;

export const generatedQuery = (schema: GraphQLSchema, known: Known): fc.Arbitrary<GeneratedQuery> =>
  fc.gen().map((pick) => new QueryWriter(schema, known, pick).query());

class QueryWriter {
  private readonly declared = new Set<string>();
  private readonly variables: Record<string, unknown> = {};
  private count = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly known: Known,
    private readonly pick: fc.GeneratorValue,
  ) {}

  query(): GeneratedQuery {
    const type = this.schema.getQueryType();
    const selection = type ? this.selection(type, mostLevels) : '{ __typename }';
    const declared = [...this.declared];
    if (declared.includes(condition) && this.oneIn(3)) this.variables.yes = this.oneIn(2);
    const head = declared.length > 0 ? `query Generated(${declared.join(', ')})` : 'query';
    return { query: `${head} ${selection}`, variables: this.variables };
  }

  private selection(type: GraphQLNamedType, levels: number): string {
    const parts = [...(this.oneIn(4) ? ['__typename'] : []), ...this.fields(type, levels)];
    if (isAbstractType(type)) {
      for (const possible of this.some(this.schema.getPossibleTypes(type), 2)) {
        parts.push(`... on ${possible.name} ${this.selection(possible, levels - 1)}`);
      }
    }
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
  }

  private fields(type: GraphQLNamedType, levels: number): string[] {
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const all = Object.values(type.getFields()).filter(
      ({ name, type: of }) => !leftOut.has(name) && (levels > 1 || !isObjectOrInterface(getNamedType(of))),
    );
    return this.some(all, mostFields).map((field) => this.within(type, this.field(field, levels)));
  }

  private field(field: GraphQLField<unknown, unknown>, levels: number): string {
    const named = getNamedType(field.type);
    const args = this.given(field).flatMap((argument) => this.argument(argument));
    const alias = `f${++this.count}: `;
    const below = isObjectOrInterface(named) ? ` ${this.selection(named, levels - 1)}` : '';
    return `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${this.condition()}${below}`;
  }

  /** Sometimes within a fragment. */
  private within(type: GraphQLNamedType, field: string): string {
    if (!this.oneIn(6)) return field;
    return this.oneIn(2) ? `... ${this.condition()} { ${field} }` : `... on ${type.name} { ${field} }`;
  }

  private condition(): string {
    if (!this.oneIn(8)) return '';
    const value = this.one(['$yes', 'true', 'false']);
    if (value === '$yes') this.declared.add(condition);
    return ` @${this.one(['skip', 'include'])}(if: ${value})`;
  }

  /** The arguments that are given: what cannot be without, some others, and seldom what is refused. */
  private given({ args }: GraphQLField<unknown, unknown>): GraphQLArgument[] {
    if (this.oneIn(100)) return [...args];
    const names = new Set(args.map(({ name }) => name));
    // A record is looked up by one of the two.
    if (names.has('slug') && names.has('id'))
      return args.filter(({ name }) => name === (this.oneIn(20) ? 'id' : 'slug'));
    const end = this.one(['first', 'last']);
    const never = new Set(['after', 'before', end === 'first' ? 'last' : 'first']);
    const some = args.filter(({ name, type }) => isNonNullType(type) || (!never.has(name) && this.oneIn(3)));
    const ofDay = some.some(({ name }) => name === 'asOf');
    return some.filter(({ name }) => name !== 'holding' || ofDay || this.oneIn(20));
  }

  private argument({ name, type }: GraphQLArgument): string[] {
    if (this.oneIn(4)) {
      const variable = `v${++this.count}`;
      this.declared.add(`$${variable}: ${String(type)}`);
      this.variables[variable] = this.value(type, name, 3);
      return [`${name}: $${variable}`];
    }
    return [`${name}: ${literal(this.value(type, name, 3), getNamedType(type))}`];
  }

  private value(type: GraphQLInputType, name: string, levels: number): unknown {
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const size = this.pick(fc.integer, { min: 0, max: 2 });
      return Array.from({ length: size }, () => this.value(nullable.ofType, name, levels));
    }
    const named = getNamedType(nullable);
    if (isEnumType(named)) return new EnumValue(this.one(named.getValues()).name);
    if (isInputObjectType(named)) {
      const fields = Object.values(named.getFields());
      const required = fields.filter(
        (field) => isNonNullType(field.type) && field.defaultValue === undefined,
      );
      const chosen = levels > 0 ? this.some(fields, 2) : this.some(fields.filter(isSimple), 1);
      return Object.fromEntries(
        [...new Set([...required, ...chosen])].map((field) => [
          field.name,
          this.value(field.type, field.name, levels - 1),
        ]),
      );
    }
    return this.scalar(named.name, name);
  }

  private scalar(type: string, name: string): unknown {
    const { ids, slugs, iris, texts } = this.known;
    switch (type) {
      case 'Int':
        return this.oneIn(100) ? 0 : this.pick(fc.integer, { min: 1, max: name === 'maxLength' ? 3 : 6 });
      case 'Float':
        return this.one([0, 0.5, 3]);
      case 'Boolean':
        return this.oneIn(2);
      case 'ID':
        return this.oneIn(100) ? 'unknown' : this.one(ids);
      case 'Date':
        return this.one(name === 'from' ? days.slice(0, 2) : name === 'to' ? days.slice(2) : days);
      case 'DateTime':
        return '2025-01-01T00:00:00.000Z';
      case 'IRI':
        return this.one([...iris, 'https://elsewhere.example/x']);
      default:
        return name === 'slug' ? this.one([...slugs, 'nobody']) : this.one(texts);
    }
  }

  private oneIn(count: number): boolean {
    return this.pick(fc.nat, { max: count - 1 }) === 0;
  }

  private one<T>(from: readonly T[]): T {
    return from[this.pick(fc.nat, { max: from.length - 1 })] as T;
  }

  private some<T>(from: readonly T[], most: number): T[] {
    if (from.length === 0) return [];
    const count = this.pick(fc.integer, { min: 1, max: most });
    return [...new Set(Array.from({ length: count }, () => this.one(from)))];
  }
}

const days = ['2019-12-31', '2020-01-31', '2021-06-01', '2022-01-01'];

class EnumValue {
  constructor(readonly name: string) {}

  /** As a variable it is its name. */
  toJSON(): string {
    return this.name;
  }
}

const isObjectOrInterface = (type: GraphQLNamedType): boolean => isObjectType(type) || isInterfaceType(type);

const isSimple = ({ type }: { type: GraphQLInputType }): boolean => !isInputObjectType(getNamedType(type));

/** A value as it stands in a document. */
function literal(value: unknown, type: GraphQLNamedType): string {
  if (value instanceof EnumValue) return value.name;
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, type)).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, part]) => `${name}: ${literal(part, type)}`)
      .join(', ')} }`;
  return JSON.stringify(value);
}
