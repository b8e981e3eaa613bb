/** The types in which the schema shows whose imports brought the data in, and when. */
import { Int } from 'type-graphql';
import { BadUserInput } from '../errors';
import { defaultPageSize, largestPageSize } from '../query/page';
import type { Import, Origin } from '../resource/origin';
import { OriginKind } from '../vocabulary/origin-kind';
import { argumentsOf, resolvedField, resolversOf } from './define';
import { enumOf } from './enums';
import { plainType } from './plain-type';
import { DateTimeScalar } from './scalars';

export const ImportType = plainType(
  'Import',
  'An import of one origin that changed something, in one piece. One that found all as it was leaves no trace.',
  {
    version: [Int, 'The version of the data that it made; no two imports made the same.'],
    startedAt: [DateTimeScalar, 'When it began to read.'],
    finishedAt: [DateTimeScalar, 'When it had written all.'],
    created: [Int, 'How many records, links and sources it made.'],
    updated: [Int, 'Of how many it changed what its origin says.'],
    unchanged: [Int, 'How many it found as they were.'],
    withdrawn: [Int, 'How many its origin states no more.'],
  },
);

/** An import, as the schema shows it. */
export const shownImport = ({ version, startedAt, finishedAt, counts }: Import) => ({
  version,
  startedAt,
  finishedAt,
  ...counts,
});

export const OriginType = plainType(
  'Origin',
  'Whose imports state something. Each origin is replaced as a whole; what others state stays.',
  {
    name: [String, 'Its name, unique in the catalogue.'],
    kind: [enumOf(OriginKind), 'What it is.'],
    rank: [
      Int,
      'Where several origins state a record, each field shows what the one with the smallest rank says that says anything of it.',
    ],
    importCount: [Int, 'How many of its imports have changed something since imports are recorded.'],
  },
);

/** The resolvers of what is read for an origin. */
export const originResolvers = resolversOf(OriginType, 'Origin');

resolvedField<Origin, { first: number }>(originResolvers, {
  name: 'imports',
  type: [ImportType],
  about: 'Its last imports, the newest first; none from before they were recorded.',
  args: argumentsOf('OriginImports', [
    {
      name: 'first',
      type: Int,
      about: `How many to give at most, 1 to ${largestPageSize}.`,
      defaultValue: defaultPageSize,
    },
  ]),
  resolve: async ({ name }, { first }, { loaders }) => {
    if (first < 1 || first > largestPageSize)
      throw new BadUserInput(`"first" (${first}) must be 1 to ${largestPageSize}.`);
    return (await loaders.imports(name, first)).map(shownImport);
  },
});
