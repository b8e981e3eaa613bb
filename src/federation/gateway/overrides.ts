/**
 * Decides the progressive overrides of a supergraph (`@override(from:, label:)`), the same for each engine and each request: a field
 * stays with its original subgraph, unless all requests are to go to the new one. The labels of percentages and flags would need a
 * decision for each request, which no cache and no second engine would share.
 * https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/entities/migrate-fields#incremental-migration-with-progressive-override
 */
import { Kind, type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode } from 'graphql';
import { argumentsOf } from './features';

/** The document without labels of overrides; the same if it has none. */
export function withoutLabels(document: DocumentNode): DocumentNode {
  const definitions = document.definitions.map((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      return definition;
    return definition.fields?.some(({ directives }) => directives?.some(isLabelled))
      ? { ...definition, fields: definition.fields.map(decided) }
      : definition;
  });
  const isSame = definitions.every((definition, index) => definition === document.definitions[index]);
  return isSame ? document : { ...document, definitions };
}

const isLabelled = (directive: ConstDirectiveNode): boolean =>
  directive.name.value === 'join__field' && argumentsOf(directive).has('overrideLabel');

/** The new subgraph has `override` and the label, the original one the label alone. */
function decided(field: FieldDefinitionNode): FieldDefinitionNode {
  const { directives = [] } = field;
  const labelled = directives.filter(isLabelled);
  if (labelled.length === 0) return field;
  const overriding = labelled.filter((each) => argumentsOf(each).has('override'));
  const isTakingAll = overriding.some((each) => argumentsOf(each).get('overrideLabel') === 'percent(100)');
  const left = isTakingAll ? labelled.filter((each) => !overriding.includes(each)) : overriding;
  return {
    ...field,
    directives: directives.filter((each) => !left.includes(each)).map(withoutOverride),
  };
}

const withoutOverride = (directive: ConstDirectiveNode): ConstDirectiveNode =>
  directive.name.value === 'join__field'
    ? {
        ...directive,
        arguments: directive.arguments?.filter(
          ({ name }) => !['override', 'overrideLabel', 'usedOverridden'].includes(name.value),
        ),
      }
    : directive;
