/** The resolution of a field, for the fallback executor and for plans. */
import type { GraphQLField, GraphQLResolveInfo } from 'graphql';
import type { RowSource } from '../rows/cached';
import type { ConnectionRequest } from '../requested-connection';
import type { Loaders } from '../loaders';
import type { SharedTexts } from './shared-texts';
import type { Reader } from '../sql';
import type { Registry } from '../../resource/registry';
import type { StoredRecord } from '../../resource/record';
import type { LanguageTag } from '../../resource/text';
import type { MaybePromise } from '../maybe-promise';

/** The context of a plan's run. Resolvers may know further properties of it. */
export interface PlanContext {
  registry: Registry;
  reader: Reader;
  loaders: Loaders;
  /** The row cache, unless it is off. */
  rows?: RowSource | undefined;
  /** Maximum bytes of the answer; absent for no limit. */
  answerBytes?: number | undefined;
  /** Where long texts are referred to that many answers share; absent if the text of the answer is to be complete. */
  shared?: SharedTexts | undefined;
  /** The client's preferred language. */
  language: LanguageTag;
}

/** A field with one record, whose key follows from the parent. */
export interface RecordField<Parent, Arguments, Context> {
  kind: 'record';
  /** @returns null if there is none */
  key: (parent: Parent, args: Arguments, context: Context) => MaybePromise<string | null>;
}

/** A field with a list of records, whose keys follow from the parent. */
export interface RecordsField<Parent, Arguments, Context> {
  kind: 'records';
  /** @returns null for each that does not exist */
  keys: (parent: Parent, args: Arguments, context: Context) => MaybePromise<readonly (string | null)[]>;
}

/** A field with a page of a list. The request is the same for every parent. */
export interface ListField<Arguments, Context> {
  kind: 'list';
  request: (args: Arguments, context: Context) => MaybePromise<ConnectionRequest>;
}

/** How plans read a field for all its parents at once. */
export type FieldPlan<Parent, Arguments, Context> =
  | RecordField<Parent, Arguments, Context>
  | RecordsField<Parent, Arguments, Context>
  | ListField<Arguments, Context>;

/** How to resolve a field: for one parent, as the fallback executor does, and optionally for all parents in a plan. */
export interface Resolution<Parent = unknown, Arguments = unknown, Context = PlanContext> {
  resolve: (parent: Parent, args: Arguments, context: Context, info: GraphQLResolveInfo) => unknown;
  /** How plans read; without it they call `resolve` for each parent. */
  plan?: FieldPlan<Parent, Arguments, Context> | undefined;
  /** The attributes and references that the field needs; absent if it needs all. The key is always available. */
  reads?: readonly string[] | undefined;
  /** Whether its value depends on more than the record, the arguments and the client's language. */
  varies?: boolean | undefined;
}

/** The extension of a GraphQL field that contains its resolution. */
export const resolutionExtension = 'resolution';

/** The resolution of a field; undefined for fields that we did not define. */
export const resolutionOf = ({ extensions }: GraphQLField<unknown, unknown>): Resolution | undefined =>
  extensions[resolutionExtension] as Resolution | undefined;

/** Whether a value is a record from the store. */
export const isRecord = (value: unknown): value is StoredRecord =>
  typeof value === 'object' && value !== null && typeof (value as StoredRecord).key === 'string';
