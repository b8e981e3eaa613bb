/** What is asked of a record for its web address: all that the catalogue says of it, with a page of its links. */
import type { FormattedExecutionResult } from 'graphql';
import { largestPageSize } from '../query/page';
import type { Description } from '../resource/description';
import type { Registry } from '../resource/registry';
import { parameterIn, parametersOf } from './address';
import { Refusal } from './errors';

/** The page of links that an address asks for. */
export interface LinkPage {
  /** How many links there are on it at most; null where the address does not say. */
  readonly first: number | null;
  /** The cursor behind which it begins. */
  readonly after: string | null;
}

/** @throws Refusal */
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

/** The variables of the query below for a page. */
export const variablesOf = (iri: string, { first, after }: LinkPage): Record<string, unknown> => ({
  iri,
  ...(first !== null && { first }),
  ...(after !== null && { after }),
});

/** The address of a page. */
export function addressOf(iri: string, { first, after }: LinkPage): string {
  const parameters = new URLSearchParams();
  if (first !== null) parameters.set('first', String(first));
  if (after !== null) parameters.set('after', after);
  const search = parameters.toString();
  return search === '' ? iri : `${iri}?${search}`;
}

/** Roles are values of another vocabulary in each type of links, so that no two may be asked for under one name. */
const roleOf = ({ type }: Description): string => `${type.charAt(0).toLowerCase()}${type.slice(1)}Role`;

/** The query for a record of any type. */
export function recordQuery(registry: Registry): string {
  const roles = linksWithRole(registry).map((link) => `... on ${link.type} { ${roleOf(link)}: role }`);
  return `query Record($iri: IRI!, $first: Int = ${largestPageSize}, $after: String) {
  resourceByIri(iri: $iri) {
    __typename
    iri
    slug
    name
    description
    homepage
    identifiers { scheme value }
    evidence { property statedValue quotation confidence source { title url } }
    links(first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        __typename
        id
        kind
        ${roles.join('\n        ')}
        source { __typename iri name }
        target { __typename iri name }
        validFrom
        validUntil
      }
    }
  }
}`;
}

const linksWithRole = ({ links }: Registry): Description[] =>
  links.filter(({ attributes }) => attributes.some(({ name }) => name === 'role'));

type Answered = Readonly<Record<string, unknown>>;

/** A page of links as the query above has it. */
interface Links {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Answered[];
}

/** What is said of a record, and the cursor behind which its links go on. */
export interface Page {
  /** Each link has its role under one name, null where links of its kind have none. */
  readonly data: Answered;
  readonly endCursor: string | null;
}

/** The page in an answer to the query; null where there is none. */
export function pageIn({ data }: FormattedExecutionResult, registry: Registry): Page | null {
  const record = data?.resourceByIri as (Answered & { links: Links }) | null | undefined;
  if (!record) return null;
  const aliases = linksWithRole(registry).map(roleOf);
  const nodes = record.links.nodes.map((link) => withRole(link, aliases));
  const { hasNextPage, endCursor } = record.links.pageInfo;
  return {
    data: { resourceByIri: { ...record, links: { ...record.links, nodes } } },
    endCursor: hasNextPage ? endCursor : null,
  };
}

function withRole(link: Answered, aliases: readonly string[]): Answered {
  const { __typename, id, kind, ...others } = link;
  const rest = Object.entries(others).filter(([name]) => !aliases.includes(name));
  const role = aliases.map((alias) => others[alias]).find((value) => value != null) ?? null;
  return { __typename, id, kind, role, ...Object.fromEntries(rest) };
}
