/** The field `completeness` of connections: whether sources give a list whole, and how many they count. */
import { Int } from 'type-graphql';
import type { Connection } from '../query/requested-connection';
import { Completeness } from '../vocabulary/completeness';
import { resolvedField, type Carrier } from './define';
import { enumOf } from './enums';
import { EvidenceType, shown } from './evidence-types';
import { plainType } from './plain-type';

const listCompleteness = plainType(
  'ListCompleteness',
  'Whether a list has everything that there is, and who says so. It is about the whole list on the day of `asOf`, whatever else narrows it.',
  {
    status: [
      enumOf(Completeness),
      '`COMPLETE` only for a day: without `asOf`, what a source lists at one time may have been different at another.',
    ],
    statedCount: [
      Int,
      'How many there are, as sources count them, whether or not they name them; null where none does. Sources may disagree: see `evidence`.',
      'nullable',
    ],
    evidence: [
      [EvidenceType],
      'What sources say of the list as a whole and of how many there are; `complete` tells which of them list everything.',
    ],
  },
);

/** Adds the field to the resolvers of a connection. */
export const completenessField = (resolvers: Carrier): void => {
  resolvedField<Connection>(resolvers, {
    name: 'completeness',
    type: listCompleteness,
    about: 'Whether the list has everything that there is; `UNKNOWN` for lists that stand at no record.',
    resolve: async (list) => {
      const { evidence, ...known } = await list.knowledge();
      return { ...known, evidence: evidence.map(shown) };
    },
  });
};
