/** How records hold on a day: on the edges of lists of a day, and of any record by a field. */
import type { Edge } from '../query/requested-connection';
import type { StoredRecord } from '../resource/record';
import { Holding } from '../vocabulary/holding';
import { argumentsOf, resolvedField, resolversOf, type Carrier } from './define';
import { enumOf } from './enums';
import { DateScalar } from './scalars';

/** Adds the answer for the day of the list to the edges. */
export function addHolding(edge: Carrier, name: string): Carrier {
  const resolvers = resolversOf(edge, name);
  resolvedField<Edge>(resolvers, {
    name: 'holding',
    type: enumOf(Holding),
    about:
      'How it is known that this holds on the day of the list (`asOf`); of a record at the other end of several links, by the most certain of them. Null without a day.',
    nullable: true,
    reads: [],
    resolve: (given) => given.holding(),
  });
  return resolvers;
}

/** Adds the answer for any day to records that have a time. */
export function holdingField(resolvers: Carrier): void {
  resolvedField<StoredRecord, { on: string }>(resolvers, {
    name: 'holding',
    type: enumOf(Holding),
    about: 'Whether it holds on a day, and how that is known.',
    args: argumentsOf(`${resolvers.name}Holding`, [
      { name: 'on', type: DateScalar, about: 'The day, such as 2024-06-01.', required: true },
    ]),
    reads: [],
    resolve: (record, { on }, { loaders }) => loaders.holdingOf(record.key, on),
  });
}
