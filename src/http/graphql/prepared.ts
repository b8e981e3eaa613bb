/** The types of prepared documents, operations and requests. */
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationTypeNode } from 'graphql';
import type { QueryTooComplex } from '../../errors';
import type { Variables } from '../../graphql/cost/arguments';
import type { Cost, GraphQLParams } from '../../graphql/cost/estimate';
import type { Planned } from '../../query/plan/plans';
import type { LanguageTag } from '../../resource/text';

/** A parsed document. */
export interface PreparedDocument {
  readonly node: DocumentNode;
  readonly text: string;
  /** The schema for measuring and validating it. */
  readonly schema: GraphQLSchema;
  /** Whether it is valid. It is cached from then on. */
  isValid: boolean;
  /** Number of uses of variables in it, once it is cached. */
  uses: number;
  /** Its operations, by the `operationName` with which clients select them. */
  readonly operations: Map<string, PreparedOperation>;
  /** The cached request texts that use it. */
  readonly texts: Set<string>;
}

/** The selected operation of a document. */
export interface PreparedOperation {
  readonly document: PreparedDocument;
  /** The client's `operationName`. */
  readonly operationName: string | undefined;
  /** Null if the document has no such operation. */
  readonly kind: OperationTypeNode | null;
  readonly name: string | null;
  /** Unique number, for keys. */
  readonly number: number;
}

/** An operation with variables. */
export interface PreparedRequest {
  readonly params: GraphQLParams;
  readonly variables: Variables;
  /** Null if the document could not be parsed completely. */
  readonly operation: PreparedOperation | null;
  /** Null if the document could not be parsed. */
  readonly cost: Cost | null;
  /** The limit that it exceeds, if any. */
  readonly refusal: QueryTooComplex | null;
  /** The syntax error, if any. */
  readonly fault: GraphQLError | null;
  /** Key of its answer in each language; null if it must not be cached. */
  readonly keys: Readonly<Record<LanguageTag, string>> | null;
  /** The generation of the cache for which its cost and answer are valid. */
  readonly generation: object;
  /** Its plan, once it was made. */
  plan: Planned | null;
}
