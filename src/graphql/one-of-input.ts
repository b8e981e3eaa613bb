/** OneOf input objects, for which type-graphql has no word. */
import { isInputObjectType, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';
import { inputType, type Carrier, type InputField } from './define';

/** An input object type of which exactly one field is given. */
export function oneOfInput(name: string, about: string, fields: readonly InputField[]): Carrier {
  const input = inputType(name, about, fields);
  Extensions({ [oneOfExtension]: true })(input);
  return input;
}

const oneOfExtension = 'oneOf';

/** Makes the inputs of `oneOfInput` OneOf input objects. */
export function markOneOf(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()))
    if (isInputObjectType(type) && type.extensions[oneOfExtension] === true) type.isOneOf = true;
}
