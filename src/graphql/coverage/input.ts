/** The input of the coverage query, derived from the declaration. */
import { pathFrom } from '../../query/coverage/path';
import type { CoverageDeclaration } from '../../resource/coverage';
import type { Description } from '../../resource/description';
import { enumOf, inputType, type Carrier, type TypeReference } from '../define';

/** One field for each kind of requirement: codes of a vocabulary, texts, or slugs of records. */
export const coverageInput = (covered: Description, { requirements }: CoverageDeclaration): Carrier =>
  inputType(
    'CoverageInput',
    `What a ${covered.type} must have to meet all; at least one value.`,
    requirements.map(({ name, about, paths: [path = ''] }) => {
      const { attribute, end } = pathFrom(covered, path);
      const what = attribute ? '' : ` Slugs of records of type ${end.type}.`;
      return { name, type: [valueType(attribute?.scheme)], about: `${about}${what}` };
    }),
  );

const valueType = (scheme: Parameters<typeof enumOf>[0] | undefined): TypeReference =>
  scheme ? enumOf(scheme) : String;
