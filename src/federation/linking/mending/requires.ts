/** Rewrites `@requires` so that the composer understands it: it finds no way through fragments on interfaces, only on object types. */
import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { directivesIn } from '../rules/directives';
import { typesIn, type DeclaredTypes } from './declared-types';

/** The SDL of a subgraph with the fragments of each `@requires` on object types. What cannot be parsed is left to the composer. */
export function withConcreteRequires(sdl: string): string {
  if (!sdl.includes('requires') || !sdl.includes('...')) return sdl;
  try {
    const document = parse(sdl, { noLocation: true });
    const rewritten = rewrite(document);
    return rewritten === document ? sdl : print(rewritten);
  } catch {
    return sdl;
  }
}

function rewrite(document: DocumentNode): DocumentNode {
  const { has } = directivesIn(document);
  const types = typesIn([document]);
  let parent = '';
  const enter = ({ name: { value } }: { name: { value: string } }): void => void (parent = value);
  return visit(document, {
    ObjectTypeDefinition: { enter },
    ObjectTypeExtension: { enter },
    Directive: (node) => {
      // Directives in an SDL have no variables.
      if (!has({ directives: [node as ConstDirectiveNode] }, 'requires')) return undefined;
      const [fields] = node.arguments ?? [];
      if (fields?.value.kind !== Kind.STRING || !fields.value.value.includes('...')) return undefined;
      const value = { ...fields.value, value: concrete(fields.value.value, parent, types), block: false };
      return { ...node, arguments: [{ ...fields, value }] };
    },
  });
}

/** @param text a field set such as `data { foo ... on Bar { bar } }` */
function concrete(text: string, type: string, types: DeclaredTypes): string {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return text;
  return selectionsOn(operation.selectionSet, type, types).map(print).join(' ').replace(/\s+/g, ' ');
}

/** The selections on a type. A fragment on another interface becomes one for each object type that it can be. */
function selectionsOn(set: SelectionSetNode, type: string, types: DeclaredTypes): SelectionNode[] {
  return set.selections.flatMap((node): SelectionNode[] => {
    if (node.kind === Kind.FIELD) return [fieldOn(node, type, types)];
    if (node.kind !== Kind.INLINE_FRAGMENT) return [node];
    const on = node.typeCondition?.name.value ?? type;
    if (on === type) return selectionsOn(node.selectionSet, type, types);
    return types
      .objectsOf(on)
      .filter((object) => types.objectsOf(type).includes(object))
      .flatMap((object) => {
        const inner = selectionsOn(node.selectionSet, object, types);
        // Nested fragments on the same object need not be nested.
        return object === type ? inner : inner.length > 0 ? [fragmentOn(object, inner)] : [];
      });
  });
}

const fieldOn = (node: FieldNode, type: string, types: DeclaredTypes): FieldNode => {
  if (!node.selectionSet) return node;
  const below = types.typeOf(type, node.name.value) ?? '';
  return {
    ...node,
    selectionSet: { ...node.selectionSet, selections: selectionsOn(node.selectionSet, below, types) },
  };
};

const fragmentOn = (object: string, selections: SelectionNode[]): SelectionNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: object } },
  selectionSet: { kind: Kind.SELECTION_SET, selections },
});
