/** The types in which the schema shows what began and ended. */
import { Field, ObjectType } from 'type-graphql';
import type { Change, ChangePages } from '../../query/graph/change-pages';
import { DatePrecision } from '../../vocabulary/date-precision';
import { pagesOf } from '../connections';
import { enumFrom, enumOf, resolvedField, resolversOf, type Carrier } from '../define';
import { NodeInterface } from '../interfaces';
import { DateScalar } from '../scalars';

const changeKind = enumFrom('ChangeKind', 'What happened to a link or record.', {
  BEGAN: 'It began: the day of the change is its first.',
  ENDED: 'It ended: the day of the change is its last.',
});

const datePrecision = enumOf(DatePrecision);

@ObjectType('Change', {
  description: 'A link or record that began or ended.',
  simpleResolvers: true,
})
class ChangeType {
  @Field(() => changeKind, { description: 'Whether it began or ended.' })
  what!: Change['what'];

  @Field(() => DateScalar, {
    description:
      'The first day of what began, the last day of what ended. Of a stated month or year that is its first or its last day.',
  })
  date!: string;

  @Field(() => datePrecision, { nullable: true, description: 'How exactly a source states the date.' })
  datePrecision!: string | null;
}

const changes = resolversOf(ChangeType, 'Change');

resolvedField<Change>(changes, {
  name: 'subject',
  type: NodeInterface,
  about:
    'What began or ended: a link, or a resource. Ask it for more by `... on Link` and `... on Resource`.',
  resolve: ({ subject }, _, { loaders }) => loaders.record(subject),
});

/** The connection of changes. */
export const changeConnection = pagesOf('Change', ChangeType);

/** A page of changes as the schema shows it. */
export const shownChanges = (pages: ChangePages) => ({
  ...pages,
  nodes: async () => (await pages.edges()).map(({ node }) => node),
});

export const changeResolvers: Carrier[] = [changes];
