/** Rules for types, fields, arguments and values of ours that a subgraph restates: it may not change their meaning. */
import type { DefinitionNode } from 'graphql';
import type { Directives } from './directives';
import type { Ours } from './ours';
import { restatedIn } from './restated';

export function claimsOnOurs(node: DefinitionNode, ours: Ours, { has }: Directives): string[] {
  return restatedIn(node, ours).flatMap(({ what, node: theirs, ours: own }) => {
    return [
      ...(has(theirs, 'inaccessible') ? [`It hides our ${what}.`] : []),
      ...(has(theirs, 'deprecated') && own.deprecationReason == null
        ? [`It deprecates our ${what}. Leave "@deprecated" out.`]
        : []),
    ];
  });
}
