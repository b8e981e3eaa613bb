/** The type of a requirement: its values, how many records meet it, and what sources say in general. */
import { Int } from 'type-graphql';
import type { CoverageDeclaration } from '../../resource/coverage';
import { plainField } from '../define';
import { enumCode, enumFrom } from '../enums';
import { EvidenceType, shown } from '../evidence-types';
import { labelFields, labelsOf, type Counted } from '../labelled';
import { evidenceOf, generalGrounds, type ShownRequirement } from './answer';
import { fields, typeOf, type ResolvedType } from './type-of';

function valueType(): ResolvedType {
  const value = typeOf('CoverageValue', 'A value that is required.');
  plainField(value.type.prototype as object, 'value', String, 'A code, a text, or the slug of a record.');
  plainField(value.type.prototype as object, 'met', Int, 'How many are known to have it.');
  labelFields(value.resolvers, 'CoverageValue');
  return value;
}

/** The type of a requirement, and that of its values. */
export function requirementTypes({ requirements }: CoverageDeclaration): {
  requirement: ResolvedType;
  value: ResolvedType;
} {
  const kinds = enumFrom(
    'CoverageRequirementKind',
    'The kinds of requirements.',
    Object.fromEntries(requirements.map(({ name, about }) => [enumCode(name), about])),
  );
  const value = valueType();
  const requirement = typeOf(
    'CoverageRequirement',
    'A requirement, met by whoever has one of its values, with how many meet it.',
  );
  const count = (name: string, about: string, verdict: 'YES' | 'NO' | 'UNKNOWN') => ({
    name,
    type: Int,
    about,
    resolve: ({ counts }: ShownRequirement) => counts[verdict],
  });
  fields<ShownRequirement>(requirement, [
    { name: 'kind', type: kinds, about: 'What is required.', resolve: ({ kind }) => enumCode(kind) },
    {
      name: 'values',
      type: [value.type],
      about: 'The values that are required, of which one suffices.',
      resolve: ({ values, paths: [path] }, _, context) =>
        Promise.all(
          values.map(async ({ value, met, record }) => {
            const counted: Counted = { value, key: record?.key ?? null };
            return {
              ...counted,
              met,
              labels: await labelsOf(counted, path?.attribute ?? undefined, context),
            };
          }),
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
      resolve: async (requirement, _, context) =>
        (await evidenceOf(generalGrounds(requirement), context)).map(shown),
    },
  ]);
  return { requirement, value };
}
