/** The GraphQL query whose result is the JSON of a record or list. */
import type { GraphQLParams } from '../../graphql/cost/estimate';
import type { Description } from '../../resource/description';
import type { Page } from './page-arguments';

export type Answered = Readonly<Record<string, unknown>>;

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** What is asked for: the web address, the key of a record, and the page. */
export interface Target {
  readonly iri: string;
  readonly key: string;
  readonly page: Page;
}

/** A page of an answer. */
export interface AnsweredPage {
  readonly data: Answered;
  /** The cursor after which the next page begins; null on the last one. */
  readonly endCursor: string | null;
}

/** A query with the reading of its answer. */
export interface SubjectQuery {
  readonly paramsOf: (target: Target) => GraphQLParams;
  /** The page in the answer's data; null if there is no such record. */
  readonly pageIn: (data: Answered, publicUrl: string) => AnsweredPage | null;
}

export const endOf = ({ hasNextPage, endCursor }: PageInfo): string | null =>
  hasNextPage ? endCursor : null;

/** Whether links of a type have a role. */
export const hasRole = ({ attributes }: Description): boolean =>
  attributes.some(({ name }) => name === 'role');
