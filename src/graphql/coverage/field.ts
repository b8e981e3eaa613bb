/** The field `coverage` of Query, where a class of the catalogue declares what it covers. */
import { Int } from 'type-graphql';
import { coveredIn } from '../../query/coverage/coverage';
import { defaultPageSize, largestPageSize } from '../../query/page';
import type { Registry } from '../../resource/registry';
import { filterOf } from '../filter-types';
import { argumentsOf, queryField, type Carrier } from '../define';
import { DateScalar } from '../scalars';
import { ask, type CoverageArguments } from './answer';
import { coverageInput } from './input';
import { coverageTypes } from './types';

/** Adds the field to Query and gives the resolvers of its types. */
export function coverageField(query: Carrier, registry: Registry): Carrier[] {
  const found = coveredIn(registry);
  if (!found) return [];
  const { of, declared } = found;
  const { coverage, resolvers } = coverageTypes(of, declared, registry);
  queryField<CoverageArguments>(query, {
    name: 'coverage',
    type: coverage,
    about: `${declared.about} What no source states is unknown, and kept apart from no.`,
    args: argumentsOf('QueryCoverage', [
      { name: 'requires', type: coverageInput(of, declared), about: 'What is required.', required: true },
      {
        name: 'filter',
        type: filterOf(of, registry),
        about: 'Only records that meet these conditions are looked at, counted and listed.',
      },
      {
        name: 'asOf',
        type: DateScalar,
        about:
          'Only what holds on this day, such as 2024-06-01. What sources state or show for the day proves it, and so does what they show before without saying that it ended; what has no date or was not yet seen leaves it open. Without this, everything counts, whenever it held.',
      },
      {
        name: 'first',
        type: Int,
        about: `How many records to show of each list, 1 to ${largestPageSize}.`,
        defaultValue: defaultPageSize,
      },
    ]),
    resolve: (_, args, context) => ask(args, context),
  });
  return resolvers;
}
