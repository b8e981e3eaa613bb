/** Keeps of a subgraph's answer what it was asked for: whatever else it says cannot overwrite what others answered. */
import { Kind, type DocumentNode, type SelectionSetNode } from 'graphql';
import { isObject, member, type JsonObject } from './json';

/** The members that a selection asks for, by the names under which they are answered. */
interface Shape {
  [name: string]: Shape | null;
}

const shapes = new WeakMap<DocumentNode, Shape>();

/** The answer to a document, without what it did not ask for. */
export function askedFor(document: DocumentNode, data: JsonObject): JsonObject {
  let shape = shapes.get(document);
  if (!shape) {
    shape = shapeOf(document);
    shapes.set(document, shape);
  }
  return keep(data, shape) as JsonObject;
}

function shapeOf({ definitions }: DocumentNode): Shape {
  const fragments = new Map(
    definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet] as const] : [],
    ),
  );
  const shape = emptyShape();
  for (const node of definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION) addTo(shape, node.selectionSet, fragments);
  }
  return shape;
}

const emptyShape = (): Shape => Object.create(null) as Shape;

function addTo(
  shape: Shape,
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, SelectionSetNode>,
): void {
  for (const node of selections) {
    if (node.kind === Kind.FIELD) {
      const name = (node.alias ?? node.name).value;
      if (!node.selectionSet) shape[name] ??= null;
      else addTo((shape[name] ??= emptyShape()), node.selectionSet, fragments);
      continue;
    }
    const selection = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value);
    if (selection) addTo(shape, selection, fragments);
  }
}

function keep(value: unknown, shape: Shape): unknown {
  if (Array.isArray(value)) return value.map((item) => keep(item, shape));
  if (!isObject(value)) return value;
  const kept: JsonObject = {};
  for (const [name, inner] of Object.entries(shape)) {
    const answered = member(value, name);
    if (answered === undefined || name === '__proto__') continue;
    kept[name] = inner ? keep(answered, inner) : answered;
  }
  return kept;
}
