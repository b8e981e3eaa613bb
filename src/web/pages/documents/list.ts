/** The query behind the page of a list, and the one whose table can be downloaded. */
import { parse, print } from 'graphql';
import type { Attribute, Description } from '../../../resource/description';
import { enumCode, fieldOfList } from '../../../resource/field-names';
import { narrowedBy, type NarrowingField } from './narrowing';
import { asItIs, mention, pageInfo, selectionOf } from './selection';

/** Records on a page, unless its address says otherwise. */
export const usualSize = 20;
/** The most values of a filter. */
const choices = 50;

const has = ({ attributes }: Description, name: string): boolean =>
  attributes.some((attribute) => attribute.name === name);

/** The name by which people know the records of a class. */
export const titleOf = (description: Description): string | null =>
  ['name', 'title'].find((name) => has(description, name)) ?? null;

/** Whether one can search in a list. */
export const isSearched = ({ kind, attributes }: Description): boolean =>
  kind === 'resource' && attributes.some(({ search }) => search > 0);

/** The texts of which one must contain what is looked for, in lists without a search of their own. */
export const containing = ({ kind }: Description): readonly string[] =>
  kind === 'source' ? ['title', 'publisher'] : [];

/** What a list tells of each record: what it is narrowed by, its short name and its time. */
export const keyFacts = (description: Description): Attribute[] =>
  description.attributes.filter(
    (attribute) =>
      ['acronym', 'roleNote', 'startsOn', 'endsOn', 'issuedOn', 'publisher'].includes(attribute.name) ||
      narrowedBy(description).includes(attribute),
  );

const nodeOf = (description: Description): string =>
  description.kind === 'link'
    ? `id from ${mention} to ${mention}`
    : description.kind === 'source'
      ? 'id slug title'
      : 'iri name names { language }';

const inReadersLanguage = '(language: $language)';

/** How the list is narrowed and ordered. */
function argumentsOf(description: Description): { declared: string; passed: string } {
  const parameters: [string, string][] = [
    ...(isSearched(description) ? [['search', 'String'] as [string, string]] : []),
    ['filter', `${description.type}Filter`],
    ['orderBy', `[${description.type}Order!]`],
  ];
  return {
    declared: parameters.map(([name, type]) => `$${name}: ${type}`).join(', '),
    passed: parameters.map(([name]) => `${name}: $${name}`).join(', '),
  };
}

/** What a list can be narrowed by. */
function facetsOf(fields: readonly NarrowingField[]): string {
  const by = fields.map(({ name }) => enumCode(name));
  if (by.length === 0) return '';
  return `facets(by: [${by.join(', ')}], first: ${choices}, excludeOwnFilter: true) { by buckets { value label count } }`;
}

/** The query for what a search in a list can be narrowed by; null where that is nothing. */
export function facetsDocument(description: Description): string | null {
  const facets = facetsOf(narrowedBy(description));
  if (facets === '' || !isSearched(description)) return null;
  const { type } = description;
  return print(
    parse(
      `query ${type}Facets($search: String) { ${fieldOfList(description)}(search: $search) { totalCount ${facets} } }`,
    ),
  );
}

/** The query for a page of a list. @param counted the fields whose values are counted */
export function listDocument(
  description: Description,
  columns: readonly Attribute[],
  counted: readonly NarrowingField[],
): string {
  const { declared, passed } = argumentsOf(description);
  return print(
    parse(`query ${description.type}List($first: Int = ${usualSize}, $after: String, ${declared}) {
  ${fieldOfList(description)}(first: $first, after: $after, ${passed}) {
    totalCount ${pageInfo}
    nodes { __typename ${nodeOf(description)} ${columns.map((attribute) => selectionOf(attribute)).join(' ')} }
    ${facetsOf(counted)}
  }
}`),
  );
}

/** The query for where the page before a later page begins: the records up to the one after which the later page begins. */
export function previousDocument(description: Description): string {
  const { declared, passed } = argumentsOf(description);
  return print(
    parse(`query ${description.type}Previous($last: Int, $before: String, ${declared}) {
  previous: ${fieldOfList(description)}(last: $last, before: $before, ${passed}) { edges { cursor } }
}`),
  );
}

/** The query for the table of a list: every attribute, with names and labels in the reader's language. */
export function tableDocument(description: Description): string {
  const { declared, passed } = argumentsOf(description);
  const name = `iri name${inReadersLanguage}`;
  const ends = description.kind === 'link' ? `from { ${name} } to { ${name} }` : '';
  const iri = description.kind === 'resource' ? 'iri' : '';
  const attributes = description.attributes.map((attribute) =>
    selectionOf(attribute, asItIs, inReadersLanguage),
  );
  const selected = `${iri} ${ends} ${attributes.join(' ')}`;
  const language = selected.includes(inReadersLanguage) ? ', $language: Language' : '';
  return print(
    parse(`query ${description.type}Table(${declared}${language}) {
  ${fieldOfList(description)}(${passed}) { nodes { ${selected} } }
}`),
  );
}
