/** The query behind each page, and the page that its answer makes. */
import { getOrMake } from '../../maps';
import type { Attribute, Description } from '../../resource/description';
import { fieldOfList, fieldOfOne } from '../../resource/field-names';
import { globalId, slugOfKey } from '../../resource/identity';
import type { Registry } from '../../resource/registry';
import type { ConceptScheme } from '../../vocabulary/concept-scheme';
import type { Answered, LinkAnswer, ListAnswer, RecordAnswer } from './answered';
import { keyFacts, listDocument, previousDocument, tableDocument, usualSize } from './documents/list';
import { countedFields, type NarrowingField } from './documents/narrowing';
import { citingDocuments, linkDocument, resourceDocument, sourceDocument } from './documents/record';
import { chosenColumns } from './documents/columns';
import { LinkPage } from './link-page';
import { ListPage } from './list-page';
import { narrowed } from './narrowed';
import { RecordPage } from './record-page';
import { htmlOf } from './render';
import type { Site } from './site';
import { SourcePage } from './source-page';
import { VocabularyPage } from './vocabulary-page';

/** The requested page of links or records. */
export interface RequestedPage {
  readonly first: number | null;
  readonly after: string | null;
}

type Variables = Readonly<Record<string, unknown>>;

/** A query with its variables. */
export interface Question {
  readonly query: string;
  readonly variables: Variables;
}

/** A query with the page that it makes. */
export interface PageQuery {
  readonly query: string;
  /** What else the page asks, in queries of their own; their data is added to that of the first. */
  readonly further?: readonly Question[];
  /** The variables for a page of at most so many links or records; null for the usual number. */
  variables(first: number | null): Variables;
  /**
   * The HTML for an answer; null if there is no such record.
   * @param structured what search engines read
   */
  html(site: Site, data: Answered, variables: Variables, structured: object | null): string | null;
}

const documents = new WeakMap<Description, Map<string, string>>();

/** Documents follow from the declaration alone, so each is made once. */
const documentOf = (description: Description, name: string, make: () => string): string =>
  getOrMake(
    getOrMake(documents, description, () => new Map<string, string>()),
    name,
    make,
  );

const paged = (first: number | null, after: string | null): Variables => ({
  ...(first !== null && { first }),
  ...(after !== null && { after }),
});

/** The page of a resource, with a page of its links. */
function resourcePage(
  description: Description,
  registry: Registry,
  iri: string,
  page: RequestedPage,
): PageQuery {
  const query = documentOf(description, 'resource', () => resourceDocument(description, registry));
  return {
    query,
    variables: (first) => ({ iri, ...paged(first, page.after) }),
    html: (site, data, variables, structured) => {
      const record = data[fieldOfOne(description)] as RecordAnswer | null;
      const shown = { site, description, query, variables, structured };
      return record && htmlOf(<RecordPage {...shown} record={record} />);
    },
  };
}

function linkPage(description: Description, key: string): PageQuery {
  const query = documentOf(description, 'link', () => linkDocument(description));
  return {
    query,
    variables: () => ({ id: globalId(key) }),
    html: (site, data, variables, structured) => {
      const link = data.node as LinkAnswer | null;
      const shown = { site, description, query, variables, structured };
      return link && htmlOf(<LinkPage {...shown} link={link} />);
    },
  };
}

const citing = new WeakMap<Registry, readonly string[]>();

function sourcePage(description: Description, registry: Registry, key: string): PageQuery {
  const query = documentOf(description, 'source', () => sourceDocument(description));
  const slug = slugOfKey(key);
  const further = getOrMake(citing, registry, () => citingDocuments(registry)).map((each) => ({
    query: each,
    variables: { slug },
  }));
  return {
    query,
    further,
    variables: () => ({ slug }),
    html: (site, data, variables, structured) => {
      const source = data[fieldOfOne(description)] as Answered | null;
      const shown = { site, description, query, variables, structured };
      return source && htmlOf(<SourcePage {...shown} source={source} counts={data} further={further} />);
    },
  };
}

/** The page of a controlled vocabulary, which is declared and not read. */
export const vocabularyHtml = (site: Site, scheme: ConceptScheme, structured: object | null): string =>
  htmlOf(<VocabularyPage site={site} scheme={scheme} structured={structured} />);

/** The page of a record at its web address. */
export function recordPage(
  description: Description,
  registry: Registry,
  { key, iri }: { key: string; iri: string },
  page: RequestedPage,
): PageQuery {
  if (description.kind === 'resource') return resourcePage(description, registry, iri, page);
  return description.kind === 'link' ? linkPage(description, key) : sourcePage(description, registry, key);
}

const areSame = (one: readonly object[], other: readonly object[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));

/** Only the usual document is kept: there are as many others as choices of columns. */
function documentOfList(
  description: Description,
  columns: readonly Attribute[],
  counted: readonly NarrowingField[],
): string {
  const isUsual =
    areSame(columns, keyFacts(description)) &&
    areSame(counted, countedFields(description, new URLSearchParams()));
  const make = () => listDocument(description, columns, counted);
  return isUsual ? documentOf(description, 'list', make) : make();
}

/** The question where the page before a later page of a list begins; none on the first page. */
function previousOf(
  description: Description,
  narrowing: Variables,
  { first, after }: RequestedPage,
): Question[] {
  if (after === null) return [];
  const query = documentOf(description, 'previous', () => previousDocument(description));
  return [{ query, variables: { ...narrowing, last: first ?? usualSize, before: after } }];
}

/** The cursor after which the page before this one begins: null if that is the first one, undefined if this is. */
function previousIn(data: Answered, question: Question | undefined): string | null | undefined {
  if (question === undefined) return undefined;
  const { edges } = data.previous as { edges: readonly { cursor: string }[] };
  return edges.length < Number(question.variables.last) ? null : (edges[0]?.cursor ?? null);
}

/** The page of a list. @param parameters of its address */
export function listPage(
  description: Description,
  parameters: URLSearchParams,
  page: RequestedPage,
): PageQuery {
  const columns = chosenColumns(description, parameters);
  const counted = countedFields(description, parameters);
  const query = documentOfList(description, columns, counted);
  const narrowing = narrowed(description, parameters);
  const further = previousOf(description, narrowing, page);
  const table = {
    query: documentOf(description, 'table', () => tableDocument(description)),
    variables: narrowing,
  };
  return {
    query,
    further,
    variables: (first) => ({ ...narrowing, ...paged(first, page.after) }),
    html: (site, data, variables, structured) => {
      const list = data[fieldOfList(description)] as ListAnswer;
      const shown = { site, description, columns, counted, list, query, variables, table, structured };
      return htmlOf(<ListPage {...shown} previous={previousIn(data, further[0])} />);
    },
  };
}
