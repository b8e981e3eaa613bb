/** The fields of Query: look-ups, a list for every class, and what is asked of the catalogue as a whole. */
import { Resolver } from 'type-graphql';
import { disputedResources } from '../query/disputed';
import { allOfClass } from '../query/lists';
import type { Description } from '../resource/description';
import type { Registry } from '../resource/registry';
import { CatalogueType, summaryOf } from './catalogue-type';
import { connectionArguments, type ConnectionArguments } from './connection-arguments';
import { connectionOf, connectionOfClass, pages } from './connections';
import { coverageField } from './coverage/field';
import { costField } from './cost/cost-field';
import { namedClass, queryField, type Carrier } from './define';
import { defineHarvests } from './harvests/harvest-fields';
import { defineProposals } from './harvests/proposal-fields';
import { ResourceInterface } from './interfaces';
import { defineLookUps } from './look-ups';
import { OriginType } from './origin-types';
import { defineSearch } from './search-field';
import { subgraphsOf, SubgraphType } from './subgraphs-type';

/** Defines the resolvers of Query and of types that only it uses. */
export function defineQueryType(registry: Registry): Carrier[] {
  const query = namedClass('QueryResolvers');
  Resolver()(query);
  defineLookUps(query, registry);
  for (const description of registry.all) listField(query, description, registry);
  queryField<ConnectionArguments>(query, {
    name: 'disputed',
    type: connectionOf('Resource', ResourceInterface),
    about:
      'The records on which sources disagree; the field `disputes` of each says on what, with each statement.',
    args: connectionArguments('QueryDisputed', { of: null, via: null, roles: false, registry }),
    ...pages(() => disputedResources(registry)),
  });
  queryField(query, {
    name: 'catalogue',
    type: CatalogueType,
    about: 'The catalogue as a whole: how much it holds, and when it last changed.',
    resolve: (_, __, context) => summaryOf(context),
  });
  queryField(query, {
    name: 'origins',
    type: [OriginType],
    about:
      'Whose imports the data come from, in the order in which they are believed, and when they came in.',
    resolve: async (_, __, { loaders }) => [...(await loaders.origins()).values()],
  });
  queryField(query, {
    name: 'subgraphs',
    type: [SubgraphType],
    about: 'The graphs of others that are linked into this one, what they add, and how they are.',
    resolve: async (_, __, context) => subgraphsOf(context),
  });
  const harvests = [...defineHarvests(query), ...defineProposals(query)];
  costField(query);
  return [query, ...harvests, ...defineSearch(query, registry), ...coverageField(query, registry)];
}

const camelCase = (path: string): string =>
  path.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The field of Query with all records of a class. */
export const fieldOfList = ({ path }: Pick<Description, 'path'>): string => camelCase(path);

function listField(query: Carrier, description: Description, registry: Registry): void {
  const roles = description.kind === 'link';
  queryField<ConnectionArguments>(query, {
    name: fieldOfList(description),
    type: connectionOfClass(description),
    about: `All records of this type. ${description.about}`,
    args: connectionArguments(`Query${description.type}s`, { of: description, via: null, roles, registry }),
    ...pages((args) => allOfClass(description, args)),
  });
}
