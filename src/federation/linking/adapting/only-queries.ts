/** Leaves mutations and subscriptions out, with the types that only they use: the endpoint only reads. */
import { Kind, OperationTypeNode, type DefinitionNode, type DocumentNode } from 'graphql';
import { namesIn, reachableFrom } from '../../pruned-document';
import type { Adapted } from './adapt';
import { nameOf, rootTypesOf } from './root-types';

export function onlyQueries(document: DocumentNode): Adapted {
  const { query, mutation, subscription } = rootTypesOf(document);
  const isChanging = (definition: DefinitionNode): boolean =>
    [mutation, subscription].includes(nameOf(definition)) && 'fields' in definition;
  const changing = document.definitions.filter(isChanging);
  if (changing.length === 0) return { document, notices: [] };
  const others = document.definitions
    .filter((definition) => !isChanging(definition))
    .flatMap(withQueriesAlone);
  const ofThem = reachableFrom(document.definitions, changing.flatMap(namesIn));
  // Other services lead to entities, so these are used even if nothing of this service leads to them.
  const isUsedApart = (definition: DefinitionNode): boolean =>
    !ofThem.has(nameOf(definition)) || nameOf(definition) === query || isEntity(definition);
  const used = reachableFrom(
    others,
    others.filter(isUsedApart).flatMap((each) => [nameOf(each), ...namesIn(each)]),
  );
  return {
    document: {
      ...document,
      definitions: others.filter((each) => !ofThem.has(nameOf(each)) || used.has(nameOf(each))),
    },
    notices: [...new Set(changing.map(nameOf))].map(
      (name) => `${name} is left out: the endpoint only reads.`,
    ),
  };
}

const isEntity = (definition: DefinitionNode): boolean =>
  'fields' in definition &&
  (definition.directives?.some(({ arguments: given }) =>
    given?.some(({ name }) => name.value === 'fields'),
  ) ??
    false);

/** The schema without its mutations and subscriptions. */
function withQueriesAlone(definition: DefinitionNode): DefinitionNode[] {
  if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION)
    return [definition];
  const operationTypes = (definition.operationTypes ?? []).filter(
    ({ operation }) => operation === OperationTypeNode.QUERY,
  );
  if (definition.kind === Kind.SCHEMA_EXTENSION) return [{ ...definition, operationTypes }];
  if (operationTypes.length > 0) return [{ ...definition, operationTypes }];
  const { directives } = definition;
  return directives?.length ? [{ kind: Kind.SCHEMA_EXTENSION, directives }] : [];
}
