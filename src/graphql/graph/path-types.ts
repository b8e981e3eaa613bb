/** The types of paths between two records. */
import { Field, Int, ObjectType } from 'type-graphql';
import type { Path } from '../../query/graph/paths';
import { linkDirection } from '../connection-arguments';
import type { RequestContext } from '../context';
import { resolvedField, resolversOf, type Carrier } from '../define';
import { plainType } from '../plain-type';
import { LinkInterface, ResourceInterface } from '../interfaces';
import { oneRecord } from '../one-record';

/** A step, by keys. */
interface Step {
  from: string;
  to: string;
  /** At least one. */
  links: string[];
}

@ObjectType('PathStep', {
  description: 'One step of a path: from a resource over a link to the next resource.',
})
class PathStepType {}

@ObjectType('Path', {
  description:
    'A way from one resource to another over links, whichever way each link leads. No resource comes twice.',
  simpleResolvers: true,
})
class PathType {
  @Field(() => Int, { description: 'How many steps it has.' })
  length!: number;

  @Field(() => [PathStepType], { description: 'Its steps, in order.' })
  steps!: Step[];

  resourceKeys!: string[];
}

export const PathResultType = plainType('PathResult', 'How two resources are connected.', {
  paths: [
    [PathType],
    'The paths, the shortest first, equally long ones in the order of the keys of their resources; none where there is none.',
  ],
  truncated: [
    Boolean,
    'Whether there are more than `first`, or may be, as the search came to its bounds. None is shorter than those that are listed.',
  ],
});

const paths = resolversOf(PathType, 'Path');
const steps = resolversOf(PathStepType, 'PathStep');

resolvedField<PathType>(paths, {
  name: 'resources',
  type: [ResourceInterface],
  about: 'The resources along the path, both ends included: one more than it has steps.',
  resolve: ({ resourceKeys }, _, context) => recordsOf(resourceKeys, context),
});

for (const [name, about] of [
  ['from', 'The resource from which the step leads.'],
  ['to', 'The resource to which the step leads; the next step leads from there.'],
] as const) {
  resolvedField<Step>(steps, {
    name,
    type: ResourceInterface,
    about,
    ...oneRecord((step) => step[name]),
  });
}

resolvedField<Step>(steps, {
  name: 'link',
  type: LinkInterface,
  about: 'The link over which it leads; of several the first, by its key. It has the evidence for the step.',
  ...oneRecord(({ links: [first = ''] }) => first),
});

resolvedField<Step>(steps, {
  name: 'links',
  type: [LinkInterface],
  about: 'All links between the two resources over which one can go, such as one for each role.',
  resolve: ({ links }, _, context) => recordsOf(links, context),
});

resolvedField<Step>(steps, {
  name: 'direction',
  type: linkDirection,
  about: 'In which direction `link` leads, seen from the resource from which the step leads.',
  resolve: async ({ from, links: [first = ''] }, _, { loaders }) =>
    (await loaders.record(first))?.fromKey === from ? 'OUTGOING' : 'INCOMING',
});

const recordsOf = (keys: readonly string[], { loaders }: RequestContext) =>
  Promise.all(keys.map((key) => loaders.record(key)));

/** A path as the resolvers see it. */
export const shownPath = ({ records, links }: Path): PathType => ({
  length: links.length,
  steps: links.map((over, index) => ({
    from: records[index] ?? '',
    to: records[index + 1] ?? '',
    links: over,
  })),
  resourceKeys: records,
});

export const pathResolvers: Carrier[] = [paths, steps];
