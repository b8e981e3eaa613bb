import { publishedScheme, type CodeOf } from './concept-scheme';
import { spdx } from './namespaces';

/** Algorithms of checksums in SPDX 2, https://spdx.org/rdf/terms/ */
export const ChecksumAlgorithm = publishedScheme(
  'ChecksumAlgorithm',
  'How a checksum is computed.',
  {
    iri: 'http://spdx.org/rdf/terms',
    concepts: spdx('checksumAlgorithm_'),
    title: { de: 'Prüfsummenverfahren', en: 'Checksum algorithm' },
  },
  {
    SHA256: ['sha256', 'SHA-256', 'SHA-256'],
    SHA384: ['sha384', 'SHA-384', 'SHA-384'],
    SHA512: ['sha512', 'SHA-512', 'SHA-512'],
    SHA1: ['sha1', 'SHA-1', 'SHA-1'],
    MD5: ['md5', 'MD5', 'MD5'],
  },
);
export type ChecksumAlgorithm = CodeOf<typeof ChecksumAlgorithm>;
