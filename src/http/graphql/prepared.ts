/** What is known of a GraphQL request before it is executed. */
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationTypeNode } from 'graphql';
import type { QueryTooComplex } from '../../errors';
import type { Variables } from '../../graphql/cost/arguments';
import type { Cost, GraphQLParams } from '../../graphql/cost/estimate';
import type { Planned } from '../../query/plan/plans';
import type { LanguageTag } from '../../resource/text';

/** A document that was parsed. */
export interface PreparedDocument {
  readonly node: DocumentNode;
  readonly text: string;
  /** The schema by which it is measured and validated. */
  readonly schema: GraphQLSchema;
  /** Whether it was validated without errors; it is cached from then on. */
  isValid: boolean;
  /** In how many places it has variables, once it is cached. */
  uses: number;
  /** Its operations, by the name with which a client chooses one of them. */
  readonly operations: Map<string, PreparedOperation>;
  /** The texts of requests that ask by it and are cached. */
  readonly texts: Set<string>;
}

/** The operation of a document that a request runs. */
export interface PreparedOperation {
  readonly document: PreparedDocument;
  /** As the client names it. */
  readonly operationName: string | undefined;
  /** Null where the document has no such operation. */
  readonly kind: OperationTypeNode | null;
  readonly name: string | null;
  /** Tells it from all others. */
  readonly number: number;
}

/** An operation with variables. */
export interface PreparedRequest {
  readonly params: GraphQLParams;
  readonly variables: Variables;
  /** Null where the document could not be parsed, or not to its end. */
  readonly operation: PreparedOperation | null;
  /** Null where the document could not be parsed. */
  readonly cost: Cost | null;
  /** Why it is not answered: it is beyond the limits. */
  readonly refusal: QueryTooComplex | null;
  /** Why it cannot be parsed. */
  readonly fault: GraphQLError | null;
  /** Names its answer in each language; null where nothing may be cached. */
  readonly keys: Readonly<Record<LanguageTag, string>> | null;
  /** Its cost and its answer hold for this generation of the cache. */
  readonly generation: object;
  /** How it is answered without the fallback executor, once that was found out. */
  plan: Planned | null;
}
