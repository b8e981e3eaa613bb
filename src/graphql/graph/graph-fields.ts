/** The fields of Query that ask about the graph as a whole: paths, neighbourhoods, matrices, and changes over time. */
import { ID, Int, Resolver } from 'type-graphql';
import { BadUserInput, QueryTooComplex } from '../../errors';
import { changePages } from '../../query/graph/change-pages';
import { readMatrix } from '../../query/graph/matrix';
import { readNeighbourhood } from '../../query/graph/neighbourhood';
import { findPaths, mostLinks } from '../../query/graph/paths';
import type { PageArguments } from '../../query/page';
import type { Registry } from '../../resource/registry';
import type { RequestContext } from '../context';
import { argumentsOf, enumCode, namedClass, queryField, type Carrier, type InputField } from '../define';
import { PageArgumentsType } from '../page-types';
import { resourceTypeOf } from '../resource-type';
import { DateScalar } from '../scalars';
import { changeConnection, changeResolvers, shownChanges } from './change-types';
import { GraphType, MatrixType } from './graph-types';
import { pathResolvers, PathType, shownPath } from './path-types';
import { resourceKey, within } from './record-of-id';

/** Bounds of the arguments, and what they are when they are not given. */
const bounds = {
  maxLength: { usual: 4, most: 6 },
  paths: { usual: 5, most: 50 },
  depth: { usual: 1, most: 4 },
  nodes: { usual: 100, most: 500 },
  links: { usual: 500, most: 2000 },
};

const input = (name: string, type: InputField['type'], about: string, rest = {}): InputField => ({
  name,
  type,
  about,
  ...rest,
});
const required = { required: true };

const asOf = input(
  'asOf',
  DateScalar,
  'Only links that hold on this day, such as 2024-06-01, as in the field `links`; a date that is not known does not limit a link. Without it, all links at any time.',
);

/** Defines the resolvers of these fields. */
export function defineGraphFields(registry: Registry, linkKind: object): Carrier[] {
  const query = namedClass('GraphQueryResolvers');
  Resolver()(query);
  const kinds = input('kinds', [linkKind], 'Only over links of these kinds; an empty list stands for none.');
  pathsField(query, kinds);
  neighbourhoodField(query, kinds);
  matrixField(query, linkKind);
  changesField(query, registry, linkKind);
  return [query, ...pathResolvers, ...changeResolvers];
}

interface WalkArguments {
  asOf?: string | null;
  kinds?: string[] | null;
  first?: number | null;
}

interface PathArguments extends WalkArguments {
  from: string;
  to: string;
  maxLength?: number | null;
}

function pathsField(query: Carrier, kinds: InputField): void {
  queryField<PathArguments>(query, {
    name: 'paths',
    type: [PathType],
    about: `How two resources are connected: the ways from one to the other over links, whichever way each link leads. The shortest come first, equally long ones in the order of the keys of their resources. A search reads at most ${mostLinks} links; \`truncated\` on a path says that it came to this bound, and it is an error where no path was found until then.`,
    args: argumentsOf('QueryPaths', [
      input('from', ID, 'Global id of the resource at which the paths begin.', required),
      input('to', ID, 'Global id of the resource at which they end; another one.', required),
      input('maxLength', Int, `How many links a path may have, 1 to ${bounds.maxLength.most}.`, {
        defaultValue: bounds.maxLength.usual,
      }),
      asOf,
      kinds,
      input('first', Int, `How many paths to give at most, 1 to ${bounds.paths.most}.`, {
        defaultValue: bounds.paths.usual,
      }),
    ]),
    resolve: async (_, args, context) => pathsOf(args, context),
  });
}

async function pathsOf(
  { asOf, kinds, ...args }: PathArguments,
  context: RequestContext,
): Promise<PathType[]> {
  const { usual, most } = bounds.maxLength;
  const maxLength = args.maxLength ?? usual;
  const first = args.first ?? bounds.paths.usual;
  within('maxLength', maxLength, 1, most, 'Ask from a resource on the way for what is farther.');
  within(
    'first',
    first,
    1,
    bounds.paths.most,
    'Leave some links out by "kinds" or "asOf" to see other paths.',
  );
  const [from, to] = await Promise.all([
    resourceKey('from', args.from, context),
    resourceKey('to', args.to, context),
  ]);
  if (from === to) {
    throw new BadUserInput(
      `"from" and "to" (${JSON.stringify(args.to)}) are the same resource, and no path comes to a resource twice. Ask "neighbourhood" for what lies around it.`,
    );
  }
  const { paths, truncated } = await findPaths(context.reader, { from, to, maxLength, first, asOf, kinds });
  if (truncated && paths.length === 0) {
    throw new QueryTooComplex(
      `No path from "from" to "to" was found before the search came to its bounds; there may be one. Give a smaller "maxLength", or leave links out by "kinds" or "asOf".`,
    );
  }
  return paths.map((path) => shownPath(path, truncated));
}

interface NeighbourhoodArguments extends WalkArguments {
  of: string;
  depth?: number | null;
}

function neighbourhoodField(query: Carrier, kinds: InputField): void {
  const { depth, nodes } = bounds;
  queryField<NeighbourhoodArguments>(query, {
    name: 'neighbourhood',
    type: GraphType,
    about:
      'What lies around a resource, as nodes and links ready to draw: the resources that links lead to, whichever way each link leads, and all links among them. Where not all have room, there are some of each kind of link.',
    args: argumentsOf('QueryNeighbourhood', [
      input('of', ID, 'Global id of the resource in the middle.', required),
      input('depth', Int, `How many links away the farthest resources may be, 1 to ${depth.most}.`, {
        defaultValue: depth.usual,
      }),
      asOf,
      kinds,
      input('first', Int, `How many resources to give at most, 1 to ${nodes.most}; the nearest come first.`, {
        defaultValue: nodes.usual,
      }),
    ]),
    resolve: async (_, args, context) => neighbourhoodOf(args, context),
  });
}

async function neighbourhoodOf({ asOf, kinds, ...args }: NeighbourhoodArguments, context: RequestContext) {
  const depth = args.depth ?? bounds.depth.usual;
  const first = args.first ?? bounds.nodes.usual;
  within(
    'depth',
    depth,
    1,
    bounds.depth.most,
    'Ask for the neighbourhood of a resource at its edge for more.',
  );
  within('first', first, 1, bounds.nodes.most, 'Leave some links out by "kinds" or "asOf" to see others.');
  const of = await resourceKey('of', args.of, context);
  const { reader, loaders } = context;
  const found = await readNeighbourhood(reader, { of, depth, first, asOf, kinds });
  return {
    ...found,
    nodes: () => Promise.all(found.records.map((key) => loaders.record(key))),
    links: () => Promise.all(found.links.map((key) => loaders.record(key))),
  };
}

interface MatrixArguments {
  link: string;
  asOf?: string | null;
  first?: number | null;
}

function matrixField(query: Carrier, linkKind: object): void {
  const { usual, most } = bounds.links;
  queryField<MatrixArguments>(query, {
    name: 'matrix',
    type: MatrixType,
    about:
      'All links of one kind as a matrix, such as sites × infrastructures: what they lead from as rows, what they lead to as columns.',
    args: argumentsOf('QueryMatrix', [
      input('link', linkKind, 'The kind of links.', required),
      asOf,
      input('first', Int, `How many links to take at most, 1 to ${most}; the first by their keys.`, {
        defaultValue: usual,
      }),
    ]),
    resolve: async (_, { link, asOf, first }, { reader, loaders, registry }) => {
      const size = within('first', first ?? usual, 1, most, 'Page through the list of these links for more.');
      const kind = registry.links.find(({ type }) => enumCode(type) === link);
      if (!kind) throw new Error(`There is no kind of link "${link}".`);
      const matrix = await readMatrix(reader, kind, asOf, size);
      return {
        ...matrix,
        rows: () => Promise.all(matrix.rows.map((key) => loaders.record(key))),
        columns: () => Promise.all(matrix.columns.map((key) => loaders.record(key))),
      };
    },
  });
}

interface ChangeArguments extends PageArguments {
  from: string;
  to: string;
  types?: string[] | null;
  kinds?: string[] | null;
}

function changesField(query: Carrier, registry: Registry, linkKind: object): void {
  queryField<ChangeArguments>(query, {
    name: 'changes',
    type: changeConnection,
    about:
      'What differs between two days, in the order in which it happened: links and records that began after the first day and no later than the second, and those that ended, with their last day on or after the first and before the second. What `asOf` lists for the first day, changed by this, is what it lists for the second. A beginning or an end that no source states is never listed. Records are listed where they have a time: by dates of their own, or, as infrastructures, by the links by which they run.',
    args: argumentsOf(
      'QueryChanges',
      [
        input('from', DateScalar, 'The first of the two days.', required),
        input('to', DateScalar, 'The second of the two days; not before the first.', required),
        input(
          'types',
          [resourceTypeOf(registry)],
          'Only what concerns resources of these types: themselves, and links from or to them.',
        ),
        input('kinds', [linkKind], 'Only links of these kinds, and no resources.'),
      ],
      PageArgumentsType,
    ),
    resolve: (_, { from, to, types, kinds, ...page }, context) => {
      if (from > to) {
        throw new BadUserInput(
          `"from" (${from}) is after "to" (${to}). Give the earlier day as "from" and the later as "to".`,
        );
      }
      const ofKinds = context.registry.links.filter(({ type }) => kinds?.includes(enumCode(type)));
      const question = { from, to, types, kinds: kinds && ofKinds.map(({ type }) => type) };
      return shownChanges(changePages(context.reader, context.registry, question, page));
    },
  });
}
