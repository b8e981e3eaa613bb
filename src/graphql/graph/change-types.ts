/** The types of the field `changes`. */
import type { Change, ChangePages } from '../../query/graph/change-pages';
import { DatePrecision } from '../../vocabulary/date-precision';
import { pagesOf } from '../connections';
import { resolvedField, resolversOf, type Carrier } from '../define';
import { enumFrom, enumOf } from '../enums';
import { plainType } from '../plain-type';
import { NodeInterface } from '../interfaces';
import { DateScalar } from '../scalars';

export const changeKind = enumFrom('ChangeKind', 'What happened to a link or record.', {
  BEGAN: 'It began: the day of the change is its first, as a source states it.',
  ENDED: 'It ended: the day of the change is its last, as a source states it.',
  FIRST_SEEN:
    'Sources show it for the first time on this day. No source says when it began; it may be much older.',
});

const changeType = plainType('Change', 'A link or record that began, ended or was first seen.', {
  what: [changeKind, 'Whether it began, ended or was first seen.'],
  date: [
    DateScalar,
    'The first day of what began, the last day of what ended, or the first day for which something is shown. Of a stated month or year that is its first day, for an end its last.',
  ],
  datePrecision: [
    enumOf(DatePrecision),
    'How exactly a source states the date; null for what was first seen.',
    'nullable',
  ],
});

const changes = resolversOf(changeType, 'Change');

resolvedField<Change>(changes, {
  name: 'subject',
  type: NodeInterface,
  about:
    'What began, ended or was first seen: a link, or a resource. Ask it for more by `... on Link` and `... on Resource`.',
  resolve: ({ subject }, _, { loaders }) => loaders.record(subject),
});

/** The connection of changes. */
export const changeConnection = pagesOf('Change', changeType);

/** A page of changes as the resolvers see it. */
export const shownChanges = (pages: ChangePages) => ({
  ...pages,
  nodes: async () => (await pages.edges()).map(({ node }) => node),
});

export const changeResolvers: Carrier[] = [changes];
