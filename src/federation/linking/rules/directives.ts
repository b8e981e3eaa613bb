/** The directives of Apollo Federation in a subgraph's SDL, whatever names it imports them under. */
import { Kind, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { featuresIn, meanings } from '../../gateway/features';

interface WithDirectives {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

export interface Directives {
  /** Whether a node has a directive, by the directive's name in the specification. */
  has: (node: WithDirectives, name: string) => boolean;
  /** The keys of each type, such as `slug`, from all places where the SDL declares them. */
  keys: ReadonlyMap<string, readonly string[]>;
}

export function directivesIn(document: DocumentNode): Directives {
  const features = featuresIn(document);
  const means = (written: string, wanted: string): boolean =>
    meanings(written, features).some(({ name }) => name === wanted);
  const has: Directives['has'] = ({ directives = [] }, wanted) =>
    directives.some(({ name }) => means(name.value, wanted));
  const keys = new Map<string, string[]>();
  for (const node of document.definitions) {
    if (!('name' in node) || !node.name || !('directives' in node)) continue;
    const type = node.name.value;
    for (const { name, arguments: given = [] } of node.directives ?? []) {
      const value = given.find((argument) => argument.name.value === 'fields')?.value;
      if (means(name.value, 'key') && value?.kind === Kind.STRING)
        keys.set(type, [...(keys.get(type) ?? []), value.value]);
    }
  }
  return { has, keys };
}

/** The fields in a key. */
export const fieldsOfKey = (key: string): string[] => key.match(/\w+/g) ?? [];
