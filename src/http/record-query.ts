/** The query behind a record's web address: everything about the record, and a page of its links. */
import type { FormattedExecutionResult } from 'graphql';
import { largestPageSize } from '../query/page';
import type { Description } from '../resource/description';
import type { Registry } from '../resource/registry';
import { parameterIn, parametersOf } from './address';
import { Refusal } from './errors';

/** The requested page of links. */
export interface LinkPage {
  /** Maximum number of links; null if the URL does not say. */
  readonly first: number | null;
  /** The cursor after which the page begins. */
  readonly after: string | null;
}

/** Parses the page arguments of a URL. @throws Refusal */
export function pageAsked(url: string): LinkPage {
  const parameters = parametersOf(url);
  const after = parameterIn(parameters, 'after') ?? null;
  const written = parameterIn(parameters, 'first');
  if (written === undefined) return { first: null, after };
  const first = /^\d{1,9}$/.test(written) ? Number(written) : 0;
  if (first >= 1 && first <= largestPageSize) return { first, after };
  throw new Refusal(
    400,
    `"first" is ${JSON.stringify(written.slice(0, 30))}; a page has 1 to ${largestPageSize} links. The member "extensions.next" of each answer leads to the next page.`,
    { code: 'BAD_USER_INPUT' },
  );
}

/** The query's variables for a page. */
export const variablesOf = (iri: string, { first, after }: LinkPage): Record<string, unknown> => ({
  iri,
  ...(first !== null && { first }),
  ...(after !== null && { after }),
});

/** The web address of a page. */
export function addressOf(iri: string, { first, after }: LinkPage): string {
  const parameters = new URLSearchParams();
  if (first !== null) parameters.set('first', String(first));
  if (after !== null) parameters.set('after', after);
  const search = parameters.toString();
  return search === '' ? iri : `${iri}?${search}`;
}

/** Each link type has its own enum of roles. Fields of different types cannot share a response name, so each role gets an alias. */
const roleOf = ({ type }: Description): string => `${type.charAt(0).toLowerCase()}${type.slice(1)}Role`;

/** The query for a record of any type. */
export function recordQuery(registry: Registry): string {
  const roles = linksWithRole(registry).map((link) => `... on ${link.type} { ${roleOf(link)}: role }`);
  return `query Record($iri: IRI!, $first: Int = ${largestPageSize}, $after: String) {
  resource(by: { iri: $iri }) {
    __typename
    iri
    slug
    name
    description
    homepage
    identifiers { scheme value }
    evidence { property statedValue quotation confidence citedFrom { title url } }
    links(first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        __typename
        id
        kind
        ${roles.join('\n        ')}
        from { __typename iri name }
        to { __typename iri name }
        startsOn
        endsOn
      }
    }
  }
}`;
}

const linksWithRole = ({ links }: Registry): Description[] =>
  links.filter(({ attributes }) => attributes.some(({ name }) => name === 'role'));

type Answered = Readonly<Record<string, unknown>>;

/** A page of links in the answer. */
interface Links {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Answered[];
}

/** A record with a page of its links. */
export interface Page {
  /** The record. The role of each link is under `role`, and null for link types without roles. */
  readonly data: Answered;
  readonly endCursor: string | null;
}

/** The page in an answer; null if there is no such record. */
export function pageIn({ data }: FormattedExecutionResult, registry: Registry): Page | null {
  const record = data?.resource as (Answered & { links: Links }) | null | undefined;
  if (!record) return null;
  const aliases = linksWithRole(registry).map(roleOf);
  const nodes = record.links.nodes.map((link) => withRole(link, aliases));
  const { hasNextPage, endCursor } = record.links.pageInfo;
  return {
    data: { resource: { ...record, links: { ...record.links, nodes } } },
    endCursor: hasNextPage ? endCursor : null,
  };
}

function withRole(link: Answered, aliases: readonly string[]): Answered {
  const { __typename, id, kind, ...others } = link;
  const rest = Object.entries(others).filter(([name]) => !aliases.includes(name));
  const role = aliases.map((alias) => others[alias]).find((value) => value != null) ?? null;
  return { __typename, id, kind, role, ...Object.fromEntries(rest) };
}
