/** Licences and formats that programs know. */

/** Addresses of licences: SPDX, Creative Commons, Open Data Commons, the European Union, GovData, and common software licences. */
const licence =
  /^https?:\/\/(?:(?:www\.)?spdx\.org\/licenses\/|creativecommons\.org\/(?:licenses\/by(?:-nc)?(?:-nd|-sa)?\/|publicdomain\/(?:zero|mark)\/)|(?:www\.)?opendatacommons\.org\/licenses\/|publications\.europa\.eu\/resource\/authority\/licence\/|(?:www\.)?dcat-ap\.de\/def\/licenses\/|(?:www\.)?govdata\.de\/dl-de\/|(?:www\.)?opensource\.org\/licenses?\/|(?:www\.)?apache\.org\/licenses\/|(?:www\.)?gnu\.org\/licenses\/)/i;

export const isKnownLicence = (value: string): boolean => licence.test(value);

/** Open, long-term and scientific formats: of text, tables, RDF, images, health data and sequences. */
const formats = new Set([
  ...[
    'text/csv',
    'text/plain',
    'text/tab-separated-values',
    'text/turtle',
    'text/xml',
    'text/html',
    'text/markdown',
  ],
  ...[
    'application/json',
    'application/ld+json',
    'application/xml',
    'application/rdf+xml',
    'application/n-triples',
  ],
  ...[
    'application/fhir+json',
    'application/fhir+xml',
    'application/dicom',
    'application/pdf',
    'application/x-hdf5',
  ],
  ...['application/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.text'],
  ...[
    'application/vnd.apache.parquet',
    'application/x-netcdf',
    'application/geo+json',
    'application/geopackage+sqlite3',
  ],
  ...['image/png', 'image/tiff', 'image/jpeg', 'image/svg+xml', 'image/jp2', 'audio/flac', 'video/webm'],
  ...['chemical/x-fasta', 'chemical/x-pdb', 'application/sql'],
]);

/** @param value a media type, or the IRI of one */
export const isOpenFormat = (value: string): boolean =>
  formats.has(value.replace(/^https?:\/\/www\.iana\.org\/assignments\/media-types\//, '').toLowerCase());
