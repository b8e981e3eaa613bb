/** The field `neighbourhood`: what lies around a resource. */
import { BadUserInput } from '../../errors';
import type { Holding } from '../../vocabulary/holding';
import { dayInputs } from '../connection-arguments';
import { mostUnfolded, neighbourhoodDepth, neighbourhoodSize } from '../../query/graph/bounds';
import { readNeighbourhood } from '../../query/graph/neighbourhood';
import type { RequestContext } from '../context';
import { argumentsOf, queryField, type Carrier } from '../define';
import { refuseEmpty, refuseWithoutDay } from '../narrowing';
import { argument, kindsArgument, numberArgument, numberWithin, requiredArgument } from './arguments';
import { keyOfExisting, keyOfReference, resourceReference, type ResourceReference } from '../references';
import { GraphType } from './graph-types';

interface NeighbourhoodArguments {
  of: ResourceReference;
  unfold?: ResourceReference[] | null;
  depth?: number | null;
  asOf?: string | null;
  holding?: Holding[] | null;
  kinds?: string[] | null;
  first?: number | null;
}

export function neighbourhoodField(query: Carrier, linkKind: object): void {
  queryField<NeighbourhoodArguments>(query, {
    name: 'neighbourhood',
    type: GraphType,
    about:
      'What lies around a resource, as nodes and links ready to draw: the resources that are linked with it, whichever way each link leads, and all links among them. Where not all find room, some of each kind of link do.',
    args: argumentsOf('QueryNeighbourhood', [
      requiredArgument('of', resourceReference, 'The resource in the middle.'),
      numberArgument('depth', 'How many links away the farthest resources may be', neighbourhoodDepth),
      argument(
        'unfold',
        [resourceReference],
        `Resources of the answer around which to look further, whatever their distance, at most ${mostUnfolded}; those that it would not show are left out.`,
      ),
      ...dayInputs,
      kindsArgument(linkKind),
      numberArgument('first', 'How many resources to give at most, the nearest first', neighbourhoodSize),
    ]),
    resolve: async (_, args, context) => neighbourhoodOf(args, context),
  });
}

async function neighbourhoodOf(args: NeighbourhoodArguments, context: RequestContext) {
  const { asOf, holding, kinds } = args;
  refuseEmpty({ kinds, holding });
  refuseWithoutDay(args);
  const farther = 'Ask for the neighbourhood of a resource at its edge for what is farther.';
  const depth = numberWithin('depth', args.depth, neighbourhoodDepth, farther);
  const others = 'To see other resources, leave links out by "kinds" or "asOf".';
  const first = numberWithin('first', args.first, neighbourhoodSize, others);
  const of = await keyOfExisting('of', args.of, null, context);
  const unfold = await unfoldedIn(args, context);
  const { reader, registry, loaders } = context;
  const found = await readNeighbourhood(reader, registry, {
    of,
    depth,
    first,
    unfold,
    asOf,
    holding,
    kinds,
  });
  return {
    ...found,
    links: () => Promise.all(found.links.map((key) => loaders.record(key))),
  };
}

/** @throws BadUserInput */
async function unfoldedIn({ unfold }: NeighbourhoodArguments, context: RequestContext): Promise<string[]> {
  if (!unfold) return [];
  if (unfold.length > mostUnfolded)
    throw new BadUserInput(
      `"unfold" names ${unfold.length} resources; it may name ${mostUnfolded}. Ask for the neighbourhood of one of them instead.`,
    );
  const keys: string[] = [];
  for (const each of unfold) {
    const key = await keyOfReference('unfold', each, null, context);
    if (key !== null) keys.push(key);
  }
  return keys;
}
