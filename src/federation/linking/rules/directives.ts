/** The directives of Apollo Federation in the SDL of a subgraph, whatever names it imports them under. */
import { Kind, valueFromASTUntyped, type ConstDirectiveNode, type DocumentNode } from 'graphql';

interface WithDirectives {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

export interface Directives {
  /** Whether something has a directive, by the name that the specification gives it. */
  has: (node: WithDirectives, name: string) => boolean;
  /** The keys of each type, such as `slug`, wherever the SDL gives them to it. */
  keys: ReadonlyMap<string, readonly string[]>;
}

export function directivesIn(document: DocumentNode): Directives {
  const nameOf = namesIn(document);
  const has: Directives['has'] = ({ directives = [] }, wanted) =>
    directives.some(({ name }) => nameOf(name.value) === wanted);
  const keys = new Map<string, string[]>();
  for (const node of document.definitions) {
    if (!('name' in node) || !node.name || !('directives' in node)) continue;
    const type = node.name.value;
    for (const { name, arguments: given = [] } of node.directives ?? []) {
      const value = given.find((argument) => argument.name.value === 'fields')?.value;
      if (nameOf(name.value) === 'key' && value?.kind === Kind.STRING)
        keys.set(type, [...(keys.get(type) ?? []), value.value]);
    }
  }
  return { has, keys };
}

/** The fields that a key names. */
export const fieldsOfKey = (key: string): string[] => key.match(/\w+/g) ?? [];

/** What a directive is called in the specification: an import may give it another name. */
function namesIn({ definitions }: DocumentNode): (name: string) => string {
  const renamed = new Map<string, string>();
  for (const node of definitions) {
    if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const { name, arguments: given = [] } of node.directives ?? []) {
      const value = given.find((argument) => argument.name.value === 'import')?.value;
      const imports: unknown = value && valueFromASTUntyped(value);
      if (name.value !== 'link' || !Array.isArray(imports)) continue;
      for (const each of imports as (string | { name?: string; as?: string })[])
        if (typeof each === 'object' && each.name && each.as)
          renamed.set(each.as.replace(/^@/, ''), each.name.replace(/^@/, ''));
    }
  }
  return (name) => renamed.get(name) ?? name.replace(/^.*__/, '');
}
