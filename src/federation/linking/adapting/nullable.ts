/** Makes the fields nullable that a service adds to our types: when it is down, a non-null field would make our whole record null. */
import {
  isObjectType,
  Kind,
  print,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
} from 'graphql';
import { directivesIn } from '../rules/directives';
import type { Ours } from '../rules/ours';
import type { Adapted } from './adapt';

export function nullable(document: DocumentNode, { schema }: Ours): Adapted {
  const notices: string[] = [];
  const directives = directivesIn(document);
  const softened = (type: string, field: FieldDefinitionNode): FieldDefinitionNode => {
    if (field.type.kind !== Kind.NON_NULL_TYPE || directives.has(field, 'external')) return field;
    const { type: inner } = field.type;
    notices.push(
      `${type}.${field.name.value} is taken as ${print(inner)}, without the "!": when the service fails, our whole answer would be lost.`,
    );
    return { ...field, type: inner };
  };
  const definitions = document.definitions.map((definition): DefinitionNode => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION)
      return definition;
    const own = schema.getType(definition.name.value);
    if (!isObjectType(own) || !definition.fields) return definition;
    const ofOurs = own.getFields();
    const fields = definition.fields.map((field) =>
      Object.hasOwn(ofOurs, field.name.value) || ofSubgraphs.has(field.name.value)
        ? field
        : softened(own.name, field),
    );
    return { ...definition, fields };
  });
  return notices.length > 0 ? { document: { ...document, definitions }, notices } : { document, notices };
}

/** Every subgraph has these fields, and some list them in their SDL. */
const ofSubgraphs: ReadonlySet<string> = new Set(['_service', '_entities']);
