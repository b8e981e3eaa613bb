import { ChecksumAlgorithm } from '../../vocabulary/checksum-algorithm';
import { spdx, xsd } from '../../vocabulary/namespaces';
import { checkCode, checkMap, checkMatch, checkPart, WrongValue } from '../written/check';
import { eq, isNull, operator } from './comparisons';
import { conceptComparisons } from './concept';
import { composed, type Kind } from './kind';

/** The checksum of a file. */
export interface Checksum {
  algorithm: ChecksumAlgorithm;
  /** In hexadecimal digits, in lower case. */
  value: string;
}

/** How many hexadecimal digits a checksum has. */
const digits: Readonly<Record<string, number>> = { MD5: 32, SHA1: 40, SHA256: 64, SHA384: 96, SHA512: 128 };

/** By which a downloaded file is compared with the one that was described. */
export const checksum: Kind = {
  name: 'checksum',
  ...composed({ algorithm: 'text', value: 'text' }),
  main: 'value',
  row: {
    of: 'parts',
    parts: { algorithm: { form: 'code', scheme: ChecksumAlgorithm }, value: { form: 'text' } },
  },
  read: (algorithm: ChecksumAlgorithm | null, value: string): Checksum | null =>
    algorithm === null ? null : { algorithm, value },
  indexed: true,
  check: (written) => {
    const takes =
      '{ algorithm, value }, such as { algorithm: SHA256, value: 9f86d08… } in hexadecimal digits';
    const { algorithm, value, ...rest } = checkMap(written, takes);
    if (Object.keys(rest).length > 0) throw new WrongValue(takes);
    const code = checkPart('algorithm', () => checkCode(ChecksumAlgorithm, algorithm));
    const length = digits[code] ?? 0;
    const fits = (text: string): boolean => text.length === length && /^[\da-f]+$/i.test(text);
    const text = checkPart('value', () =>
      checkMatch(value, fits, `the ${length} hexadecimal digits of a checksum of ${code}, in quotes`),
    );
    return { algorithm: code, value: text.toLowerCase() };
  },
  output: () => ({
    name: 'Checksum',
    about: 'The checksum of a file.',
    fields: {
      algorithm: [ChecksumAlgorithm, 'How it is computed.'],
      value: ['String', 'The checksum in hexadecimal digits, in lower case.'],
    },
  }),
  comparisons: () => ({
    name: 'ChecksumFilter',
    about: 'Conditions on the checksum of a file.',
    of: 'String',
    operators: [
      operator('algorithm', conceptComparisons(ChecksumAlgorithm), 'Conditions on how it is computed.'),
      { ...eq, about: 'The checksum is exactly this, in hexadecimal digits, in lower case.' },
      isNull,
    ],
  }),
  stated: () => ({
    object: 'node',
    class: spdx('Checksum'),
    parts: {
      algorithm: {
        predicate: spdx('algorithm'),
        object: 'iri',
        class: spdx('ChecksumAlgorithm'),
        scheme: ChecksumAlgorithm,
      },
      value: { predicate: spdx('checksumValue'), object: 'literal', datatype: xsd('hexBinary') },
    },
  }),
  readParts: ({ algorithm, value }) =>
    algorithm === undefined || value === undefined ? undefined : { algorithm, value },
};
