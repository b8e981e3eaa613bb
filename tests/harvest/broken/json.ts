/** JSON-LD of portals, also in a web page. Written for the tests; what is wrong in each stands beside it, as a person sees it. */
import type { BrokenDocument } from './broken-document';
import { prefixes } from './broken-document';

export const json: readonly BrokenDocument[] = [
  {
    file: 'data-europa.jsonld',
    text: `{
  "@context": {
    "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#", "vcard": "http://www.w3.org/2006/vcard/ns#"
  },
  "@graph": [
    { "@id": "http://data.europa.eu/88u/dataset/beds", "@type": "dcat:Dataset",
      "dct:title": [ { "@language": "en", "@value": "Beds" }, { "@language": "de-t-en-t0-mtec", "@value": "Betten" } ],
      "dct:description": { "@language": "en", "@value": "Beds in hospitals." },
      "dct:issued": { "@type": "xsd:dateTime", "@value": "2020-13-45T00:00:00" },
      "dcat:theme": { "@id": "http://publications.europa.eu/resource/authority/data-theme/HEAL" },
      "dct:language": { "@id": "http://publications.europa.eu/resource/authority/language/DE" },
      "dct:publisher": { "@id": "_:p" },
      "dcat:distribution": { "@id": "http://data.europa.eu/88u/distribution/1" } },
    { "@id": "_:p", "@type": "foaf:Agent", "foaf:name": "Robert Koch-Institut" },
    { "@id": "http://data.europa.eu/88u/distribution/1", "@type": "dcat:Distribution",
      "dcat:accessURL": "https://example.org/beds.csv", "dct:license": "http://dcat-ap.de/def/licenses/dl-by-de/2.0" }
  ]
}
`,
    findings: ['date-ambiguous 7', 'literal-instead-of-iri 14', 'literal-instead-of-iri 14'],
    records: ['Dataset Beds', 'Distribution Beds', 'Provision'],
  },
  {
    file: 'page-with-schema-org.html',
    text: `<!DOCTYPE html>
<html lang="de"><head><title>Sepsis</title>
<script type="application/ld+json">
{ "@context": "https://schema.org/", "@type": "Dataset", "@id": "https://example.org/sepsis", "name": "Sepsis-Kohorte",
  "description": "Patientinnen und Patienten mit Sepsis auf Intensivstationen, seit 2015.",
  "license": "https://creativecommons.org/licenses/by/4.0/", "keywords": "Sepsis, Intensivmedizin",
  "creator": { "@type": "Organization", "name": "Charité – Universitätsmedizin Berlin", "url": "https://www.charite.de/" },
  "distribution": [ { "@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": "https://example.org/sepsis.csv" } ],
  "datePublished": "2021", "isAccessibleForFree": "true" }
</script></head><body><h1>Sepsis</h1></body></html>
`,
    findings: ['embedded-in-page 1'],
    records: ['Dataset Sepsis-Kohorte', 'Distribution Sepsis-Kohorte', 'Provision'],
  },
  {
    file: 'pod-data.json',
    text: `{
  "@context": "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld",
  "@id": "https://data.example.gov/data.json", "@type": "dcat:Catalog",
  "conformsTo": "https://project-open-data.cio.gov/v1.1/schema",
  "describedBy": "https://project-open-data.cio.gov/v1.1/schema/catalog.json",
  "dataset": [
    { "@type": "dcat:Dataset", "title": "Flu visits", "description": "Visits for influenza-like illness.", "keyword": ["flu","health"],
      "modified": "2023-01-31", "identifier": "https://data.example.gov/api/views/abcd-1234", "accessLevel": "public",
      "landingPage": "https://data.example.gov/d/abcd-1234",
      "publisher": { "@type": "org:Organization", "name": "Department of Clouds" },
      "contactPoint": { "@type": "vcard:Contact", "fn": "Open Data", "hasEmail": "mailto:opendata@example.gov" },
      "license": "https://creativecommons.org/publicdomain/zero/1.0/",
      "distribution": [ { "@type": "dcat:Distribution", "downloadURL": "https://data.example.gov/abcd.csv", "mediaType": "text/csv", "title": "CSV" } ] }
  ]
}
`,
    findings: [
      'literal-instead-of-iri 3',
      'label-instead-of-code ',
      'datatype-wrong ',
      'literal-instead-of-iri ',
      'mailto-missing ',
    ],
    records: ['DataCatalogue', 'Dataset Flu visits', 'Distribution CSV', 'Provision'],
  },
  {
    file: 'schema-array-context.jsonld',
    text: `[{"@context":["https://schema.org",{"@language":"en"}],"@type":"Dataset","name":"No id","description":"Nothing has an identifier here, which happens often.","distribution":{"@type":"DataDownload","contentUrl":"x.csv"}}]
`,
    findings: [],
    records: ['Dataset No id', 'Distribution No id'],
  },
  {
    file: 'embedded-types.jsonld',
    text: `{"@context":{"@vocab":"http://www.w3.org/ns/dcat#","dct":"http://purl.org/dc/terms/","title":"dct:title"},
"@type":"Catalog","@id":"https://e.example.org/","title":"E","dataset":[{"@type":"Dataset","title":"No identifier","dct:description":"x","distribution":[{"@type":"Distribution","accessURL":"https://e.example.org/1.csv"}]},{"@type":"Dataset","@id":"relative/2","title":"Relative","dct:description":"x"}]}
`,
    findings: ['literal-instead-of-iri ', 'local-address '],
    records: ['DataCatalogue E', 'Dataset No identifier', 'Dataset Relative', 'Distribution No identifier'],
  },
  {
    file: 'html-entities.ttl',
    text: `${prefixes}<https://x.example.org/1> a dcat:Dataset ; dct:title "Universit&auml;t &amp; Klinik"@de ; dct:description "<p>Viele <b>Daten</b></p>"@de .
`,
    findings: ['markup-in-text 6', 'markup-in-text 6'],
    records: ['Dataset Universität & Klinik'],
  },
  {
    file: 'truncated.jsonld',
    text: `{"@context":{"dcat":"http://www.w3.org/ns/dcat#","dct":"http://purl.org/dc/terms/"},"@graph":[{"@id":"https://x.example.org/1","@type":"dcat:Dataset","dct:title":"Whole","dct:description":"d"},{"@id":"https://x.example.org/2","@type":"dcat:Dataset","dct:ti`,
    findings: ['broken-statement 1'],
    records: ['Dataset Whole'],
  },
  {
    // DCAT-US 1.1 does not require a context: https://resources.data.gov/resources/dcat-us/#context
    file: 'dcat-us-without-context.json',
    text: `{
  "conformsTo": "https://project-open-data.cio.gov/v1.1/schema",
  "dataset": [
    { "@type": "dcat:Dataset", "title": "Flu visits", "description": "Visits for influenza-like illness.", "keyword": ["flu"],
      "identifier": "https://data.example.gov/api/views/abcd-1234", "accessLevel": "public",
      "publisher": { "@type": "org:Organization", "name": "Department of Clouds" },
      "distribution": [ { "@type": "dcat:Distribution", "downloadURL": "https://data.example.gov/abcd.csv", "title": "CSV" } ] }
  ]
}
`,
    findings: ['context-left-out 1', 'literal-instead-of-iri '],
    records: ['Dataset Flu visits', 'Distribution CSV', 'Provision'],
  },
  {
    file: 'usual-prefixes.jsonld',
    text: `[
  { "@context": { "dct": "http://purl.org/dc/terms/" },
    "@id": "https://x.example.org/1", "@type": "dcat:Dataset", "dct:title": "One", "dcat:keyword": "a" }
]
`,
    findings: ['undeclared-prefix 2'],
    records: ['Dataset One'],
  },
  {
    file: 'languages.jsonld',
    text: `{
  "@context": { "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/",
    "title": { "@id": "dct:title", "@container": "@language" } },
  "@graph": [
    { "@id": "https://x.example.org/1", "@type": "dcat:Dataset", "dct:title": { "@value": "Eins", "@language": "de_DE" } },
    { "@id": "https://x.example.org/2", "@type": "dcat:Dataset", "title": { "deu": "Zwei" } },
    { "@id": "https://x.example.org/3", "@type": "dcat:Dataset", "dct:title": { "@value": "Drei", "@language": "de (Deutschland)" } }
  ]
}
`,
    findings: ['language-tag 5', 'language-tag 6', 'language-tag-impossible 7'],
    records: ['Dataset Drei', 'Dataset Eins', 'Dataset Zwei'],
  },
  {
    file: 'names.jsonld',
    text: `{
  "@context": { "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "title": "dct:title",
    "note": null, "by": { "@id": "dct:description", "@container": "@language" } },
  "@id": "https://x.example.org/1", "@type": "dcat:Dataset",
  "title": "First",
  "title": "Second", "note": { "any": "thing" },
  "publisherName": "RKI", "by": { "en": "b" },
  "dct:description": { "@value": "d", "@type": "Text" }
}
`,
    findings: ['json-name-twice 6', 'name-without-meaning 7'],
    records: ['Dataset Second'],
  },
  {
    file: 'lines.jsonld',
    text: `{"@context":"https://schema.org/","@type":"Dataset","@id":"https://x.example.org/1","name":"One","description":"d"}
{"@context":"https://schema.org/","@type":"Dataset","@id":"https://x.example.org/2","name":"Two","description":"d"}
`,
    findings: ['json-lines 1'],
    records: ['Dataset One', 'Dataset Two'],
  },
  {
    file: 'values.jsonld',
    text: `{ "@context": { "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/" }, "@graph": [
  { "@id": "https://x.example.org/1", "@type": "dcat:Dataset", "dct:title": { "@value": "x", "@language": "de", "@type": "dct:Text" } },
  { "@id": "https://x.example.org/2", "@type": "dcat:Dataset", "dct:title": "Whole" }
] }
`,
    findings: ['broken-statement 2'],
    records: ['Dataset Whole'],
  },
];
