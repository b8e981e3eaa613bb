/** RDF/XML of portals and repositories. Written for the tests; what is wrong in each stands beside it, as a person sees it. */
import type { BrokenDocument } from './broken-document';

export const xml: readonly BrokenDocument[] = [
  {
    file: 'govdata.rdf',
    text: `<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#"
  xmlns:dct="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:dcatde="http://dcat-ap.de/def/dcatde/"
  xmlns:vcard="http://www.w3.org/2006/vcard/ns#" xmlns:locn="http://www.w3.org/ns/locn#">
  <dcat:Dataset rdf:about="https://www.govdata.example/ckan/dataset/krebs">
    <dct:title xml:lang="de">Krebsregister</dct:title>
    <dct:description xml:lang="de">F&uuml;r alle L&auml;nder; Abfrage unter https://example.org/?a=1&b=2</dct:description>
    <dcatde:contributorID rdf:resource="http://dcat-ap.de/def/contributors/landNRW"/>
    <dcatde:politicalGeocodingLevelURI rdf:resource="http://dcat-ap.de/def/politicalGeocoding/Level/federal"/>
    <dct:issued rdf:datatype="http://www.w3.org/2001/XMLSchema#date">01.02.2023</dct:issued>
    <dct:modified rdf:datatype="http://www.w3.org/2001/XMLSchema#dateTime">2023-02-01 08:15</dct:modified>
    <dct:publisher><foaf:Organization><foaf:name>Zentrum für Krebsregisterdaten</foaf:name></foaf:Organization></dct:publisher>
    <dct:accessRights rdf:resource="http://publications.europa.eu/resource/authority/access-right/public"/>
    <dcat:distribution>
      <dcat:Distribution>
        <dcat:accessURL rdf:resource="https://example.org/krebs.csv"/>
        <dct:license rdf:resource="http://dcat-ap.de/def/licenses/cc-by/4.0"/>
        <dcat:byteSize>12 MB</dcat:byteSize>
      </dcat:Distribution>
    </dcat:distribution>
  </dcat:Dataset>
</rdf:RDF>
`,
    findings: [
      'html-entity 7',
      'html-entity 7',
      'ampersand 7',
      'date-form 10',
      'date-form 11',
      'code-spelling 13',
      'missing-superclass 12',
      'number-ambiguous 18',
    ],
    records: ['Dataset Krebsregister', 'Distribution Krebsregister', 'Provision'],
  },
  {
    file: 'zenodo.rdf',
    text: `<?xml version='1.0' encoding='utf-8'?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:adms="http://www.w3.org/ns/adms#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:schema="http://schema.org/" xmlns:org="http://www.w3.org/ns/org#" xmlns:skos="http://www.w3.org/2004/02/skos/core#" xmlns:owl="http://www.w3.org/2002/07/owl#" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#">
  <rdf:Description rdf:about="https://doi.org/10.5281/zenodo.1234567">
    <rdf:type rdf:resource="http://www.w3.org/ns/dcat#Dataset"/>
    <dct:type rdf:resource="http://purl.org/dc/dcmitype/Dataset"/>
    <dct:identifier rdf:datatype="http://www.w3.org/2001/XMLSchema#anyURI">https://doi.org/10.5281/zenodo.1234567</dct:identifier>
    <foaf:page rdf:resource="https://doi.org/10.5281/zenodo.1234567"/>
    <dct:creator>
      <rdf:Description rdf:about="http://orcid.org/0000-0002-1825-0097">
        <rdf:type rdf:resource="http://xmlns.com/foaf/0.1/Agent"/>
        <dct:identifier rdf:datatype="http://www.w3.org/2001/XMLSchema#string">0000-0002-1825-0097</dct:identifier>
        <foaf:name>Carberry, Josiah</foaf:name>
        <org:memberOf><foaf:Organization><foaf:name>Brown University</foaf:name></foaf:Organization></org:memberOf>
      </rdf:Description>
    </dct:creator>
    <dct:title>Psychoceramics data</dct:title>
    <dct:publisher><foaf:Agent><foaf:name>Zenodo</foaf:name></foaf:Agent></dct:publisher>
    <dct:issued rdf:datatype="http://www.w3.org/2001/XMLSchema#gYear">2020</dct:issued>
    <dct:issued rdf:datatype="http://www.w3.org/2001/XMLSchema#date">2020-02-03</dct:issued>
    <dct:language rdf:resource="http://publications.europa.eu/resource/authority/language/ENG"/>
    <owl:sameAs rdf:resource="https://zenodo.org/record/1234567"/>
    <dct:description>&lt;p&gt;Cracked pots, &lt;b&gt;all&lt;/b&gt; of them.&lt;/p&gt;</dct:description>
    <dct:accessRights rdf:resource="http://publications.europa.eu/resource/authority/access-right/PUBLIC"/>
    <dct:accessRights><dct:RightsStatement rdf:about="info:eu-repo/semantics/openAccess"><rdfs:label>Open Access</rdfs:label></dct:RightsStatement></dct:accessRights>
    <dct:license rdf:resource="https://creativecommons.org/licenses/by/4.0/legalcode"/>
    <dcat:distribution>
      <dcat:Distribution>
        <dcat:accessURL rdf:resource="https://doi.org/10.5281/zenodo.1234567"/>
        <dcat:byteSize>2048</dcat:byteSize>
        <dcat:downloadURL rdf:resource="https://zenodo.org/record/1234567/files/pots.csv"/>
        <dcat:mediaType>text/csv</dcat:mediaType>
      </dcat:Distribution>
    </dcat:distribution>
  </rdf:Description>
</rdf:RDF>
`,
    findings: [
      'markup-in-text 22',
      'datatype-wrong 29',
      'label-instead-of-code 31',
      'missing-superclass 13',
      'several-values 4',
      'several-values 4',
    ],
    records: ['Dataset Psychoceramics data', 'Distribution Psychoceramics data', 'Provision'],
  },
  {
    file: 'oai.xml',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2024-01-01T00:00:00Z</responseDate><ListRecords><record><metadata>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/">
<dcat:Dataset rdf:about="https://o.example.org/1"><dct:title xml:lang="en">Harvestable</dct:title><dct:description xml:lang="en">d</dct:description></dcat:Dataset></rdf:RDF>
</metadata></record></ListRecords></OAI-PMH>
`,
    findings: ['rdf-in-xml 1'],
    records: ['Dataset Harvestable'],
  },
  {
    file: 'ids-in-xml.rdf',
    text: `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dct="http://purl.org/dc/terms/" xmlns:dcat="http://www.w3.org/ns/dcat#">
<dcat:Dataset rdf:ID="a"><dct:title>A</dct:title><dct:description>a</dct:description></dcat:Dataset>
<dcat:Dataset rdf:ID="a"><dct:title>B</dct:title><dct:description>b</dct:description></dcat:Dataset>
<dcat:Dataset about="https://x.example.org/c"><dct:title>C</dct:title><dct:description>c</dct:description></dcat:Dataset>
<dcat:Dataset rdf:about="https://x.example.org/d"><foaf:name>D</foaf:name><dct:title>D</dct:title></dcat:Dataset>
</rdf:RDF>
`,
    findings: ['undeclared-prefix 2', 'attribute-without-prefix 5', 'local-address 3'],
    records: ['Dataset A', 'Dataset C', 'Dataset D'],
  },
  {
    file: 'truncated.rdf',
    text: `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dct="http://purl.org/dc/terms/" xmlns:dcat="http://www.w3.org/ns/dcat#">
<dcat:Dataset rdf:about="https://x.example.org/1"><dct:title>A</dct:title><dct:description>a</dct:description></dcat:Dataset>
<dcat:Dataset rdf:about="https://x.example.org/2"><dct:title>B</dct:ti`,
    findings: ['broken-statement 4'],
    records: ['Dataset A'],
  },
  {
    file: 'entities.rdf',
    text: `<?xml version="1.0"?>
<!DOCTYPE rdf:RDF [ <!ENTITY dcat "http://www.w3.org/ns/dcat#"> <!ENTITY dct 'http://purl.org/dc/terms/'> ]>
<rdf:RDF xml:base="https://e.example.org/cat/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="&dcat;" xmlns:dct="&dct;">
<rdf:Description rdf:about="d1"><rdf:type rdf:resource="&dcat;Dataset"/><dct:title xml:lang="de">Entit&#228;ten</dct:title></rdf:Description>
</rdf:RDF>
`,
    findings: [],
    records: ['Dataset Entitäten'],
  },
  {
    file: 'oai-page.xml',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><metadata>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/">
<dcat:Dataset rdf:about="https://o.example.org/1"><dct:title xml:lang="en">Harvestable</dct:title></dcat:Dataset></rdf:RDF>
</metadata></record><resumptionToken>next</resumptionToken></ListRecords></OAI-PMH>
`,
    findings: ['rdf-in-xml 1', 'pages-not-here '],
    records: ['Dataset Harvestable'],
  },
];
