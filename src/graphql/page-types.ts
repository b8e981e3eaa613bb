/** The page arguments and `PageInfo`. */
import { Int } from 'type-graphql';
import { defaultPageSize, largestPageSize } from '../query/page';
import { argumentsOf } from './define';
import { plainType } from './plain-type';

const pageSizes = `1 to ${largestPageSize}`;

export const PageArgumentsType = argumentsOf('Page', [
  {
    name: 'first',
    type: Int,
    about: `How many records to read from the beginning, ${pageSizes}; without effect where last is given.`,
    defaultValue: defaultPageSize,
  },
  { name: 'after', type: String, about: 'Only records after this cursor, from pageInfo.endCursor.' },
  {
    name: 'last',
    type: Int,
    about: `How many records to read from the end, ${pageSizes}, in place of first.`,
  },
  { name: 'before', type: String, about: 'Only records before this cursor, from pageInfo.startCursor.' },
]);

export const PageInfoType = plainType(
  'PageInfo',
  'Where a page stands in its list, after the Relay cursor connections specification.',
  {
    hasNextPage: [Boolean, 'Whether records follow this page.'],
    hasPreviousPage: [Boolean, 'Whether records precede this page.'],
    startCursor: [String, 'Cursor of the first record of the page; null when it is empty.', 'nullable'],
    endCursor: [String, 'Cursor of the last record of the page; null when it is empty.', 'nullable'],
  },
);
