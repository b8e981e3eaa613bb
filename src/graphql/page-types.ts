/** The arguments with which a page is asked for, and where the page then stands. */
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { defaultPageSize, largestPageSize } from '../query/page';

const pageSizes = `1 to ${largestPageSize}`;

@ArgsType()
export class PageArgumentsType {
  @Field(() => Int, {
    nullable: true,
    description: `How many records to read from the beginning, ${pageSizes}; ${defaultPageSize} when neither first nor last is given.`,
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only records after this cursor, from pageInfo.endCursor.',
  })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many records to read from the end, ${pageSizes}; not together with first.`,
  })
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only records before this cursor, from pageInfo.startCursor.',
  })
  before?: string | null;
}

@ObjectType('PageInfo', {
  description: 'Where a page stands in its list, after the Relay cursor connections specification.',
  simpleResolvers: true,
})
export class PageInfoType {
  @Field(() => Boolean, { description: 'Whether records follow this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether records precede this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first record of the page; null when it is empty.',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last record of the page; null when it is empty.',
  })
  endCursor!: string | null;
}
