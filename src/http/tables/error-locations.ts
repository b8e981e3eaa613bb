/** Converts errors of a page query, so that their locations refer to the client's query. */
import {
  getLocation,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
  type SourceLocation,
} from 'graphql';
import { rootOf } from './list';
import { below, type Selected, type Surroundings } from './selection';

type Path = NonNullable<GraphQLFormattedError['path']>;

/** Converts an error. */
export type ConvertError = (error: GraphQLFormattedError) => GraphQLFormattedError;

/** Makes the conversion for an operation. */
export const errorConverter =
  (operation: OperationDefinitionNode, around: Surroundings): ConvertError =>
  ({ path, locations: _, ...error }) => {
    const known = path ? fieldAt(path, operation, around) : null;
    if (!known?.field) return error;
    return { ...error, locations: known.field.parts.flatMap(placeOf), path: known.path };
  };

/** The field at a path, and the part of the path that the client's query has. Added fields are not in it. */
function fieldAt(path: Path, operation: OperationDefinitionNode, around: Surroundings) {
  let field: Selected | undefined;
  for (const [index, step] of path.entries()) {
    if (typeof step === 'number') continue;
    const fields: Selected[] = field ? below(field, around) : rootOf(operation, around);
    const next = fields.find(({ name }) => name === step);
    if (!next) return { field, path: path.slice(0, index) };
    field = next;
  }
  return { field, path };
}

const placeOf = ({ node: { loc } }: Selected['parts'][number]): SourceLocation[] =>
  loc ? [getLocation(loc.source, loc.start)] : [];
