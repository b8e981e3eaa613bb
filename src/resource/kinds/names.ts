import {
  checkEach,
  checkLine,
  checkList,
  checkMap,
  checkMatch,
  checkPart,
  checkStatedDate,
  isLanguageTag,
  WrongValue,
} from '../written/check';
import { list, type Kind } from './kind';

/** A name that is or was used beside the current one. Dates are as stated: a year, a month or a day. */
export interface OtherName {
  /** BCP 47 tag. */
  language: string;
  value: string;
  validFrom?: string;
  validUntil?: string;
}

const fields = '{ language, value, validFrom, validUntil }';

function checkName(written: unknown): OtherName {
  const { language, value, validFrom, validUntil, ...rest } = checkMap(written, fields);
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new WrongValue(`only ${fields}`, [unknown]);
  return {
    language: checkPart('language', () => checkMatch(language, isLanguageTag, 'a language tag, such as de')),
    value: checkPart('value', () => checkLine(value)),
    ...(validFrom != null && { validFrom: checkPart('validFrom', () => checkStatedDate(validFrom)) }),
    ...(validUntil != null && { validUntil: checkPart('validUntil', () => checkStatedDate(validUntil)) }),
  };
}

/** Other names with the time of their use. */
export const names: Kind = {
  name: 'names',
  holds: 'wordings',
  ...list,
  check: (written) => checkEach(checkList(written, `a list of ${fields}`), checkName),
  output: () => [
    {
      name: 'OtherName',
      about:
        'A name that is or was in use beside the present one. Dates are given as stated: a year, a month or a day.',
      fields: {
        language: ['String', 'Language, as a BCP 47 tag such as de.'],
        value: ['String', 'The name.'],
        validFrom: [
          'String',
          'Since when it was in use, as a source states: 2022, 2022-09 or 2022-09-01.',
          'nullable',
        ],
        validUntil: [
          'String',
          'Until when it was in use, as a source states: 2022, 2022-09 or 2022-09-01.',
          'nullable',
        ],
      },
    },
  ],
  searched: (values: OtherName[]) => values.map(({ value, language }) => ({ text: value, language })),
  stated: () => ({ object: 'tagged' }),
};
