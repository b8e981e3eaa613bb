/** How a field is resolved, as the fallback executor and the plans both know it. */
import type { GraphQLField, GraphQLResolveInfo } from 'graphql';
import type { RowSource } from '../rows/cached';
import type { ConnectionRequest } from '../asked-connection';
import type { Loaders } from '../loaders';
import type { Reader } from '../sql';
import type { Registry } from '../../resource/registry';
import type { StoredRecord } from '../../resource/record';
import type { LanguageTag } from '../../resource/text';
import type { MaybePromise } from '../maybe-promise';

/** What a plan has at hand during one request; the resolvers of the fields may know more of it. */
export interface PlanContext {
  registry: Registry;
  reader: Reader;
  loaders: Loaders;
  /** What is cached between requests; left out where nothing is. */
  rows?: RowSource | undefined;
  /** How many bytes the answer may have; left out where it is not bounded. */
  answerBytes?: number | undefined;
  /** The language that the client prefers. */
  language: LanguageTag;
}

/** One record, of which the parent holds the key. */
export interface RecordField<Parent, Arguments, Context> {
  kind: 'record';
  /** @returns null where there is none. */
  key: (parent: Parent, args: Arguments, context: Context) => string | null;
}

/** A page of a list, the same for every parent but for the parent itself. */
export interface ListField<Arguments, Context> {
  kind: 'list';
  request: (args: Arguments, context: Context) => MaybePromise<ConnectionRequest>;
}

/** What a field tells plans about itself, so that they can read for all its parents at once. */
export type FieldPlan<Parent, Arguments, Context> =
  RecordField<Parent, Arguments, Context> | ListField<Arguments, Context>;

/** What the fallback executor calls for each parent, and what plans may do instead. */
export interface Resolution<Parent = unknown, Arguments = unknown, Context = PlanContext> {
  resolve: (parent: Parent, args: Arguments, context: Context, info: GraphQLResolveInfo) => unknown;
  /** How plans read for all parents at once; without it they call `resolve` for each. */
  plan?: FieldPlan<Parent, Arguments, Context> | undefined;
  /** Attributes and references of its record that the field needs, where it does not need all; the key is always there. */
  reads?: readonly string[] | undefined;
  /** Whether its value depends on more than the record, the arguments and the language of the client. */
  varies?: boolean | undefined;
}

/** Under this name the extensions of a GraphQL field hold its resolution. */
export const resolutionExtension = 'resolution';

/** The resolution of a field; undefined where the field is not of our making. */
export const resolutionOf = ({ extensions }: GraphQLField<unknown, unknown>): Resolution | undefined =>
  extensions[resolutionExtension] as Resolution | undefined;

/** Whether a value is a record as the store gives it. */
export const isRecord = (value: unknown): value is StoredRecord =>
  typeof value === 'object' && value !== null && typeof (value as StoredRecord).key === 'string';
