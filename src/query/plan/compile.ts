/** Compiles an operation. Each field becomes a writer, which returns the texts for all its parents at once. */
import {
  getNamedType,
  isInterfaceType,
  isIntrospectionType,
  isNullableType,
  isObjectType,
  OperationTypeNode,
  print,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { getFieldDef } from 'graphql/execution/execute';
import { descriptionOf } from '../../resource/record';
import { noParent } from '../connection';
import { argumentsOf, usesVariables, type Arguments } from './arguments';
import { AskedLists } from './asked-lists';
import { readLists } from './listed';
import { describing, description, isDescription, partsOfSchema } from './introspection';
import { isCacheableType, cachedTexts } from './cached-texts';
import { after, together, type MaybePromise } from '../maybe-promise';
import { mixedWriter, objectWriter, type FieldWriter } from './object';
import { readingFor } from '../records';
import {
  isRecord,
  resolutionOf,
  type ListField,
  type PlanContext,
  type RecordField,
  type Resolution,
} from './resolution';
import type { Fields, Selections } from './selection';
import { at, valueWriter } from './values';
import { bounded, json, PlanBailout, type Run, type Writer } from './writer';

/** A field that only the fallback executor can resolve. */
export class Unplanned extends Error {
  /** @param field such as `Query.__schema` */
  constructor(readonly field: string) {
    super(field);
  }
}

type Field = GraphQLField<unknown, unknown>;

/** A field for which something may be read. */
export interface Step {
  /** The response keys that lead to it. */
  path: readonly string[];
  /** Its coordinate, such as `Institution.participations`. */
  field: string;
  /** Whether it reads a page of a list per parent, a record per parent, or calls a resolver. */
  reads: 'list' | 'record' | 'resolver';
}

/** Observes the execution of a step. */
export type Watch = (step: Step, writer: Writer) => Writer;

const unwatched: Watch = (_, writer) => writer;

/** Estimated bytes of a plan per field: closures, texts, and reads. */
const bytesOfField = 1_500;

/** Observers of compilation. */
export interface Around {
  /** Called with the change of the plan's bytes, also during runs: selections on an interface are compiled for each type when it first occurs. */
  weigh: (bytes: number) => void;
  watch?: Watch | undefined;
}

/** Compiles the operation. @throws Unplanned */
export function compile(selections: Selections, around: Around): Writer {
  const query = selections.schema.getQueryType();
  if (!query || selections.operation.operation !== OperationTypeNode.QUERY) throw new Unplanned('Mutation');
  return new Compiler(selections, around).object(query, selections.root(query), []);
}

/** The response keys that lead to a position. */
type Path = readonly string[];

class Compiler {
  private readonly watch: Watch;

  constructor(
    private readonly selections: Selections,
    private readonly around: Around,
  ) {
    this.watch = around.watch ?? unwatched;
  }

  object(type: GraphQLObjectType, fields: Fields, path: Path): Writer {
    const writers = [...fields].map(([key, nodes]): FieldWriter => {
      const [node] = nodes;
      if (node?.name.value === '__typename') return { key, writer: json(type.name) };
      return { key, writer: this.field(type, nodes, [...path, key]) };
    });
    return isIntrospectionType(type) ? partsOfSchema(objectWriter(writers)) : objectWriter(writers);
  }

  private field(parent: GraphQLObjectType, nodes: readonly FieldNode[], path: Path): Writer {
    const [node] = nodes;
    const name = node?.name.value ?? '';
    const field = node && getFieldDef(this.selections.schema, parent, node);
    if (!node || !field) throw new Unplanned(`${parent.name}.${name}`);
    const resolution = resolutionOf(field) ?? describing(parent, field);
    if (!resolution && field.resolve) throw new Unplanned(`${parent.name}.${name}`);
    const args = argumentsOf(field, node);
    this.around.weigh(bytesOfField);
    const step = { path, field: `${parent.name}.${name}` };
    if (resolution?.plan?.kind === 'list')
      return this.watch({ ...step, reads: 'list' }, this.list(field, nodes, args, resolution.plan, path));
    if (resolution?.plan?.kind === 'record')
      return this.watch({ ...step, reads: 'record' }, this.record(field, nodes, args, resolution.plan, path));
    const written = (values: Getter): Writer =>
      resolved(values, valueWriter(field.type, this.below(field.type, nodes, path)));
    if (!resolution)
      return this.cached(parent, field, node, written(this.property(parent, field, nodes, args)));
    const values = this.resolver(resolution, parent, field, nodes, args);
    return this.watch(
      { ...step, reads: 'resolver' },
      isDescription(parent, field)
        ? description(this.selections, nodes, () => written(values))
        : this.cached(parent, field, node, written(values)),
    );
  }

  /** Adds caching with shared records, if it is possible for the field. */
  private cached(parent: GraphQLObjectType, field: Field, node: FieldNode, writer: Writer): Writer {
    return this.isCacheable(parent, field, node)
      ? cachedTexts(parent.name, `${field.name} ${(node.arguments ?? []).map(print).join()}`, writer)
      : writer;
  }

  /** Whether a field's texts may be cached with its record. */
  private isCacheable(parent: GraphQLObjectType, field: Field, node: FieldNode): boolean {
    if (!this.selections.isRecord(parent) || !isCacheableType(field.type) || usesVariables(node))
      return false;
    const resolution = resolutionOf(field);
    return !resolution || (resolution.reads !== undefined && !resolution.varies);
  }

  /** The writer for a field's selection, applied to single objects; lists are handled around it. */
  private below(type: GraphQLOutputType, nodes: readonly FieldNode[], path: Path): Writer {
    const named = getNamedType(type);
    if (isObjectType(named)) return this.object(named, this.selections.below(named, nodes), path);
    if (!isInterfaceType(named)) return nothing;
    const writers = new Map<string, Writer>();
    return mixedWriter(typeOf, (name) => {
      const object = this.selections.schema.getType(name);
      if (!isObjectType(object)) throw new PlanBailout(`no type ${name}`);
      const found = writers.get(name) ?? this.object(object, this.selections.below(object, nodes), path);
      writers.set(name, found);
      return found;
    });
  }

  private record(
    field: Field,
    nodes: readonly FieldNode[],
    args: Arguments,
    { key }: RecordField<unknown, unknown, PlanContext>,
    path: Path,
  ): Writer {
    const writer = valueWriter(field.type, this.below(field.type, nodes, path));
    const reading = readingFor((type) => this.selections.needs(type, nodes));
    const whenMissing = isNullableType(field.type) ? 'null' : undefined;
    return {
      texts: (sources, run) => {
        const given = args(run);
        const keys = sources.map((source) => key(source, given, run.context));
        const distinct = [...new Set(keys.filter((each) => each !== null))];
        return after(run.source.records(distinct, reading), (recordAt) => {
          const records = distinct.map(recordAt);
          return after(writer.texts(records, run), (texts) => {
            const byKey = new Map(distinct.map((each, index) => [each, at(texts, index)]));
            const written = keys.map((each) => (each === null ? whenMissing : byKey.get(each)) ?? missing());
            return bounded(written, run);
          });
        });
      },
    };
  }

  private list(
    field: Field,
    nodes: readonly FieldNode[],
    args: Arguments,
    { request }: ListField<unknown, PlanContext>,
    path: Path,
  ): Writer {
    const connection = getNamedType(field.type) as GraphQLObjectType;
    const fields = this.selections.below(connection, nodes);
    const names = new Set([...fields.values()].map(([node]) => node?.name.value));
    const asked = {
      page: names.has('nodes') || names.has('edges') || names.has('pageInfo'),
      totalCount: names.has('totalCount'),
    };
    const reading = readingFor((type) => this.selections.needsOfListed(type, connection, fields));
    const writer = this.object(connection, fields, path);
    const lists = new AskedLists(request, args, reading, this.around.weigh);
    return {
      texts: (sources, run) => {
        const parents = sources.map((source) => (isRecord(source) ? source.key : noParent));
        return after(lists.of(run), (list) =>
          after(readLists(list, parents, asked, run), (read) => writer.texts(read, run)),
        );
      },
    };
  }

  /** graphql-js's default resolver: a property, or the result of calling it. */
  private property(
    parent: GraphQLObjectType,
    field: Field,
    nodes: readonly FieldNode[],
    args: Arguments,
  ): Getter {
    const { name } = field;
    const info = this.info(parent, field, nodes);
    return (sources, run) =>
      sources.map((source) => {
        const value = (source as Record<string, unknown>)[name];
        if (typeof value !== 'function') return value;
        return (source as Record<string, (...given: unknown[]) => unknown>)[name]?.(
          args(run),
          run.context,
          info(run),
        );
      });
  }

  private resolver(
    { resolve }: Resolution,
    parent: GraphQLObjectType,
    field: Field,
    nodes: readonly FieldNode[],
    args: Arguments,
  ): Getter {
    const info = this.info(parent, field, nodes);
    return (sources, run) => {
      const given = args(run);
      const resolveInfo = info(run);
      return sources.map((source) => resolve(source, given, run.context, resolveInfo));
    };
  }

  /** The info argument for resolvers. */
  private info(
    parentType: GraphQLObjectType,
    { name, type }: Field,
    fieldNodes: readonly FieldNode[],
  ): (run: Run) => GraphQLResolveInfo {
    const { schema, operation, fragments } = this.selections;
    return ({ variables }) => ({
      fieldName: name,
      fieldNodes,
      returnType: type,
      parentType,
      path: { prev: undefined, key: name, typename: parentType.name },
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: variables,
    });
  }
}

/** The values of a field for all its parents. */
type Getter = (sources: readonly unknown[], run: Run) => MaybePromise<unknown>[];

const resolved = (values: Getter, writer: Writer): Writer => ({
  texts: (sources, run) =>
    after(together(values(sources, run)), (settled) => {
      for (const value of settled) if (value instanceof Error) throw value;
      return writer.texts(settled, run);
    }),
});

function missing(): never {
  throw new PlanBailout('null');
}

/** Leaves have no selection. */
const nothing: Writer = {
  texts: () => {
    throw new PlanBailout('nothing below');
  },
};

/** The type of a record. Other objects that implement an interface are not ours. */
function typeOf(source: unknown): string {
  if (!isRecord(source)) throw new PlanBailout('no record');
  return descriptionOf(source).type;
}
