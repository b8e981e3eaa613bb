/** The connection types, and how their lists are read. */
import { Int } from 'type-graphql';
import { line } from '../resource/canonical/text';
import type { Description } from '../resource/description';
import type { StoredRecord } from '../resource/record';
import { isSearched } from '../resource/search/searched-texts';
import type { ConnectionRequest } from '../query/requested-connection';
import { filtered, withoutField, type Filter } from '../query/filter/filter';
import { after, type MaybePromise } from '../query/maybe-promise';
import type { Resolution } from '../query/plan/resolution';
import type { Search } from '../query/search/hits';
import { searched } from '../query/search/searched';
import type { Listing } from '../query/listing';
import type { StatedList } from '../query/stated-list';
import type { ConnectionArguments } from './connection-arguments';
import type { RequestContext } from './context';
import { completenessField } from './completeness-type';
import { resolversOf, type Carrier, type TypeReference } from './define';
import { plainType } from './plain-type';
import { isAssessed } from '../resource/assessed-record';
import { listReadinessField } from './assessment/list-readiness';
import { addAggregate } from './aggregate-types';
import { endCounts, otherEndCount } from './end-counts';
import { addFacets, facetResolvers } from './facet-types';
import { groupKeyResolvers } from './group-axes';
import { addHolding } from './holding-fields';
import { refuseEmpty, refuseWithoutDay } from './narrowing';
import { LinkInterface, ResourceInterface } from './interfaces';
import { PageInfoType } from './page-types';
import { addSearchFields } from './search-types';
import { withArticleFirst } from '../words';

const connectionTypes = new Map<string, Carrier>();

/** The connection type of a class. */
export const connectionOfClass = (description: Description): Carrier =>
  connectionOf(description.type, description.class, description);

/** The resolvers of all connections made so far. */
export const connectionResolvers: Carrier[] = [facetResolvers, groupKeyResolvers];

/** The connection type for records of one class, or of any. */
export function connectionOf(name: string, node: TypeReference, of?: Description): Carrier {
  const cached = connectionTypes.get(name);
  if (cached) return cached;
  const edge = edgeOf(name, node);
  if (of ? isSearched(of) : node === ResourceInterface)
    connectionResolvers.push(addSearchFields(edge, `${name}Edge`, false));
  if (of?.kind !== 'source') connectionResolvers.push(addHolding(edge, `${name}Edge`));
  const connection = pagesOf(name, node, edge);
  const facets = of && addFacets(connection, of);
  if (facets) connectionResolvers.push(facets);
  connectionResolvers.push(wholeListOf(connection, name, node, of));
  connectionResolvers.push(...addAggregate(connection, name, of ?? null));
  connectionTypes.set(name, connection);
  return connection;
}

/** What a connection says of the whole list: how many records there are at the ends of links, and whether it is complete. */
function wholeListOf(connection: Carrier, name: string, node: TypeReference, of?: Description): Carrier {
  const resolvers = resolversOf(connection, `${name}ConnectionWhole`);
  if (of?.kind === 'link') endCounts(resolvers, of);
  if (node === LinkInterface) otherEndCount(resolvers);
  completenessField(resolvers);
  if (of && isAssessed(of)) listReadinessField(resolvers, of);
  return resolvers;
}

const edgeOf = (name: string, node: TypeReference): Carrier =>
  plainType(`${name}Edge`, `${withArticleFirst(name)} in a list, with its cursor.`, {
    cursor: [String, 'Opaque cursor of this record in this list and order.'],
    node: [node, 'The record.'],
  });

/** A connection type with pages and a total count. */
export const pagesOf = (name: string, node: TypeReference, edge = edgeOf(name, node)): Carrier =>
  plainType(`${name}Connection`, `A page of a list of ${name}.`, {
    edges: [[edge], 'The records of this page with their cursors.'],
    nodes: [[node], 'The records of this page.'],
    pageInfo: [PageInfoType, 'Where this page stands in the list.'],
    totalCount: [Int, 'How many records the whole list has, on all pages.'],
  });

/** Translates the arguments to a request for a list. It is the same for every parent. */
function requestOf(
  { listing, stated }: Pick<ConnectionRequest, 'listing' | 'stated'>,
  {
    first,
    after: afterCursor,
    last,
    before,
    orderBy,
    filter,
    search: text,
    ...narrowing
  }: ConnectionArguments,
  { loaders, language, registry }: RequestContext,
): MaybePromise<ConnectionRequest> {
  const { roles, kinds, holding } = narrowing;
  refuseEmpty({ roles, kinds, holding });
  refuseWithoutDay(narrowing);
  const request = (search: Search | null): ConnectionRequest => {
    const narrowed = (remaining: Filter | null | undefined): Listing => {
      const met = filtered(listing, remaining, registry);
      return search ? searched(met, search, registry) : met;
    };
    return {
      listing: narrowed(filter),
      without: (field) => narrowed(withoutField(filter, field)),
      stated,
      signature: JSON.stringify([narrowing, filter, text]),
      page: { first, after: afterCursor, last, before },
      orderBy: orderBy ?? [],
      language,
    };
  };
  return text && line(text) !== '' ? after(loaders.search(text, 'search'), request) : request(null);
}

/**
 * The resolution of a field with a list, for the fallback executor and for plans.
 * @param stated what sources can say of the list as a whole
 */
export function pages<Parent extends StoredRecord | undefined>(
  listing: (args: ConnectionArguments) => Listing,
  stated?: (args: ConnectionArguments) => StatedList,
): Required<Pick<Resolution<Parent, ConnectionArguments, RequestContext>, 'resolve' | 'plan' | 'reads'>> {
  const request = (args: ConnectionArguments, context: RequestContext) =>
    requestOf({ listing: listing(args), stated: stated?.(args) }, args, context);
  return {
    reads: [],
    resolve: async (parent, args, context) => {
      const requested = await request(args, context);
      return context.loaders.connection({ ...requested, ...(parent && { parent: parent.key }) });
    },
    plan: { kind: 'list', request },
  };
}
