/** Documents that are no RDF, or none that can be read: what each is told to be. Written for the tests; what is wrong in each stands beside it, as a person sees it. */
import type { BrokenDocument } from './broken-document';

export const unreadable: readonly BrokenDocument[] = [
  {
    file: 'login.ttl',
    text: `<!doctype html>
<html><head><title>Anmeldung</title></head><body><form action="/login"><input type="password"></form></body></html>
`,
    said: 'HTML page',
  },
  {
    file: 'error.json',
    text: `{"error":{"message":"Not found","code":404}}
`,
    said: 'error message',
  },
  {
    file: 'bomb.rdf',
    text: `<?xml version="1.0"?>
<!DOCTYPE rdf:RDF [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dct="http://purl.org/dc/terms/"><rdf:Description rdf:about="https://x.example.org/1"><dct:title>&c;</dct:title></rdf:Description></rdf:RDF>
`,
    said: 'entities',
  },
  {
    file: 'remote-context.jsonld',
    text: `{"@context":"https://www.w3.org/ns/dcat2.jsonld","@id":"https://x.example.org/1","@type":"dcat:Dataset","dct:title":"X"}
`,
    said: 'needs the context https://www.w3.org/ns/dcat2.jsonld',
  },
  {
    file: 'json-faults.jsonld',
    text: `{ // made by hand
  '@context': { "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/" },
  "@id": "https://j.example.org/1", "@type": "dcat:Dataset", "dct:title": "J", "dct:description": "j", "dcat:byteSize": NaN,
}
`,
    said: 'no well-formed JSON',
  },
  {
    file: 'plain.json',
    text: `{"success": true, "result": {"id": "5f1c", "title": "Beds", "resources": [{"url": "https://x.example.org/b.csv"}]}}
`,
    said: 'CKAN',
  },
  {
    file: 'value.json',
    text: `null
`,
    said: 'a single value in JSON',
  },
  {
    file: 'cut.jsonld',
    text: `{"@context": {"dct": "http://purl.org/dc/terms/"}, "@id": "https://x.example.org/1", "dct:ti`,
    said: 'This is no well-formed JSON: a quotation mark is not closed',
  },
  {
    file: 'table.csv',
    text: `title;description;publisher
Beds;All of them;RKI
`,
    said: 'table',
  },
  {
    file: 'sparql.xml',
    text: `<?xml version="1.0"?>
<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="s"/></head><results><result><binding name="s"><uri>https://x.example.org/1</uri></binding></result></results></sparql>
`,
    said: 'CONSTRUCT',
  },
  {
    file: 'empty.ttl',
    text: ``,
    said: 'empty',
  },
  {
    file: 'rss.xml',
    text: `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title></channel></rss>
`,
    said: 'RSS',
  },
  {
    file: 'yaml.ttl',
    text: `title: Beds
description: All
`,
    said: 'YAML',
  },
  {
    file: 'package.json',
    text: `{"id": "5f1c", "name": "beds", "resources": [{"package_id": "5f1c", "url": "https://x.example.org/b.csv"}]}
`,
    said: 'CKAN',
  },
  {
    file: 'datacite.json',
    text: `{"data": {"id": "10.1234/abc", "type": "dois", "attributes": {"titles": [{"title": "Beds"}]}}}
`,
    said: 'vnd.schemaorg.ld+json',
  },
  {
    file: 'datacite.xml',
    text: `<?xml version="1.0"?><resource xmlns="http://datacite.org/schema/kernel-4"><titles><title>Beds</title></titles></resource>
`,
    said: 'vnd.schemaorg.ld+json',
  },
  {
    file: 'dataverse.json',
    text: `{"id": 12, "datasetVersion": {"metadataBlocks": {"citation": {"fields": []}}}}
`,
    said: 'exporter=schema.org',
  },
  {
    file: 'zenodo.json',
    text: `{"id": 1, "conceptdoi": "10.5281/zenodo.1", "metadata": {"title": "Beds"}}
`,
    said: 'dcat-ap',
  },
  {
    file: 'crossref.json',
    text: `{"status": "ok", "message-type": "work", "message": {"title": ["Beds"]}}
`,
    said: 'Crossref',
  },
  {
    file: 'datapackage.json',
    text: `{"profile": "data-package", "name": "beds", "resources": [{"name": "b", "path": "b.csv"}]}
`,
    said: 'Data Package',
  },
  {
    file: 'map.json',
    text: `{"type": "FeatureCollection", "features": []}
`,
    said: 'GeoJSON',
  },
  {
    file: 'api.json',
    text: `{"openapi": "3.0.0", "info": {"title": "x"}, "paths": {}}
`,
    said: 'OpenAPI',
  },
  {
    file: 'iso.xml',
    text: `<?xml version="1.0"?><gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd"><gmd:fileIdentifier/></gmd:MD_Metadata>
`,
    said: 'outputSchema',
  },
  {
    file: 'csw.xml',
    text: `<?xml version="1.0"?><csw:GetRecordsResponse xmlns:csw="http://www.opengis.net/cat/csw/2.0.2"><csw:SearchResults/></csw:GetRecordsResponse>
`,
    said: 'outputSchema',
  },
  {
    file: 'python.jsonld',
    text: `{'@context': {'dct': 'http://purl.org/dc/terms/'}, '@id': 'https://x.example.org/1', 'dct:title': None}
`,
    said: 'double quotation marks only',
  },
  {
    file: 'template.csv',
    text: `Schlüssel * [Dataset.slug];Name (Deutsch) [name.de];Art * [kind]
beds;Betten;Register
`,
    said: 'a table',
  },
  {
    file: 'oai-error.xml',
    text: `<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><error code="badArgument">bad</error></OAI-PMH>
`,
    said: 'an error of OAI-PMH (badArgument)',
  },
];
