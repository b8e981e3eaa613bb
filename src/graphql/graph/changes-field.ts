/** The field `changes`: what began, ended or was first seen between two days. */
import { BadUserInput } from '../../errors';
import { changePages } from '../../query/graph/change-pages';
import type { ChangeKind } from '../../query/graph/changes';
import type { PageArguments } from '../../query/page';
import type { Registry } from '../../resource/registry';
import { argumentsOf, queryField, type Carrier } from '../define';
import { enumCode } from '../enums';
import { refuseEmpty } from '../narrowing';
import { PageArgumentsType } from '../page-types';
import { resourceTypeOf } from '../resource-type';
import { DateScalar } from '../scalars';
import { argument, requiredArgument } from './arguments';
import { changeConnection, changeKind, shownChanges } from './change-types';

interface ChangeArguments extends PageArguments {
  from: string;
  to: string;
  what?: ChangeKind[] | null;
  types?: string[] | null;
  kinds?: string[] | null;
}

const usual: ChangeKind[] = ['BEGAN', 'ENDED'];

const about = `What sources say to have begun or ended between two days, in the order in which it happened: links, and resources that begin and end, with a first day after the first of the two days and no later than the second, or with a last day on or after the first and before the second. For a calendar year give 31 December of the year before and of the year. A stated month or year counts as its first day for a beginning and as its last for an end, and \`datePrecision\` says so. That a source shows something on a day does not mean that it began on it: ask for \`FIRST_SEEN\` to list that too.`;

export function changesField(query: Carrier, registry: Registry, linkKind: object): void {
  queryField<ChangeArguments>(query, {
    name: 'changes',
    type: changeConnection,
    about,
    args: argumentsOf(
      'QueryChanges',
      [
        requiredArgument('from', DateScalar, 'The first of the two days.'),
        requiredArgument('to', DateScalar, 'The second of the two days; not before the first.'),
        {
          ...argument('what', [changeKind], 'Only these kinds of changes.'),
          defaultValue: usual,
        },
        argument(
          'types',
          [resourceTypeOf(registry)],
          'Only what concerns resources of these types: themselves, and links from or to them.',
        ),
        argument('kinds', [linkKind], 'Only links of these kinds, and no resources.'),
      ],
      PageArgumentsType,
    ),
    resolve: (_, { from, to, what, types, kinds, ...page }, { reader }) => {
      refuseEmpty({ what, types, kinds });
      if (from > to) {
        throw new BadUserInput(
          `"from" (${from}) is after "to" (${to}). Give the earlier day as "from" and the later as "to".`,
        );
      }
      const ofKinds = kinds && registry.links.filter(({ type }) => kinds.includes(enumCode(type)));
      const query = { from, to, what: what ?? usual, types, kinds: ofKinds?.map(({ type }) => type) };
      return shownChanges(changePages(reader, registry, query, page));
    },
  });
}
