/** Checks the names under `mayExtend`. An unknown name would silently allow nothing. */
import { isObjectType, type GraphQLSchema } from 'graphql';
import { nearestName } from './nearest-name';

/** Why a name is wrong; null if it is one of our types. */
export function wrongMayExtend(name: string, ours: GraphQLSchema): string | null {
  const types = Object.values(ours.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('_'),
  );
  if (types.some((type) => type.name === name)) return null;
  const nearest = nearestName(
    name,
    types.map((type) => type.name),
  );
  const remedy = nearest
    ? `Did you mean ${JSON.stringify(nearest)}?`
    : 'Give types with fields that our schema has, such as "Query".';
  return `mayExtend: we have no type ${JSON.stringify(name.slice(0, 60))}. ${remedy}`;
}
