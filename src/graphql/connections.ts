/** The connection types, and how their lists are read. */
import { Int } from 'type-graphql';
import { line } from '../resource/canonical/text';
import type { Description } from '../resource/description';
import type { StoredRecord } from '../resource/record';
import { isSearched } from '../resource/search/searched-texts';
import type { ConnectionRequest } from '../query/asked-connection';
import { filtered, withoutField, type Filter } from '../query/filter/filter';
import { after, type MaybePromise } from '../query/maybe-promise';
import type { Resolution } from '../query/plan/resolution';
import type { Search } from '../query/search/hits';
import { searched } from '../query/search/searched';
import type { Listing } from '../query/listing';
import type { ConnectionArguments } from './connection-arguments';
import type { RequestContext } from './context';
import { type Carrier, type TypeReference } from './define';
import { plainType } from './plain-type';
import { addAggregate } from './aggregate-types';
import { addFacets, facetResolvers } from './facet-types';
import { groupKeyResolvers } from './group-axes';
import { refuseEmpty } from './narrowing';
import { ResourceInterface } from './interfaces';
import { PageInfoType } from './page-types';
import { addSearchFields } from './search-types';

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
  const connection = pagesOf(name, node, of);
  const facets = of && addFacets(connection, of);
  if (facets) connectionResolvers.push(facets);
  connectionResolvers.push(...addAggregate(connection, name, of ?? null));
  connectionTypes.set(name, connection);
  return connection;
}

/** A connection type with pages and a total count. */
export function pagesOf(name: string, node: TypeReference, of?: Description): Carrier {
  const edge = plainType(`${name}Edge`, `A ${name} in a list, with its cursor.`, {
    cursor: [String, 'Opaque cursor of this record in this list and order.'],
    node: [node, 'The record.'],
  });
  if (of ? isSearched(of) : node === ResourceInterface)
    connectionResolvers.push(addSearchFields(edge, `${name}Edge`, false));
  return plainType(`${name}Connection`, `A page of a list of ${name}.`, {
    edges: [[edge], 'The records of this page with their cursors.'],
    nodes: [[node], 'The records of this page.'],
    pageInfo: [PageInfoType, 'Where this page stands in the list.'],
    totalCount: [Int, 'How many records the whole list has, on all pages.'],
  });
}

/** Translates the arguments to a request for a list. It is the same for every parent. */
function requestOf(
  listing: Listing,
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
  refuseEmpty({ roles: narrowing.roles, kinds: narrowing.kinds });
  const request = (search: Search | null): ConnectionRequest => {
    const narrowed = (remaining: Filter | null | undefined): Listing => {
      const met = filtered(listing, remaining, registry);
      return search ? searched(met, search, registry) : met;
    };
    return {
      listing: narrowed(filter),
      without: (field) => narrowed(withoutField(filter, field)),
      signature: JSON.stringify([narrowing, filter, text]),
      page: { first, after: afterCursor, last, before },
      orderBy: orderBy ?? [],
      language,
    };
  };
  return text && line(text) !== '' ? after(loaders.search(text, 'search'), request) : request(null);
}

/** The resolution of a field with a list, for the fallback executor and for plans. */
export const pages = <Parent extends StoredRecord | undefined>(
  listing: (args: ConnectionArguments) => Listing,
): Required<Pick<Resolution<Parent, ConnectionArguments, RequestContext>, 'resolve' | 'plan' | 'reads'>> => ({
  reads: [],
  resolve: async (parent, args, context) => {
    const request = await requestOf(listing(args), args, context);
    return context.loaders.connection({ ...request, ...(parent && { parent: parent.key }) });
  },
  plan: { kind: 'list', request: (args, context) => requestOf(listing(args), args, context) },
});
