/** Tells what went wrong with a page in the words of the client: its places in the text that the client wrote, not in the query of the page. */
import {
  getLocation,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
  type SourceLocation,
} from 'graphql';
import { rootOf } from './list';
import { below, type Selected, type Surroundings } from './selection';

type Path = NonNullable<GraphQLFormattedError['path']>;

/** An error as the client's own query would have brought it. */
export type InOwnText = (error: GraphQLFormattedError) => GraphQLFormattedError;

/** Translates the errors of the pages of an operation. */
export const inOwnText =
  (operation: OperationDefinitionNode, around: Surroundings): InOwnText =>
  ({ path, locations: _, ...error }) => {
    const known = path ? fieldAt(path, operation, around) : null;
    if (!known?.field) return error;
    return { ...error, locations: known.field.parts.flatMap(placeOf), path: known.path };
  };

/** The field to which a path leads, and how far it leads there: what only the page asked for stands in no text of the client. */
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
