/** Types that an SDL names and does not define, with the place of the name: composers say only which. */
import {
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  specifiedScalarTypes,
  visit,
  type DocumentNode,
} from 'graphql';
import { featuresIn } from '../../gateway/features';
import { nearestName } from '../nearest-name';
import { statementOf, type Ours } from './ours';

export function unknownTypes(document: DocumentNode, ours: Ours): string[] {
  const known = new Set(specifiedScalarTypes.map(({ name }) => name));
  for (const definition of document.definitions)
    if (isTypeDefinitionNode(definition) || isTypeExtensionNode(definition)) known.add(definition.name.value);
  for (const { imports } of featuresIn(document)) for (const name of imports.keys()) known.add(name);
  const found = new Map<string, string>();
  const places: string[] = [];
  visit(document, {
    enter: (node) => {
      if ('name' in node && node.name && /Definition$|Extension$/.test(node.kind))
        places.push(node.name.value);
      // Federation and linked features define theirs, such as `_Any` and `federation__FieldSet`.
      if (node.kind !== Kind.NAMED_TYPE || known.has(node.name.value) || /^_|__/.test(node.name.value))
        return;
      const { startToken } = node.loc ?? {};
      const at = startToken ? ` (line ${startToken.line}, column ${startToken.column})` : '';
      if (!found.has(node.name.value)) found.set(node.name.value, `${places.join('.')}${at}`);
    },
    leave: (node) => {
      if ('name' in node && node.name && /Definition$|Extension$/.test(node.kind)) places.pop();
    },
  });
  return [...found].map(([name, at]) => {
    return `${at} names the type ${name}, which is not defined. ${remedyFor(name, [...known], ours)}`;
  });
}

function remedyFor(name: string, known: readonly string[], ours: Ours): string {
  const statement = statementOf(ours, name);
  if (statement !== null) return `To refer to ours, add: ${statement}`;
  if (ours.definitions.has(name)) return 'Ours stays ours alone: define one of your own with another name.';
  const nearest = nearestName(name, known);
  return nearest === null ? 'Define it, or leave it out.' : `Did you mean ${nearest}?`;
}
