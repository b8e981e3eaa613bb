/** JSON of well-known interfaces and formats, and where each has its RDF. */
import { isFhirResource } from './fhir-resource';
import { kind, type OtherKind } from './other-kind';

export const ofDataCite = kind(
  { de: 'ein Eintrag von DataCite', en: 'a record of DataCite' },
  {
    de: 'Als JSON-LD gibt ihn die Adresse https://data.crosscite.org/application/vnd.schemaorg.ld+json/DOI.',
    en: 'The address https://data.crosscite.org/application/vnd.schemaorg.ld+json/DOI gives it as JSON-LD.',
  },
);

const ofCkan = kind(
  { de: 'eine Antwort der Schnittstelle von CKAN', en: 'an answer of the API of CKAN' },
  {
    de: 'CKAN gibt RDF unter /dataset/NAME.ttl und /catalog.ttl aus.',
    en: 'CKAN gives RDF at /dataset/NAME.ttl and /catalog.ttl.',
  },
);

const ofData = (de: string, en: string) =>
  kind(
    { de, en },
    {
      de: 'Das sind die Daten selbst, oder wie man sie abruft: die Adresse ihrer Metadaten angeben.',
      en: 'These are the data themselves, or how to fetch them: give the address of their metadata.',
    },
  );

interface Sign {
  /** All of these are in the text. */
  readonly names: readonly RegExp[];
  readonly kind: OtherKind;
}

const name = (text: string) => new RegExp(`"${text}"\\s*:`);

/** In this order: the surest signs first. */
const signs: readonly Sign[] = [
  { names: [name('success'), name('result')], kind: ofCkan },
  { names: [name('resources'), name('package_id')], kind: ofCkan },
  { names: [name('metadata_created'), name('resources')], kind: ofCkan },
  { names: [/datacite\.org\/schema\/kernel|"type"\s*:\s*"dois"|"resourceTypeGeneral"/], kind: ofDataCite },
  {
    names: [name('metadataBlocks')],
    kind: kind(
      { de: 'ein Datensatz in der Schreibweise von Dataverse', en: 'a dataset as Dataverse writes it' },
      {
        de: 'Dataverse gibt ihn als JSON-LD aus: /api/datasets/export?exporter=schema.org&persistentId=DOI.',
        en: 'Dataverse gives it as JSON-LD: /api/datasets/export?exporter=schema.org&persistentId=DOI.',
      },
    ),
  },
  {
    names: [/zenodo|"conceptrecid"|"conceptdoi"/, name('metadata')],
    kind: kind(
      { de: 'eine Antwort der Schnittstelle von Zenodo', en: 'an answer of the API of Zenodo' },
      {
        de: 'Zenodo gibt RDF unter /records/NUMMER/export/dcat-ap aus, und mit OAI-PMH als metadataPrefix=dcat.',
        en: 'Zenodo gives RDF at /records/NUMBER/export/dcat-ap, and by OAI-PMH with metadataPrefix=dcat.',
      },
    ),
  },
  {
    names: [/"message-type"\s*:\s*"work/],
    kind: kind({ de: 'eine Antwort von Crossref', en: 'an answer of Crossref' }),
  },
  {
    names: [name('resources'), /"(?:profile|\$schema)"\s*:\s*"[^"]*data-?package|"path"\s*:/],
    kind: kind({ de: 'ein Data Package (Frictionless)', en: 'a Data Package (Frictionless)' }),
  },
  { names: [/"type"\s*:\s*"Feature(?:Collection)?"/], kind: ofData('GeoJSON', 'GeoJSON') },
  {
    names: [/"(?:openapi|swagger)"\s*:\s*"/],
    kind: ofData('die Beschreibung einer Schnittstelle (OpenAPI)', 'the description of an API (OpenAPI)'),
  },
];

/** What JSON without a context is; null if nobody knows. */
export function jsonKind(text: string): OtherKind | null {
  const known = signs.find(({ names }) => names.every((sign) => sign.test(text)));
  if (known) return known.kind;
  if (/"error"\s*:|"status"\s*:\s*[45]\d\d/.test(text.slice(0, 2000)))
    return kind(
      { de: 'eine Fehlermeldung in JSON', en: 'an error message in JSON' },
      {
        de: 'Prüfen, ob die Adresse stimmt und ohne Anmeldung gelesen werden darf.',
        en: 'Check that the address is right, and may be read without signing in.',
      },
    );
  if (isFhirResource(text))
    return kind(
      { de: 'FHIR in JSON', en: 'FHIR in JSON' },
      { de: 'Als Quelle der Art FHIR einlesen.', en: 'Harvest it as a source of the kind FHIR.' },
    );
  return null;
}
