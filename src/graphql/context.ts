/** The context of resolvers during one request. */
import type { GraphQLSchema } from 'graphql';
import type { Limits } from '../config';
import type { RowSource } from '../query/rows/cached';
import { Loaders } from '../query/loaders';
import type { SizeOf } from '../query/sizes';
import type { Reader } from '../query/sql';
import { Profiles } from '../rdf/profiles/profiles';
import type { Registry } from '../resource/registry';
import type { LanguageTag } from '../resource/text';
import { tagOf, type Language, type TextLanguage } from '../vocabulary/language';
import type { SubgraphReport } from './subgraph-report';

export interface RequestContext {
  registry: Registry;
  schema: GraphQLSchema;
  limits: Limits;
  /** The number of records of a class, as last counted. */
  sizeOf: SizeOf;
  reader: Reader;
  /** The row cache, unless it is off. */
  rows?: RowSource | undefined;
  loaders: Loaders;
  /** The client's preferred language, from `Accept-Language`. */
  language: LanguageTag;
  /** Base of the web addresses of records. */
  publicUrl: string;
  /** The profiles by which records are judged. */
  profiles: Profiles;
  /** Called before something is read that changes without a new version of the data, such as the runs of harvests. */
  readsStates?: (() => void) | undefined;
  /** The state of linked subgraphs; absent if there are none. */
  subgraphs?: (() => readonly SubgraphReport[]) | undefined;
}

/** The language of an argument, or the client's preferred one. */
export const languageFor = (
  argument: Language | null | undefined,
  { language }: RequestContext,
): TextLanguage => (argument ? tagOf(argument) : language);

const noProfiles = new Profiles([]);

/** Creates the context of one request, with its own loaders. */
export const requestContext = ({
  profiles = noProfiles,
  ...request
}: Omit<RequestContext, 'loaders' | 'profiles'> & { profiles?: Profiles }): RequestContext => ({
  ...request,
  profiles,
  loaders: new Loaders(request.reader, request.registry, request.rows),
});
