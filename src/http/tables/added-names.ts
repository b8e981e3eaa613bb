/** The names that the query of a page has beside those of the client: none of them is the beginning of anything that the client wrote. */
import { visit, type DocumentNode } from 'graphql';

/** What the query of a page calls the variables and fields that it adds. */
export interface AddedNames {
  /** How all of them begin. */
  readonly prefix: string;
  /** The variables that say which page is read. */
  readonly first: string;
  readonly after: string;
  /** Whether the list goes on after its page, and where. */
  readonly page: string;
  /** How many records the whole list has. */
  readonly count: string;
  /** Whether a list within a record goes on. */
  readonly rest: string;
  /** Whether a list without pages has more items, and how many it has in all; both stand beside it. */
  readonly more: (list: string) => string;
  readonly all: (list: string) => string;
}

/** Names for a document; in nearly all documents they are the same. */
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
  };
}

/** All names of a document, of whatever kind. */
function namesIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, { Name: ({ value }) => void names.add(value) });
  return [...names];
}
