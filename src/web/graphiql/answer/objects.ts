// The objects of an answer, each with the type that the schema gives it. Lists, tables and pictures are made of them.
import {
  getNamedType,
  isCompositeType,
  Kind,
  OperationTypeNode,
  TypeNameMetaFieldDef,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface AnsweredObject {
  /** The name of its type: as the answer says, else as the schema does, which may be an interface. */
  readonly type: string;
  /** The field that it answers, as the schema names it; empty for the root. */
  readonly field: string;
  /** The same as the answer names it. */
  readonly name: string;
  /** Whether it is one of a list. */
  readonly isItem: boolean;
  /** Its values that are no objects, by the name of the field in the schema. */
  readonly values: ReadonlyMap<string, unknown>;
  /** The objects below it, in the order of the answer. */
  readonly inner: readonly AnsweredObject[];
}

/** What was asked of a schema. */
export interface ExecutedQuery {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | null;
}

interface Selection {
  readonly type: GraphQLNamedType;
  readonly set: SelectionSetNode;
}

interface SelectedField {
  readonly field: string;
  readonly type: GraphQLNamedType;
  readonly below: Selection[];
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Null where the document does not say what was asked. */
export function objectsOf(
  { schema, document, operationName }: ExecutedQuery,
  data: unknown,
): AnsweredObject | null {
  const operations = document.definitions.filter(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  const operation =
    operations.length === 1 ? operations[0] : operations.find(({ name }) => name?.value === operationName);
  const type = schema.getQueryType();
  if (operation?.operation !== OperationTypeNode.QUERY || !type || !isPlainObject(data)) return null;
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  const place = { field: '', name: '', isItem: false };
  return objectOf(data, [{ type, set: operation.selectionSet }], place, { schema, fragments });
}

interface Around {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

type Place = Pick<AnsweredObject, 'field' | 'name' | 'isItem'>;

function objectOf(
  value: Record<string, unknown>,
  selections: readonly Selection[],
  place: Place,
  around: Around,
): AnsweredObject {
  const fields = new Map<string, SelectedField>();
  for (const selection of selections) collect(selection, fields, around);
  const values = new Map<string, unknown>();
  const inner: AnsweredObject[] = [];
  for (const [name, answered] of Object.entries(value)) {
    const selected = fields.get(name);
    if (!selected) continue;
    if (selected.below.length === 0) {
      if (!values.has(selected.field)) values.set(selected.field, answered);
      continue;
    }
    const isItem = Array.isArray(answered);
    for (const each of [answered].flat(3))
      if (isPlainObject(each))
        inner.push(objectOf(each, selected.below, { field: selected.field, name, isItem }, around));
  }
  const named = values.get('__typename');
  return {
    ...place,
    type: typeof named === 'string' ? named : (selections[0]?.type.name ?? ''),
    values,
    inner,
  };
}

/** Gathers what is selected by the names in the answer. Whether a fragment counts, the answer shows. */
function collect({ type, set }: Selection, fields: Map<string, SelectedField>, around: Around): void {
  for (const node of set.selections) {
    if (node.kind === Kind.FIELD) {
      const definition =
        node.name.value === '__typename'
          ? TypeNameMetaFieldDef
          : 'getFields' in type
            ? type.getFields()[node.name.value]
            : undefined;
      if (!definition || !('args' in definition)) continue;
      const answers = getNamedType(definition.type);
      const name = node.alias?.value ?? node.name.value;
      const known = fields.get(name) ?? { field: node.name.value, type: answers, below: [] };
      if (node.selectionSet) known.below.push({ type: answers, set: node.selectionSet });
      fields.set(name, known);
      continue;
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : around.fragments.get(node.name.value);
    const condition = fragment?.typeCondition && around.schema.getType(fragment.typeCondition.name.value);
    const on = condition && isCompositeType(condition) ? condition : type;
    if (fragment) collect({ type: on, set: fragment.selectionSet }, fields, around);
  }
}
