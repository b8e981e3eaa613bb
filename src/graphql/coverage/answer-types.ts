/** The type of an answer to one requirement, with its proofs and statements of sources. */
import { verdictOf, type Proof } from '../../query/coverage/finding';
import { plainField } from '../define';
import { enumFrom } from '../enums';
import { EvidenceType, shown } from '../evidence-types';
import { LinkInterface, ResourceInterface } from '../interfaces';
import { evidenceOf, type ShownFinding } from './answer';
import { fields, typeOf, type ResolvedType } from './type-of';

const verdicts = enumFrom('CoverageVerdict', 'Whether a requirement is met, as far as sources tell.', {
  YES: 'It is met: the evidence proves it.',
  NO: 'It is not met: sources exclude it.',
  UNKNOWN: 'No source says so, and none excludes it. It is worth a call.',
});

const reasons = enumFrom(
  'CoverageReason',
  'Why a requirement is met, is not met, or is not known to be met.',
  {
    STATED: 'Sources state what is required; with `asOf`, they state or show it on that day.',
    CONTINUED:
      'Sources show what is required before the day, and none says that it ended: it probably still holds.',
    OTHER_VALUE: 'Sources state another value.',
    NOT_LISTED: 'A source that lists all of them at that time does not list it.',
    NOT_AT_THAT_TIME: 'What is required had not begun on that day, or had ended.',
    DISPUTED: 'Sources disagree about it.',
    NOT_DATED: 'Sources say so without any date.',
    NOT_YET_SEEN: 'Sources show it only after the day, and none says when it began.',
    NOT_STATED: 'No source says so, and none that is complete leaves it out.',
  },
);

function proofType(): ResolvedType {
  const proof = typeOf('CoverageProof', 'One way on which a requirement is met.');
  plainField(proof.type.prototype as object, 'value', String, 'The required value that it proves.');
  plainField(
    proof.type.prototype as object,
    'property',
    String,
    'The field of the record that holds the value; null where the record itself is required.',
    true,
  );
  fields<Proof>(proof, [
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
  return proof;
}

/** The type of an answer, and that of its proofs. */
export function answerTypes(requirement: ResolvedType): { answer: ResolvedType; proof: ResolvedType } {
  const proof = proofType();
  const answer = typeOf('CoverageAnswer', 'Whether one requirement is met, and on what grounds.');
  fields<ShownFinding>(answer, [
    {
      name: 'requirement',
      type: requirement.type,
      about: 'The requirement.',
      resolve: ({ requirement }) => requirement,
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
      resolve: async ({ grounds }, _, context) => (await evidenceOf(grounds, context)).map(shown),
    },
  ]);
  return { answer, proof };
}
