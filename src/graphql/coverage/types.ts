/** The types of the coverage query's answer. */
import { Int } from 'type-graphql';
import type { CoverageDeclaration } from '../../resource/coverage';
import type { Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import type { Carrier } from '../define';
import { DateScalar } from '../scalars';
import { answerTypes } from './answer-types';
import type { CoverageAnswer } from './answer';
import { coveredTypes } from './covered-types';
import { requirementTypes } from './requirement-types';
import { fields, typeOf } from './type-of';

/** The type of the answer, and the resolvers of all its parts. */
export function coverageTypes(
  covered: Description,
  declared: CoverageDeclaration,
  registry: Registry,
): { coverage: Carrier; resolvers: Carrier[] } {
  const { requirement, value } = requirementTypes(declared);
  const { answer, proof } = answerTypes(requirement);
  const { one, contact } = coveredTypes(covered, declared, registry, answer);
  const coverage = typeOf('Coverage', declared.about);
  const counted = (name: keyof CoverageAnswer['counts'], about: string) => ({
    name: `${name}Count`,
    type: Int,
    about,
    resolve: ({ counts }: CoverageAnswer) => counts[name],
  });
  fields<CoverageAnswer>(coverage, [
    {
      name: 'asOf',
      type: DateScalar,
      about: 'The day on which the links must hold; null where they are taken whatever their dates.',
      nullable: true,
      resolve: ({ asOf }) => asOf,
    },
    {
      name: 'requirements',
      type: [requirement.type],
      about: 'All requirements, with how many meet each.',
      resolve: ({ requirements }) => requirements,
    },
    {
      name: 'unmet',
      type: [requirement.type],
      about: 'The requirements that nobody is known to meet.',
      resolve: ({ requirements }) => requirements.filter(({ counts }) => counts.YES === 0),
    },
    {
      name: 'full',
      type: [one.type],
      about: 'Those that are known to meet all requirements, by their key.',
      resolve: ({ full }) => full,
    },
    {
      name: 'partial',
      type: [one.type],
      about:
        'Those that are known to meet a part: who meets most first, then who is known to lack least, then by their key.',
      resolve: ({ partial }) => partial,
    },
    {
      name: 'open',
      type: [one.type],
      about:
        'Those that are not known to meet any, but of some requirements it is not known: who is known to lack least first, then by their key.',
      resolve: ({ open }) => open,
    },
    counted('full', 'How many are known to meet all requirements, shown or not.'),
    counted('partial', 'How many are known to meet a part, shown or not.'),
    counted('open', 'How many are not known to meet any while some is unknown, shown or not.'),
    counted('none', 'How many are known to meet none.'),
  ]);
  const all = [value, requirement, proof, answer, contact, one, coverage];
  return { coverage: coverage.type, resolvers: all.map(({ resolvers }) => resolvers) };
}
