/** The types in which the schema answers the question of coverage. */
import { Int } from 'type-graphql';
import { contactClass, type FoundContact } from '../../query/coverage/contacts';
import type { Wanted } from '../../query/coverage/demands';
import { verdictOf, type Proof } from '../../query/coverage/judge';
import type { CoverageDeclaration } from '../../resource/coverage';
import type { Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import {
  enumCode,
  enumFrom,
  namedClass,
  objectType,
  plainField,
  resolvedField,
  resolversOf,
  type Carrier,
  type ResolvedField,
} from '../define';
import { EvidenceType } from '../evidence-types';
import { LinkInterface, ResourceInterface, withSources } from '../interfaces';
import { labelField, labelsOf } from '../labelled';
import { DateScalar } from '../scalars';
import {
  evidenceOf,
  generalGrounds,
  hasVerdict,
  type Asked,
  type ShownCovered,
  type ShownDemand,
  type ShownFinding,
} from './asked';

const verdicts = enumFrom('CoverageVerdict', 'Whether a requirement is met, as far as sources tell.', {
  YES: 'It is met: the evidence proves it.',
  NO: 'It is not met: sources exclude it.',
  UNKNOWN: 'No source says so, and none excludes it. It is worth a call.',
});

const reasons = enumFrom(
  'CoverageReason',
  'Why a requirement is met, is not met, or is not known to be met.',
  {
    STATED: 'Sources state what is required.',
    OTHER_VALUE: 'Sources state another value.',
    NOT_LISTED: 'A source that lists all of them at that time does not list it.',
    NOT_AT_THAT_TIME: 'What is required had not begun on that day, or had ended.',
    NOT_STATED: 'No source says so, and none that is complete leaves it out.',
  },
);

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** A type with resolvers. */
function typeOf(name: string, about: string): { type: Carrier; resolvers: Carrier } {
  const type = objectType(namedClass(name), name, about);
  return { type, resolvers: resolversOf(type, name) };
}

/** Adds fields whose values are found in the parent. */
const fields = <Parent>(
  resolvers: Carrier,
  added: readonly ResolvedField<Parent, Record<string, never>>[],
) => {
  for (const field of added) resolvedField(resolvers, field);
};

/** The type of the answer, and the resolvers of all its parts. */
export function coverageTypes(
  covered: Description,
  declared: CoverageDeclaration,
  registry: Registry,
): { coverage: Carrier; resolvers: Carrier[] } {
  const kinds = enumFrom(
    'CoverageRequirementKind',
    'The kinds of requirements.',
    Object.fromEntries(declared.requirements.map(({ name, about }) => [enumCode(name), about])),
  );
  const value = typeOf('CoverageValue', 'A value that is required.');
  plainField(value.type.prototype as object, 'value', String, 'A code, a text, or the slug of a record.');
  plainField(value.type.prototype as object, 'met', Int, 'How many are known to have it.');
  fields<Wanted>(value.resolvers, [
    {
      name: 'record',
      type: ResourceInterface,
      about: 'The record that is required; null where a code or text is.',
      nullable: true,
      resolve: ({ record }) => record,
    },
  ]);
  labelField(value.resolvers, 'CoverageValue');

  const requirement = typeOf(
    'CoverageRequirement',
    'A requirement, met by whoever has one of its values, with how many meet it.',
  );
  const count = (name: string, about: string, verdict: 'YES' | 'NO' | 'UNKNOWN') => ({
    name,
    type: Int,
    about,
    resolve: ({ counts }: ShownDemand) => counts[verdict],
  });
  fields<ShownDemand>(requirement.resolvers, [
    { name: 'kind', type: kinds, about: 'What is required.', resolve: ({ kind }) => enumCode(kind) },
    {
      name: 'values',
      type: [value.type],
      about: 'The values that are required, of which one suffices.',
      resolve: ({ values, paths: [path] }, _, context) =>
        Promise.all(
          values.map(async (wanted) => ({
            ...wanted,
            labels: await labelsOf(
              { value: wanted.value, key: wanted.record?.key ?? null },
              path?.attribute ?? undefined,
              context,
            ),
          })),
        ),
    },
    count('met', 'How many are known to meet it.', 'YES'),
    count('notMet', 'How many are known not to meet it.', 'NO'),
    count('unknown', 'Of how many it is not known.', 'UNKNOWN'),
    {
      name: 'statements',
      type: [EvidenceType],
      about:
        'What sources say of it in general, such as that all sites take part, without naming them: no proof for any, but a reason to ask.',
      resolve: async (demand, _, context) =>
        withSources(await evidenceOf(generalGrounds(demand), context), context),
    },
  ]);

  const proof = typeOf('CoverageProof', 'One way on which a requirement is met.');
  plainField(proof.type.prototype as object, 'value', String, 'The required value that it proves.');
  plainField(
    proof.type.prototype as object,
    'property',
    String,
    'The field of the record that holds the value; null where the record itself is required.',
    true,
  );
  fields<Proof>(proof.resolvers, [
    {
      name: 'links',
      type: [LinkInterface],
      about: 'The links that lead there, in their order; none where the record itself has the value.',
      resolve: ({ links }) => links,
    },
    {
      name: 'record',
      type: ResourceInterface,
      about: 'The record at their end.',
      resolve: ({ record }, _, { loaders }) => loaders.record(record),
    },
  ]);

  const answer = typeOf('CoverageAnswer', 'Whether one requirement is met, and on what grounds.');
  fields<ShownFinding>(answer.resolvers, [
    {
      name: 'requirement',
      type: requirement.type,
      about: 'The requirement.',
      resolve: ({ demand }) => demand,
    },
    {
      name: 'verdict',
      type: verdicts,
      about: 'Whether it is met.',
      resolve: ({ reason }) => verdictOf[reason],
    },
    { name: 'reason', type: reasons, about: 'Why.', resolve: ({ reason }) => reason },
    {
      name: 'proofs',
      type: [proof.type],
      about: 'All ways on which it is met; none where it is not known to be.',
      resolve: ({ proofs }) => proofs,
    },
    {
      name: 'evidence',
      type: [EvidenceType],
      about:
        'What sources say: for a yes all that proves it, for a no what excludes it, else what they say in general.',
      resolve: async ({ grounds }, _, context) => withSources(await evidenceOf(grounds, context), context),
    },
  ]);

  const contact = typeOf('CoverageContact', 'Whom to call, and whose contact it is.');
  const contacts = contactClass(declared, registry);
  fields<FoundContact>(contact.resolvers, [
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

  const one = typeOf(`Covered${covered.type}`, `A ${covered.type} with what it has of what is required.`);
  const answersWith = (name: string, verdict: 'YES' | 'NO' | 'UNKNOWN', about: string) => ({
    name,
    type: [answer.type] as [Carrier],
    about,
    resolve: ({ answers }: ShownCovered) => answers.filter(hasVerdict(verdict)),
  });
  fields<ShownCovered>(one.resolvers, [
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

  const coverage = typeOf('Coverage', declared.about);
  const counted = (name: 'full' | 'partial' | 'none', about: string) => ({
    name: `${name}Count`,
    type: Int,
    about,
    resolve: ({ counts }: Asked) => counts[name],
  });
  fields<Asked>(coverage.resolvers, [
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
      resolve: ({ demands }) => demands,
    },
    {
      name: 'unmet',
      type: [requirement.type],
      about: 'The requirements that nobody is known to meet.',
      resolve: ({ demands }) => demands.filter(({ counts }) => counts.YES === 0),
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
    counted('full', 'How many are known to meet all requirements, shown or not.'),
    counted('partial', 'How many are known to meet a part, shown or not.'),
    counted('none', 'How many are not known to meet any.'),
  ]);
  const all = [value, requirement, proof, answer, contact, one, coverage];
  return { coverage: coverage.type, resolvers: all.map(({ resolvers }) => resolvers) };
}
