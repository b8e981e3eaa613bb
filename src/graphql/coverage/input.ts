/** The input of the coverage query, derived from the declaration. */
import { pathFrom } from '../../query/coverage/path';
import type { CoverageDeclaration } from '../../resource/coverage';
import type { Description } from '../../resource/description';
import { inputType, type Carrier, type TypeReference } from '../define';
import { enumOf } from '../enums';
import { resourceReference } from '../references';
import { withArticle } from '../../words';

/** One field for each kind of requirement: codes of a vocabulary, texts, or references to records. */
export const coverageInput = (covered: Description, { requirements }: CoverageDeclaration): Carrier =>
  inputType(
    'CoverageInput',
    `What ${withArticle(covered.type)} must have to meet all; at least one value.`,
    requirements.map(({ name, about, paths: [path = ''] }) => {
      const { attribute, end } = pathFrom(covered, path);
      const what = attribute ? '' : ` Records of type ${end.type}.`;
      const type = attribute ? valueType(attribute.scheme) : resourceReference;
      return { name, type: [type], about: `${about}${what}` };
    }),
  );

const valueType = (scheme: Parameters<typeof enumOf>[0] | undefined): TypeReference =>
  scheme ? enumOf(scheme) : String;
