/** Compiles an operation. Each field becomes a writer, which returns the texts for all its parents at once. */
import {
  defaultFieldResolver,
  getNamedType,
  isAbstractType,
  isIntrospectionType,
  isObjectType,
  OperationTypeNode,
  print,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { getFieldDef } from 'graphql/execution/execute';
import { descriptionOf } from '../../resource/record';
import { noParent } from '../connection';
import { argumentsOf, usesVariables, type Arguments } from './arguments';
import { resolved, valuesBy } from './field-values';
import { ListCache } from './list-cache';
import { readLists } from './listed';
import { describing, description, isDescription, partsOfSchema } from './introspection';
import { isCacheableType, cachedTexts } from './cached-texts';
import { after } from '../maybe-promise';
import { mixedWriter, objectWriter, type FieldWriter } from './object';
import { readingFor } from '../records';
import { recordWriter, recordsWriter } from './keyed';
import {
  isRecord,
  resolutionOf,
  type ListField,
  type PlanContext,
  type RecordField,
  type RecordsField,
} from './resolution';
import type { Fields, Selections } from './selection';
import type { Watch } from './step';
import { valueWriter } from './values';
import { json, PlanBailout, type Writer } from './writer';

/** A field that only the fallback executor can resolve. */
export class Unplanned extends Error {
  /** @param field such as `Query.__schema` */
  constructor(readonly field: string) {
    super(field);
  }
}

type Field = GraphQLField<unknown, unknown>;
type KeyedPlan = RecordField<unknown, unknown, PlanContext> | RecordsField<unknown, unknown, PlanContext>;

const unwatched: Watch = (_, writer) => writer;

/** Estimated bytes of a plan per field: closures, texts, and reads. */
const bytesOfField = 1_500;

/** Observers of compilation. */
export interface CompileObservers {
  /** Called with the change of the plan's bytes, also during runs: selections on an interface are compiled for each type when it first occurs. */
  weigh: (bytes: number) => void;
  watch?: Watch | undefined;
}

/** Compiles the operation. @throws Unplanned */
export function compile(selections: Selections, around: CompileObservers): Writer {
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
    private readonly around: CompileObservers,
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
    if (resolution?.plan)
      return this.watch({ ...step, reads: 'record' }, this.keyed(field, nodes, args, resolution.plan, path));
    const resolve = resolution?.resolve ?? defaultFieldResolver;
    const values = valuesBy(resolve, { parent, field, nodes, args }, this.selections);
    const written = (): Writer =>
      resolved(values, valueWriter(field.type, this.below(field.type, nodes, path)));
    if (isDescription(parent, field))
      return this.watch({ ...step, reads: 'resolver' }, description(this.selections, nodes, written));
    const writer = this.cached(parent, field, node, written());
    return resolution ? this.watch({ ...step, reads: 'resolver' }, writer) : writer;
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
    if (!isAbstractType(named)) return nothing;
    const writers = new Map<string, Writer>();
    return mixedWriter(typeOf, (name) => {
      const object = this.selections.schema.getType(name);
      if (!isObjectType(object)) throw new PlanBailout(`no type ${name}`);
      const found = writers.get(name) ?? this.object(object, this.selections.below(object, nodes), path);
      writers.set(name, found);
      return found;
    });
  }

  /** What is read by keys is read for all parents together. */
  private keyed(
    { type }: Field,
    nodes: readonly FieldNode[],
    args: Arguments,
    plan: KeyedPlan,
    path: Path,
  ): Writer {
    const below = this.below(type, nodes, path);
    const reading = readingFor((name) => this.selections.needs(name, nodes));
    const field = { type, args, reading, below };
    return plan.kind === 'record' ? recordWriter(field, plan) : recordsWriter(field, plan);
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
    const lists = new ListCache(request, args, reading, this.around.weigh);
    return {
      texts: (sources, run) => {
        const parents = sources.map((source) => (isRecord(source) ? source.key : noParent));
        return after(lists.of(run), (list) =>
          after(readLists(list, parents, asked, run), (read) => writer.texts(read, run)),
        );
      },
    };
  }
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
