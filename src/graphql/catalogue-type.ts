/** The type `Catalogue`, which describes the catalogue as a whole. */
import { Int } from 'type-graphql';
import { countClasses, dataVersion } from '../query/summary';
import type { RequestContext } from './context';
import { plainType } from './plain-type';
import { DateTimeScalar } from './scalars';

const classCount = plainType('ClassCount', 'How many records of one type the catalogue holds.', {
  type: [String, 'Name of the type in this schema.'],
  count: [Int, 'Number of records.'],
});

export const CatalogueType = plainType('Catalogue', 'The catalogue as a whole.', {
  counts: [[classCount], 'How many records of each type there are, links and sources included.'],
  dataVersion: [Int, 'Version of the data: a number that every change raises.'],
  changedAt: [DateTimeScalar, 'When the data last changed; null for an empty catalogue.', 'nullable'],
});

/** The parent object. Each part is read only if it is selected. */
export function summaryOf({ reader, registry }: RequestContext) {
  let version: ReturnType<typeof dataVersion> | undefined;
  const currentVersion = () => (version ??= dataVersion(reader));
  return {
    counts: async () => {
      const counts = await countClasses(reader, registry);
      return counts.map(({ description, count }) => ({ type: description.type, count }));
    },
    dataVersion: async () => (await currentVersion()).version,
    changedAt: async () => (await currentVersion()).changedAt,
  };
}
