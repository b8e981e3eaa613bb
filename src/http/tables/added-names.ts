/** Names for what the page query adds to the client's query. They have a prefix with which no name of the client begins. */
import { visit, type DocumentNode } from 'graphql';

/** The names of added variables and fields. */
export interface AddedNames {
  /** The common prefix. */
  readonly prefix: string;
  /** The variables for the page arguments. */
  readonly first: string;
  readonly after: string;
  /** The page information of the list. */
  readonly page: string;
  /** The total count of the list. */
  readonly count: string;
  /** The page information of a list within a record. */
  readonly rest: string;
  /** For a list without pages: whether it has more items, and how many in all. Both fields are beside the list. */
  readonly more: (list: string) => string;
  readonly all: (list: string) => string;
  /** The key of a row, column or end of a cell of a matrix. */
  readonly id: string;
  /** How exactly a date is stated. */
  readonly precision: (date: string) => string;
}

/** The names for a document. The prefix differs only if the document uses it already. */
export function addedNames(document: DocumentNode): AddedNames {
  const used = namesIn(document);
  let prefix = '_table';
  for (let number = 1; used.some((name) => name.startsWith(prefix)); number += 1) prefix = `_table${number}`;
  return {
    prefix,
    first: `${prefix}_first`,
    after: `${prefix}_after`,
    page: `${prefix}_page`,
    count: `${prefix}_count`,
    rest: `${prefix}_rest`,
    more: (list) => `${prefix}_more_${list}`,
    all: (list) => `${prefix}_all_${list}`,
    id: `${prefix}_id`,
    precision: (date) => `${prefix}_precision_${date}`,
  };
}

/** All names in a document. */
function namesIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, { Name: ({ value }) => void names.add(value) });
  return [...names];
}
