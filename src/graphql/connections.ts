/** The connection types of the schema, and the arguments with which lists are read. */
import { Int, ObjectType } from 'type-graphql';
import { attributeOf, describe, type Description } from '../resource/description';
import type { StoredRecord } from '../resource/record';
import type { Registry } from '../resource/registry';
import { isSearched } from '../resource/search/searched-texts';
import type { ConnectionRequest } from '../query/asked-connection';
import { filtered, withoutField, type Filter } from '../query/filter/filter';
import { after, type MaybePromise } from '../query/plan/maybe-promise';
import type { Resolution } from '../query/plan/resolution';
import type { Search } from '../query/search/hits';
import { searched } from '../query/search/searched';
import { isTimed, type ListArguments, type Listing } from '../query/listing';
import { orderFieldsOf, type OrderBy } from '../query/order';
import type { PageArguments } from '../query/page';
import type { RequestContext } from './context';
import {
  argumentsOf,
  enumCode,
  enumFrom,
  enumOf,
  inputType,
  namedClass,
  plainField,
  type Carrier,
  type InputField,
  type TypeReference,
} from './define';
import { addAggregate } from './aggregate-types';
import { addFacets, facetResolvers } from './facet-types';
import { filterOf } from './filter-types';
import { groupKeyResolvers } from './group-axes';
import { refuseEmpty } from './narrowing';
import { ResourceInterface } from './interfaces';
import { PageArgumentsType, PageInfoType } from './page-types';
import { addSearchFields, searchArgument } from './search-types';
import { DateScalar } from './scalars';

/** All arguments that a connection may take. */
export type ConnectionArguments = PageArguments &
  ListArguments & { orderBy?: OrderBy[] | null; filter?: Filter | null; search?: string | null };

const connectionTypes = new Map<string, Carrier>();

/** The connection type of a class. */
export const connectionOfClass = (description: Description): Carrier =>
  connectionOf(description.type, description.class, description);

/** The resolvers of all connections made so far. */
export const connectionResolvers: Carrier[] = [facetResolvers, groupKeyResolvers];

/** The connection type of records of one class, or of any. */
export function connectionOf(name: string, node: TypeReference, of?: Description): Carrier {
  const known = connectionTypes.get(name);
  if (known) return known;
  const connection = pagesOf(name, node, of);
  const facets = of && addFacets(connection, of);
  if (facets) connectionResolvers.push(facets);
  connectionResolvers.push(...addAggregate(connection, name, of ?? null));
  connectionTypes.set(name, connection);
  return connection;
}

/** A connection type with its pages and their number, whatever it lists. */
export function pagesOf(name: string, node: TypeReference, of?: Description): Carrier {
  const edge = namedClass(`${name}Edge`);
  plainField(
    edge.prototype as object,
    'cursor',
    String,
    'Opaque cursor of this record in this list and order.',
  );
  plainField(edge.prototype as object, 'node', node, 'The record.');
  ObjectType(`${name}Edge`, { description: `A ${name} in a list, with its cursor.` })(edge);
  if (of ? isSearched(of) : node === ResourceInterface)
    connectionResolvers.push(addSearchFields(edge, `${name}Edge`, false));
  const connection = namedClass(`${name}Connection`);
  const prototype = connection.prototype as object;
  plainField(prototype, 'edges', [edge], 'The records of this page with their cursors.');
  plainField(prototype, 'nodes', [node], 'The records of this page.');
  plainField(prototype, 'pageInfo', PageInfoType, 'Where this page stands in the list.');
  plainField(prototype, 'totalCount', Int, 'How many records the whole list has, on all pages.');
  ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })(connection);
  return connection;
}

const directions = enumFrom(
  'OrderDirection',
  'In which direction to order; records without a value come last in both.',
  {
    ASC: 'Ascending: A to Z, earliest to latest, smallest to largest.',
    DESC: 'Descending: Z to A, latest to earliest, largest to smallest.',
  },
);

const orderTypes = new Map<string, Carrier>();

/** The order input of a class, from the attributes by which it can be ordered. */
function orderOf(description: Description): Carrier {
  const { type } = description;
  const known = orderTypes.get(type);
  if (known) return known;
  const fields = orderFieldsOf(description);
  const field = enumFrom(
    `${type}OrderField`,
    `The fields by which a list of ${type} can be ordered.`,
    Object.fromEntries(fields.map(({ name, about }) => [enumCode(name), about])),
    Object.fromEntries(fields.map(({ name }) => [enumCode(name), name])),
  );
  const order = inputType(
    `${type}Order`,
    `An order of a list of ${type}; records with equal values follow by their key.`,
    [
      { name: 'field', type: field, about: 'The field to order by.', required: true },
      { name: 'direction', type: directions, about: 'In which direction.', defaultValue: 'ASC' },
    ],
  );
  orderTypes.set(type, order);
  return order;
}

/** @param of class of the records; null for records of any class. @param via the link type on which the list rests. */
const asOf = (of: Description | null, via: Description | null): InputField => ({
  name: 'asOf',
  type: DateScalar,
  about: `${whatHolds(of, via)} A date that is not known does not limit it. Without this, everything is listed with its dates.`,
});

function whatHolds(of: Description | null, via: Description | null): string {
  const day = 'on this day, such as 2024-06-01';
  const link = of?.kind === 'link' ? of : via;
  const dated = of && of.kind !== 'link' && isTimed(of);
  const record = !dated
    ? ''
    : of.runsBy
      ? `records for which a link of type ${describe(of.runsBy()).type} holds`
      : 'records that had begun and not ended';
  if (!link) return `Only ${record} ${day}.`;
  const links = `links that hold by their own dates ${day}`;
  if (of?.kind === 'link' || !of) return `Only ${links}, whatever the time of what they link.`;
  return record ? `Only over ${links}, and only ${record} then.` : `Only over ${links}.`;
}

/**
 * The arguments of a list.
 * @param field where it stands, such as `InstitutionParticipations`.
 * @param list class of the records (null for records of any class), the link type on which the list rests (if any),
 * and whether it may be narrowed by the role of its links.
 */
export function connectionArguments(
  field: string,
  {
    of,
    via,
    roles,
    registry,
  }: { of: Description | null; via: Description | null; roles: boolean; registry: Registry },
): Carrier {
  const timed = via !== null || (of !== null && isTimed(of));
  const links = via ?? of;
  const scheme = roles && links ? attributeOf(links, 'role')?.scheme : undefined;
  const inputs: InputField[] = [
    ...(timed ? [asOf(of, via)] : []),
    ...(scheme
      ? [{ name: 'roles', type: [enumOf(scheme)] as [object], about: 'Only links in one of these roles.' }]
      : []),
    ...(of
      ? [
          {
            name: 'filter',
            type: filterOf(of, registry),
            about: 'Conditions that the records must meet.',
          },
        ]
      : []),
    ...searchArgument(of),
    ...(of
      ? [
          {
            name: 'orderBy',
            type: [orderOf(of)],
            about:
              'Fields to order by, the most important first; by default the key of the record, or how well it fits `search`.',
          } as InputField,
        ]
      : []),
  ];
  return argumentsOf(field, inputs, PageArgumentsType);
}

/** In which direction a link leads. */
export const linkDirection = enumFrom(
  'LinkDirection',
  'In which direction a link leads, seen from a resource.',
  {
    OUTGOING: 'Links of which the resource is the source.',
    INCOMING: 'Links of which the resource is the target.',
  },
);

/** The arguments of `Resource.links`. */
export const linksArguments = (linkKind: object): Carrier =>
  argumentsOf(
    'ResourceLinks',
    [
      asOf(null, null),
      { name: 'kinds', type: [linkKind], about: 'Only links of these kinds.' },
      {
        name: 'direction',
        type: linkDirection,
        about: 'Only links in this direction; by default both.',
      },
    ],
    PageArgumentsType,
  );

/** How a list is to be read, as the client asks for it; the same below every parent. */
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
  return text?.trim() ? after(loaders.search(text, 'search'), request) : request(null);
}

/** How a field with a list is resolved, by the ordinary executor and by plans. */
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
