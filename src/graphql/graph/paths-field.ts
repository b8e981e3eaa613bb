/** The field `paths`: how two resources are connected. */
import type { Holding } from '../../vocabulary/holding';
import { dayInputs } from '../connection-arguments';
import { BadUserInput, QueryTooComplex } from '../../errors';
import { mostLinks, pathCount, pathLength } from '../../query/graph/bounds';
import { findPaths } from '../../query/graph/paths';
import type { RequestContext } from '../context';
import { argumentsOf, queryField, type Carrier } from '../define';
import { refuseEmpty, refuseWithoutDay } from '../narrowing';
import { kindsArgument, numberArgument, numberWithin, requiredArgument } from './arguments';
import { keyOfExisting, resourceReference, type ResourceReference } from '../references';
import { PathResultType, shownPath } from './path-types';

interface PathArguments {
  from: ResourceReference;
  to: ResourceReference;
  maxLength?: number | null;
  asOf?: string | null;
  holding?: Holding[] | null;
  kinds?: string[] | null;
  first?: number | null;
}

const about = `How two resources are connected: the ways from one to the other over links, whichever way each link leads; none comes to a resource twice. The shortest come first, equally long ones in the order of the keys of their resources. An empty list says that there is none. A search reads at most ${mostLinks} links: where it comes to this bound, \`truncated\` says so, and it is an error where none was found until then.`;

export function pathsField(query: Carrier, linkKind: object): void {
  queryField<PathArguments>(query, {
    name: 'paths',
    type: PathResultType,
    about,
    args: argumentsOf('QueryPaths', [
      requiredArgument('from', resourceReference, 'The resource at which the paths begin.'),
      requiredArgument('to', resourceReference, 'The resource at which they end; another one.'),
      numberArgument('maxLength', 'How many links a path may have', pathLength),
      ...dayInputs,
      kindsArgument(linkKind),
      numberArgument('first', 'How many paths to give at most', pathCount),
    ]),
    resolve: async (_, args, context) => pathsOf(args, context),
  });
}

async function pathsOf(args: PathArguments, context: RequestContext) {
  const { asOf, holding, kinds } = args;
  refuseEmpty({ kinds, holding });
  refuseWithoutDay(args);
  const farther = 'Ask again from a resource on the way for what is farther.';
  const maxLength = numberWithin('maxLength', args.maxLength, pathLength, farther);
  const others = 'To see other paths, leave links out by "kinds" or "asOf".';
  const first = numberWithin('first', args.first, pathCount, others);
  const [from, to] = await Promise.all([
    keyOfExisting('from', args.from, null, context),
    keyOfExisting('to', args.to, null, context),
  ]);
  if (from === to) {
    throw new BadUserInput(
      `"from" and "to" (${to}) are the same resource, and no path comes to a resource twice. Ask "neighbourhood" for what lies around it.`,
    );
  }
  const { reader, registry } = context;
  const { paths, truncated } = await findPaths(reader, registry, {
    from,
    to,
    maxLength,
    first,
    asOf,
    holding,
    kinds,
  });
  if (truncated && paths.length === 0) {
    throw new QueryTooComplex(
      `The search for paths read ${mostLinks} links and had found none until then; there may be one. Give a smaller "maxLength", or leave links out by "kinds" or "asOf".`,
    );
  }
  return { paths: paths.map(shownPath), truncated };
}
