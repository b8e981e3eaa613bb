/** Licences and formats that programs know. */
import { FileType } from '../../../vocabulary/file-type';

/** Addresses of licences: SPDX, Creative Commons, Open Data Commons, the European Union, GovData, and common software licences. */
const licence =
  /^https?:\/\/(?:(?:www\.)?spdx\.org\/licenses\/|creativecommons\.org\/(?:licenses\/by(?:-nc)?(?:-nd|-sa)?\/|publicdomain\/(?:zero|mark)\/)|(?:www\.)?opendatacommons\.org\/licenses\/|publications\.europa\.eu\/resource\/authority\/licence\/|(?:www\.)?dcat-ap\.de\/def\/licenses\/|(?:www\.)?govdata\.de\/dl-de\/|(?:www\.)?opensource\.org\/licenses?\/|(?:www\.)?apache\.org\/licenses\/|(?:www\.)?gnu\.org\/licenses\/)/i;

export const isKnownLicence = (value: string): boolean => licence.test(value);

/** Open, long-term and scientific formats: of text, tables, RDF, images, health data and sequences. */
const formats = new Set([
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

/** The same as codes of the European Union. */
const fileTypes = new Set<FileType>([
  ...(['CSV', 'TSV', 'TXT', 'JSON', 'JSON_LD', 'XML', 'YAML', 'HTML', 'PDF', 'ODS'] as const),
  ...(['RDF', 'RDF_TURTLE', 'RDF_XML', 'RDF_N_TRIPLES', 'RDF_N_QUADS', 'RDF_TRIG'] as const),
  ...(['OWL', 'SKOS_XML', 'PARQUET', 'ARROW_FILE', 'HDF', 'NETCDF', 'TIFF', 'JPEG', 'PNG'] as const),
]);
const openFileTypes: ReadonlySet<string> = new Set(
  [...fileTypes].map((code) => FileType.concepts[code].iri ?? code),
);

/** @param value a media type, the IRI of one, or that of a file type of the European Union */
export function isOpenFormat(value: string): boolean {
  const type = value.replace(/^https?:\/\/www\.iana\.org\/assignments\/media-types\//, '').toLowerCase();
  // What is text can be read with any program.
  return type.startsWith('text/') || formats.has(type) || openFileTypes.has(value);
}
