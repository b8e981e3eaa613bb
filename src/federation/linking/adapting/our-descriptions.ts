/** Leaves the descriptions out that a service gives to types, fields, arguments and values of ours: ours stand. */
import { visit, type ASTNode, type DocumentNode } from 'graphql';
import type { Ours } from '../rules/ours';
import { restatedIn } from '../rules/restated';
import type { Adapted } from './adapt';

export function inOurWords(document: DocumentNode, ours: Ours): Adapted {
  const others = document.definitions
    .flatMap((definition) => restatedIn(definition, ours))
    .filter(({ node: { description }, ours: own }) =>
      description ? description.value.trim() !== own.description?.trim() : false,
    );
  if (others.length === 0) return { document, notices: [] };
  const nodes = new Set<unknown>(others.map(({ node }) => node));
  return {
    document: visit<DocumentNode>(document, {
      enter: (node: ASTNode) => (nodes.has(node) ? { ...node, description: undefined } : undefined),
    }),
    notices: others.map(({ what }) => `Its description of our ${what} is left out: ours stands.`),
  };
}
