import { publishedScheme, type CodeOf } from './concept-scheme';

/** Algorithms of checksums in SPDX 2. Their IRIs begin with https, as the shapes of DCAT-AP 3.0.1 demand, though SPDX writes http. */
export const ChecksumAlgorithm = publishedScheme(
  'ChecksumAlgorithm',
  'How a checksum is computed.',
  {
    iri: 'https://spdx.org/rdf/terms',
    concepts: 'https://spdx.org/rdf/terms#checksumAlgorithm_',
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
