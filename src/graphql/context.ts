/** What resolvers have at hand during one request. */
import type { GraphQLSchema } from 'graphql';
import type { Limits } from '../config';
import type { RowSource } from '../query/rows/cached';
import { Loaders } from '../query/loaders';
import type { SizeOf } from '../query/sizes';
import type { Reader } from '../query/sql';
import type { Registry } from '../resource/registry';
import type { LanguageTag } from '../resource/text';
import type { Language } from '../vocabulary/language';
import type { SubgraphReport } from './subgraph-report';

export interface RequestContext {
  registry: Registry;
  schema: GraphQLSchema;
  limits: Limits;
  /** How many records there are of a type, as last counted. */
  sizeOf: SizeOf;
  reader: Reader;
  /** What is cached of the data between requests; left out where nothing is. */
  rows?: RowSource | undefined;
  loaders: Loaders;
  /** The language that the client prefers, from `Accept-Language`. */
  language: LanguageTag;
  /** Base of the web addresses of records. */
  publicUrl: string;
  /** How the subgraphs are that others link in; left out where there are none. */
  subgraphs?: (() => readonly SubgraphReport[]) | undefined;
}

/** The language of an argument, else the one that the client prefers. */
export const languageFor = (asked: Language | null | undefined, { language }: RequestContext): LanguageTag =>
  asked ? (asked.toLowerCase() as LanguageTag) : language;

/** The context of one request, with loaders of its own. */
export const requestContext = (request: Omit<RequestContext, 'loaders'>): RequestContext => ({
  ...request,
  loaders: new Loaders(request.reader, request.registry, request.rows),
});
