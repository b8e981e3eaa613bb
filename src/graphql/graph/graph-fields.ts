/** The graph queries: paths, neighbourhoods, matrices, and changes over time. */
import { Resolver } from 'type-graphql';
import type { Registry } from '../../resource/registry';
import { namedClass, type Carrier } from '../define';
import { changeResolvers } from './change-types';
import { changesField } from './changes-field';
import { graphResolvers } from './graph-types';
import { matrixField } from './matrix-field';
import { neighbourhoodField } from './neighbourhood-field';
import { pathResolvers } from './path-types';
import { pathsField } from './paths-field';

/** Defines the resolvers of these fields of Query and of their types. */
export function defineGraphFields(registry: Registry, linkKind: object): Carrier[] {
  const query = namedClass('GraphQueryResolvers');
  Resolver()(query);
  pathsField(query, linkKind);
  neighbourhoodField(query, linkKind);
  matrixField(query, linkKind);
  changesField(query, registry, linkKind);
  return [query, ...pathResolvers, ...graphResolvers, ...changeResolvers];
}
