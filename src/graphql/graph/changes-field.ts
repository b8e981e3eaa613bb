/** The field `changes`: what began and what ended between two days. */
import { BadUserInput } from '../../errors';
import { changePages } from '../../query/graph/change-pages';
import type { PageArguments } from '../../query/page';
import type { Registry } from '../../resource/registry';
import { argumentsOf, queryField, type Carrier } from '../define';
import { enumCode } from '../enums';
import { refuseEmpty } from '../narrowing';
import { PageArgumentsType } from '../page-types';
import { resourceTypeOf } from '../resource-type';
import { DateScalar } from '../scalars';
import { argument, requiredArgument } from './arguments';
import { changeConnection, shownChanges } from './change-types';

interface ChangeArguments extends PageArguments {
  from: string;
  to: string;
  types?: string[] | null;
  kinds?: string[] | null;
}

const about = `What differs between two days, in the order in which it happened: what began after the first day and no later than the second, and what ended, with its last day on or after the first and before the second. Whatever \`asOf\` lists for the first day, changed by this, is what it lists for the second; for a calendar year give 31 December of the year before and of the year. These are links, and resources that can be listed \`asOf\` a day: by dates of their own, or while a link by which they run holds. A date that no source states is never listed; a stated month or year counts as its first day for a beginning and as its last for an end, and \`datePrecision\` says so.`;

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
        argument(
          'types',
          [resourceTypeOf(registry)],
          'Only what concerns resources of these types: themselves, and links from or to them.',
        ),
        argument('kinds', [linkKind], 'Only links of these kinds, and no resources.'),
      ],
      PageArgumentsType,
    ),
    resolve: (_, { from, to, types, kinds, ...page }, { reader }) => {
      refuseEmpty({ types, kinds });
      if (from > to) {
        throw new BadUserInput(
          `"from" (${from}) is after "to" (${to}). Give the earlier day as "from" and the later as "to".`,
        );
      }
      const ofKinds = kinds && registry.links.filter(({ type }) => kinds.includes(enumCode(type)));
      const query = { from, to, types, kinds: ofKinds?.map(({ type }) => type) };
      return shownChanges(changePages(reader, registry, query, page));
    },
  });
}
