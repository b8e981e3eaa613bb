/** The type of a covered record with its answers and contacts. */
import { contactClass, type FoundContact } from '../../query/coverage/contacts';
import type { CoverageDeclaration } from '../../resource/coverage';
import type { Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import type { Carrier } from '../define';
import { ResourceInterface } from '../interfaces';
import { hasVerdict, type ShownCovered } from './answer';
import { fields, typeOf, type ResolvedType } from './type-of';
import { withArticleFirst } from '../../words';

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function contactType(declared: CoverageDeclaration, registry: Registry): ResolvedType {
  const contact = typeOf('CoverageContact', 'Whom to call, and whose contact it is.');
  const contacts = contactClass(declared, registry);
  fields<FoundContact>(contact, [
    {
      name: lowerFirst(contacts.type),
      type: contacts.class,
      about: 'Whom to call.',
      resolve: ({ contact: key }, _, { loaders }) => loaders.record(key),
    },
    {
      name: 'of',
      type: ResourceInterface,
      about: 'The record whose contact it is: the one in question, or one by which it meets a requirement.',
      resolve: ({ of }, _, { loaders }) => loaders.record(of),
    },
  ]);
  return contact;
}

/** The type of a covered record, and that of its contacts. */
export function coveredTypes(
  covered: Description,
  declared: CoverageDeclaration,
  registry: Registry,
  answer: ResolvedType,
): { one: ResolvedType; contact: ResolvedType } {
  const contact = contactType(declared, registry);
  const one = typeOf(
    `Covered${covered.type}`,
    `${withArticleFirst(covered.type)} with what it has of what is required.`,
  );
  const answersWith = (name: string, verdict: 'YES' | 'NO' | 'UNKNOWN', about: string) => ({
    name,
    type: [answer.type] as [Carrier],
    about,
    resolve: ({ answers }: ShownCovered) => answers.filter(hasVerdict(verdict)),
  });
  fields<ShownCovered>(one, [
    {
      name: lowerFirst(covered.type),
      type: covered.class,
      about: 'The record in question.',
      resolve: ({ record }) => record,
    },
    answersWith('meets', 'YES', 'The requirements that it meets.'),
    answersWith('lacks', 'NO', 'The requirements that it is known not to meet.'),
    answersWith('unknown', 'UNKNOWN', 'The requirements of which it is not known.'),
    {
      name: 'mayMeetAll',
      type: Boolean,
      about: 'Whether no requirement is known not to be met.',
      resolve: ({ answers }) => !answers.some(hasVerdict('NO')),
    },
    {
      name: 'contacts',
      type: [contact.type],
      about:
        'Whom to call: its own contacts, else those of what proves that it meets a requirement; none where no source names any.',
      resolve: ({ contacts }) => contacts(),
    },
  ]);
  return { one, contact };
}
