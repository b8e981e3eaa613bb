/** The query behind a record's web address: everything about the record, and a page of its links. */
import { largestPageSize } from '../../query/page';
import type { Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { variablesOf } from './page-arguments';
import { endOf, hasRole, type Answered, type PageInfo, type SubjectQuery } from './subject-query';

/** Each link type has its own enum of roles. Fields of different types cannot share a response name, so each role gets an alias. */
const roleOf = ({ type }: Description): string => `${type.charAt(0).toLowerCase()}${type.slice(1)}Role`;

/** The query for a resource of any type. */
function recordQuery(registry: Registry): string {
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

/** A resource with a page of its links. */
export const resourceQuery = (registry: Registry): SubjectQuery => {
  const query = recordQuery(registry);
  return {
    paramsOf: ({ iri, page }) => ({ query, variables: { iri, ...variablesOf(page) } }),
    pageIn: (data) => {
      const record = data.resource as (Answered & { links: Links }) | null | undefined;
      if (!record) return null;
      const { pageInfo, nodes } = record.links;
      const links = { ...record.links, nodes: nodes.map((link) => withRole(link, registry)) };
      return { data: { resource: { ...record, links } }, endCursor: endOf(pageInfo) };
    },
  };
};

/** A page of links in the answer. */
interface Links extends Answered {
  readonly pageInfo: PageInfo;
  readonly nodes: readonly Answered[];
}

/** A link with its role under `role`, which is null where links of its type have none. */
function withRole(link: Answered, registry: Registry): Answered {
  const { __typename, id, kind, ...others } = link;
  const aliases = linksWithRole(registry).map(roleOf);
  const rest = Object.entries(others).filter(([name]) => !aliases.includes(name));
  const role = aliases.map((alias) => others[alias]).find((value) => value != null) ?? null;
  return { __typename, id, kind, role, ...Object.fromEntries(rest) };
}

const linksWithRole = ({ links }: Registry): Description[] => links.filter(hasRole);
