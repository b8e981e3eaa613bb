/** The counts of records at the ends of listed links, such as `institutionCount`. */
import { Int } from 'type-graphql';
import type { Connection } from '../query/requested-connection';
import type { CountedEnd } from '../query/counting/ends';
import type { Description } from '../resource/description';
import { resolvedField, type Carrier } from './define';

/** Adds a count for each end of the links of a class. */
export function endCounts(resolvers: Carrier, { ends }: Description): void {
  for (const { name, side } of ends)
    countField(
      resolvers,
      `${name}Count`,
      side,
      `How many different records stand under \`${name}\` in the whole list; \`totalCount\` counts the links.`,
    );
}

/** Adds the count of what links of any class lead to from the record at which they are listed. */
export const otherEndCount = (resolvers: Carrier): void => {
  countField(
    resolvers,
    'resourceCount',
    'other',
    'How many different resources are at the other ends in the whole list; `totalCount` counts the links.',
  );
};

function countField(resolvers: Carrier, name: string, end: CountedEnd, about: string): void {
  resolvedField<Connection>(resolvers, {
    name,
    type: Int,
    about,
    resolve: (list) => list.ends(end),
  });
}
