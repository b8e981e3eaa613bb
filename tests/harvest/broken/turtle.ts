/** Turtle as portals, hospitals and word processors write it. Written for the tests; what is wrong in each stands beside it, as a person sees it. */
import type { BrokenDocument } from './broken-document';
import { prefixes } from './broken-document';

export const turtle: readonly BrokenDocument[] = [
  {
    file: 'ckan.ttl',
    text: `@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix locn: <http://www.w3.org/ns/locn#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<https://ckan.example.org/dataset/5f1c> a dcat:Dataset ;
    dct:accrualPeriodicity "annual" ;
    dct:description "Number of hospital beds by district." ;
    dct:identifier "5f1c" ;
    dct:issued "2023-04-05T10:00:00.123456"^^xsd:dateTime ;
    dct:language "de" ;
    dct:modified "2024-01-02T03:04:05.000001"^^xsd:dateTime ;
    dct:publisher <https://ckan.example.org/organization/8b1e> ;
    dct:spatial [ a dct:Location ;
            locn:geometry "{\\"type\\": \\"Point\\", \\"coordinates\\": [9.1, 48.7]}"^^<https://www.iana.org/assignments/media-types/application/vnd.geo+json> ] ;
    dct:title "Hospital beds" ;
    owl:versionInfo "1.0" ;
    dcat:contactPoint [ a vcard:Organization ;
            vcard:fn "Open Data Team" ;
            vcard:hasEmail <mailto:opendata@ckan.example.org> ] ;
    dcat:distribution <https://ckan.example.org/dataset/5f1c/resource/77> ;
    dcat:keyword "beds", "hospital" ;
    dcat:landingPage <ckan.example.org/dataset/5f1c> .

<https://ckan.example.org/dataset/5f1c/resource/77> a dcat:Distribution ;
    dct:format "CSV" ;
    dct:title "beds.csv" ;
    dcat:accessURL <https://ckan.example.org/download/beds 2023.csv> ;
    dcat:byteSize "12345.0"^^xsd:decimal ;
    dcat:mediaType "text/csv" .

<https://ckan.example.org/organization/8b1e> a foaf:Organization ;
    foaf:name "Statistisches Landesamt Wolkenland" .
`,
    findings: [
      'iri-characters 33',
      'address-without-scheme 28',
      'label-instead-of-code 12',
      'label-instead-of-code 16',
      'retired-property 22',
      'label-instead-of-code 31',
      'number-form 34',
      'label-instead-of-code 35',
      'missing-superclass 23',
      'missing-superclass 37',
    ],
    records: ['Dataset Hospital beds', 'Distribution beds.csv', 'Provision'],
  },
  {
    file: 'fdp-ri.ttl',
    text: `@prefix dcat: <http://www.w3.org/ns/dcat#>.
@prefix dcterms: <http://purl.org/dc/terms/>.
@prefix fdp-o: <https://w3id.org/fdp/fdp-o#>.
@prefix foaf: <http://xmlns.com/foaf/0.1/>.
@prefix ldp: <http://www.w3.org/ns/ldp#>.
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#>.
@prefix xsd: <http://www.w3.org/2001/XMLSchema#>.
<https://fdp.example.org/dataset/1> a dcat:Dataset, dcat:Resource;
  dcterms:accessRights <https://fdp.example.org/dataset/1#accessRights>;
  dcterms:conformsTo <https://fdp.example.org/profile/2f08>;
  dcterms:description "Whole genomes of 100 patients.";
  dcterms:hasVersion "1.0";
  dcterms:isPartOf <https://fdp.example.org/catalog/1>;
  dcterms:language <http://id.loc.gov/vocabulary/iso639-1/en>;
  dcterms:license <http://rdflicense.appspot.com/rdflicense/cc-by-nc-nd3.0>;
  dcterms:publisher [ a foaf:Agent; foaf:name "LUMC" ];
  dcterms:title "Genomes";
  fdp-o:metadataIdentifier <https://fdp.example.org/dataset/1#identifier>;
  fdp-o:metadataIssued "2023-05-05T08:08:08Z"^^xsd:dateTime;
  fdp-o:metadataModified "2023-05-05T08:08:08Z"^^xsd:dateTime;
  rdfs:label "Genomes";
  dcat:theme <http://www.wikidata.org/entity/Q7187>;
  dcat:keyword "genome", "";
  dcat:landingPage <https://example.org/genomes>.
<https://fdp.example.org/dataset/1#accessRights> a dcterms:RightsStatement;
  dcterms:description "This resource has no access restriction".
<https://fdp.example.org/dataset/1#identifier> a <http://purl.org/spar/datacite/Identifier>;
  dcterms:identifier "https://fdp.example.org/dataset/1".
<https://fdp.example.org/dist/> a ldp:DirectContainer; dcterms:title "Distributions";
  ldp:membershipResource <https://fdp.example.org/dataset/1>; ldp:hasMemberRelation dcat:distribution; ldp:contains <https://fdp.example.org/distribution/1>.
`,
    findings: ['retired-property 12', 'placeholder-value 23'],
    records: ['Dataset Genomes', 'Provision', 'Conformance'],
  },
  {
    file: 'blank-datasets.ttl',
    text: `${prefixes}<https://b.example.org/> a dcat:Catalog ; dct:title "B"@en ; dct:description "b"@en ;
  dcat:dataset [ a dcat:Dataset ; dct:title "One"@en ; dct:identifier "one" ; dct:description "First"@en ] ,
    [ a dcat:Dataset ; dct:title "Two"@en ; dct:description "Second"@en ] .
`,
    findings: [],
    records: ['DataCatalogue B', 'Dataset One', 'Dataset Two'],
  },
  {
    file: 'dates.ttl',
    text: `${prefixes}<https://d.example.org/1> a dcat:Dataset ; dct:title "Dates"@en ; dct:description "d"@en ;
  dct:issued "2023-13-45"^^xsd:date ;
  dct:modified "Mon, 05 Jun 2023 10:00:00 GMT" ;
  dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "01.02.2023" ; dcat:endDate "2022-12-31"^^xsd:date ] .
<https://d.example.org/2> a dcat:Dataset ; dct:title "More dates"@en ; dct:description "d"@en ;
  dct:issued "Juni 2023" ; dct:modified "0000-00-00"^^xsd:date ;
  dct:temporal "2010-2020" .
<https://d.example.org/3> a dcat:Dataset ; dct:title "Yet more"@en ; dct:description "d"@en ;
  dct:issued 2023 ; dct:modified "2023-06-31" ;
  dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "2023" ; dcat:endDate "heute" ] .
<https://d.example.org/4> a dcat:Dataset ; dct:title "Even more"@en ; dct:description "d"@en ;
  dct:issued "1672531200" ; dct:modified "2023-W05" .
`,
    findings: [
      'date-ambiguous 7',
      'date-form 8',
      'date-form 9',
      'period-reversed 9',
      'date-form 11',
      'date-ambiguous 11',
      'text-instead-of-node 12',
      'datatype-wrong 14',
      'date-ambiguous 14',
      'datatype-wrong 15',
      'date-ambiguous 15',
      'date-ambiguous 17',
      'date-ambiguous 17',
    ],
    records: ['Dataset Dates', 'Dataset More dates', 'Dataset Yet more', 'Dataset Even more'],
  },
  {
    file: 'licences.ttl',
    text: `${prefixes}<https://l.example.org/1> a dcat:Dataset ; dct:title "L"@en ; dct:description "l"@en ;
  dcat:distribution <https://l.example.org/1/a> , <https://l.example.org/1/b> , <https://l.example.org/1/c> , <https://l.example.org/1/d> .
<https://l.example.org/1/a> a dcat:Distribution ; dcat:accessURL <https://l.example.org/a> ; dct:license "CC BY 4.0" .
<https://l.example.org/1/b> a dcat:Distribution ; dcat:accessURL <https://l.example.org/b> ; dct:license "Datenlizenz Deutschland – Namensnennung – Version 2.0" .
<https://l.example.org/1/c> a dcat:Distribution ; dcat:accessURL <https://l.example.org/c> ; dct:license "nur mit Antrag" .
<https://l.example.org/1/d> a dcat:Distribution ; dcat:accessURL <https://l.example.org/d> ; dct:license <https://opensource.org/licenses/MIT> , <https://creativecommons.org/licenses/by/4.0/deed.de> .
`,
    findings: [
      'label-instead-of-code 8',
      'label-instead-of-code 9',
      'text-instead-of-node 10',
      'several-values 11',
    ],
    records: ['Dataset L', 'Distribution L', 'Distribution L', 'Distribution L', 'Distribution L'],
  },
  {
    file: 'contacts.ttl',
    text: `${prefixes}<https://c.example.org/1> a dcat:Dataset ; dct:title "C"@en ; dct:description "c"@en ;
  dcat:contactPoint [ a vcard:Kind ; vcard:fn "Office" ; vcard:hasEmail "office@c.example.org" ] .
<https://c.example.org/2> a dcat:Dataset ; dct:title "C2"@en ; dct:description "c"@en ;
  dcat:contactPoint "office@c.example.org" .
<https://c.example.org/3> a dcat:Dataset ; dct:title "C3"@en ; dct:description "c"@en ;
  dcat:contactPoint <mailto:office@c.example.org> .
<https://c.example.org/4> a dcat:Dataset ; dct:title "C4"@en ; dct:description "c"@en ;
  dcat:contactPoint [ vcard:fn "Office" ; vcard:hasEmail <office@c.example.org> ; vcard:hasTelephone "+49 30 123" ] .
<https://c.example.org/5> a dcat:Dataset ; dct:title "C5"@en ; dct:description "c"@en ;
  dcat:contactPoint [ a vcard:Organization ; vcard:organization-name "Office" ; vcard:hasEmail [ vcard:value <mailto:office@c.example.org> ] ] .
`,
    findings: [
      'relative-iri 13',
      'mailto-missing 7',
      'mailbox-instead-of-contact 9',
      'missing-class 13',
      'mailto-missing 13',
      'missing-superclass 15',
    ],
    records: ['Dataset C', 'Dataset C2', 'Dataset C3', 'Dataset C4', 'Dataset C5'],
  },
  {
    file: 'languages.ttl',
    text: `${prefixes}<https://s.example.org/1> a dcat:Dataset ; dct:title "Sprachen"@ger , "Languages"@en_US , "Langues"@FR-fr , "?"@xx-invalid-longsubtag9 , "Deutsch"@german ; dct:description "x"@de-DE , "y"@de-AT .
`,
    findings: [
      'language-tag-impossible 6',
      'language-tag 6',
      'language-tag 6',
      'language-tag 6',
      'placeholder-value 6',
    ],
    records: ['Dataset Languages'],
  },
  {
    file: 'twins.ttl',
    text: `${prefixes}<http://t.example.org/1> a dcat:Dataset ; dct:title "Twin"@en ; dct:description "t"@en .
<https://t.example.org/1> a dcat:Dataset ; dct:title "Twin"@en ; dct:description "t"@en .
<https://t.example.org/1/> a dcat:Dataset ; dct:title "Twin"@en ; dct:description "t"@en .
`,
    findings: ['possible-duplicate 7', 'possible-duplicate 8'],
    records: ['Dataset Twin', 'Dataset Twin', 'Dataset Twin'],
  },
  {
    file: 'no-last-dot.ttl',
    text: `${prefixes}<https://t.example.org/1> a dcat:Dataset ; dct:title "A"@en ; dct:description "t"@en .
<https://t.example.org/2> a dcat:Dataset ; dct:title "B"@en ; dct:description "t"@en
`,
    findings: ['broken-statement 8'],
    records: ['Dataset A'],
  },
  {
    file: 'word.ttl',
    text: `${prefixes}<https://w.example.org/1> a dcat:Dataset ; dct:title “Aus Word kopiert”@de ; dct:description "d"@de .
<https://w.example.org/2> a dcat:Dataset ; dct:title "Heil"@de ; dct:description "d"@de .
`,
    findings: ['typographic-quotes 6'],
    records: ['Dataset Aus Word kopiert', 'Dataset Heil'],
  },
  {
    file: 'fenced.ttl',
    text: `Here is the Turtle you asked for:

\`\`\`turtle
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://m.example.org/1> a dcat:Dataset ; dct:title "Fenced"@en ; dct:description "d"@en .
\`\`\`

Let me know if you need anything else.
`,
    findings: ['markdown-fence 1'],
    records: ['Dataset Fenced'],
  },
  {
    file: 'newline-in-text.ttl',
    text: `${prefixes}<https://t.example.org/1> a dcat:Dataset ; dct:title "A
B"@en ; dct:description "t"@en .
<https://t.example.org/2> a dcat:Dataset ; dct:title "B"@en ; dct:description "He said "hello" to all"@en .
<https://t.example.org/3> a dcat:Dataset ; dct:title "C"@en ; dct:description "t"@en .
`,
    findings: ['broken-statement 6', 'broken-statement 8'],
    records: ['Dataset C'],
  },
  {
    file: 'prefix-dots.ttl',
    text: `@prefix dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/> .
<https://t.example.org/1> a dcat:Dataset ; dct:title "A"@en ; dct:description "t"@en .
`,
    findings: ['declaration-dot 1', 'declaration-dot 2'],
    records: ['Dataset A'],
  },
  {
    file: 'doi-ids.ttl',
    text: `${prefixes}<doi:10.1234/abc> a dcat:Dataset ; dct:title "DOI"@en ; dct:description "t"@en ; dct:identifier "doi:10.1234/abc" .
<10.1234/def> a dcat:Dataset ; dct:title "DOI 2"@en ; dct:description "t"@en ; dct:identifier "10.1234/def" .
<urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66> a dcat:Dataset ; dct:title "UUID"@en ; dct:description "t"@en .
<http://localhost:8080/dataset/7> a dcat:Dataset ; dct:title "Local"@en ; dct:description "t"@en .
<https://x.example.org/{id}> a dcat:Dataset ; dct:title "Template"@en ; dct:description "t"@en .
`,
    findings: ['iri-characters 10', 'address-without-scheme 7', 'local-address 9'],
    records: ['Dataset DOI', 'Dataset DOI 2', 'Dataset UUID', 'Dataset Local', 'Dataset Template'],
  },
  {
    file: 'class-as-text.ttl',
    text: `${prefixes}<https://x.example.org/1> a "dcat:Dataset" ; dct:title "Text class"@en ; dct:description "t"@en .
<https://x.example.org/2> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <dcat:Dataset> ; dct:title "Brackets"@en ; dct:description "t"@en .
<https://x.example.org/3> a dcat:dataset ; dct:title "Small letter"@en ; dct:description "t"@en .
<https://x.example.org/4> a dcat:DataSet ; dct:title "Big S"@en ; dct:description "t"@en .
`,
    findings: ['class-as-text 6', 'prefix-in-brackets 7', 'class-as-text 8', 'class-as-text 9'],
    records: ['Dataset Text class', 'Dataset Brackets', 'Dataset Small letter', 'Dataset Big S'],
  },
  {
    file: 'old-dcat.ttl',
    text: `@prefix dcat: <http://vocab.deri.ie/dcat#> .
@prefix dc: <http://purl.org/dc/elements/1.1/> .
<https://x.example.org/1> a dcat:Dataset ; dc:title "Old"@en ; dc:description "t"@en ; dc:publisher "RKI" ; dc:subject "old" ; dc:date "2010" .
`,
    findings: [
      'namespace-wrong 1',
      'retired-property 3',
      'retired-property 3',
      'retired-property 3',
      'retired-property 3',
      'doubtful-property 3',
      'text-instead-of-node 3',
    ],
    records: ['Dataset Old', 'Provision'],
  },
  {
    file: 'values.ttl',
    text: `${prefixes}<https://x.example.org/1> a dcat:Dataset ; dct:title <https://x.example.org/title> ; dct:description "t"@en ;
  dct:publisher "Robert Koch-Institut" ; dcat:keyword "beds, flu; sepsis" ; dcat:landingPage "www.example.org/1" ;
  dcat:theme "Health" ; dct:accessRights "open" ; dct:spatial "Germany" ;
  dcat:distribution "https://x.example.org/1.csv" .
<https://x.example.org/2> a dcat:Dataset ; dct:title "" ; dct:description "TODO" .
<https://x.example.org/3> a dcat:Dataset ; dct:description "No title at all."@en .
<https://x.example.org/4> a dcat:Dataset .
`,
    findings: [
      'iri-instead-of-text 6',
      'text-instead-of-node 7',
      'scheme-missing 7',
      'keywords-in-one 7',
      'label-instead-of-code 8',
      'text-instead-of-node 8',
      'label-instead-of-code 8',
      'literal-instead-of-iri 9',
      'placeholder-value 10',
      'placeholder-value 10',
    ],
    records: ['Dataset', 'Dataset', 'Provision'],
  },
  {
    file: 'sizes.ttl',
    text: `${prefixes}<https://x.example.org/1> a dcat:Dataset ; dct:title "S"@en ; dct:description "t"@en ; dcat:distribution <https://x.example.org/d1> , <https://x.example.org/d2> , <https://x.example.org/d3> .
<https://x.example.org/d1> a dcat:Distribution ; dcat:accessURL <https://x.example.org/a> ; dcat:byteSize "-5" .
<https://x.example.org/d2> a dcat:Distribution ; dcat:accessURL <https://x.example.org/b> ; dcat:byteSize "1,234 KB" .
<https://x.example.org/d3> a dcat:Distribution ; dcat:accessURL <ftp://x.example.org/c> ; dcat:byteSize "1e6"^^xsd:double .
`,
    findings: ['negative-count 7', 'number-ambiguous 8', 'number-form 9'],
    records: ['Dataset S', 'Distribution S', 'Distribution S', 'Distribution S'],
  },
  {
    file: 'bad-lines.nt',
    text: `<https://x.example.org/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .
<https://x.example.org/1> <http://purl.org/dc/terms/title> "One"@en .
<https://x.example.org/1> <http://purl.org/dc/terms/description> "One
<https://x.example.org/2> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .
<https://x.example.org/2> <http://purl.org/dc/terms/title> 'Two' .
<https://x.example.org/2> dct:description "Two" .
`,
    findings: ['broken-statement 3', 'broken-statement 5', 'broken-statement 6'],
    records: ['Dataset One'],
  },
  {
    file: 'only-prefixes.ttl',
    text: prefixes,
    findings: ['no-records '],
    records: [],
  },
  {
    file: 'nbsp.ttl',
    text: `@prefix\u00a0dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://x.example.org/1>\u00a0a dcat:Dataset ; dct:title "A"@en ;\u200b dct:description "b"@en .
`,
    findings: ['odd-blanks 1'],
    records: ['Dataset A'],
  },
  {
    file: 'rdf-star.ttl',
    text: `${prefixes}<https://x.example.org/1> a dcat:Dataset ; dct:title "Star"@en ; dct:description "b"@en .
<< <https://x.example.org/1> dct:title "Star"@en >> dct:source <https://x.example.org/s> .
`,
    findings: [],
    records: ['Dataset Star'],
  },
  {
    file: 'empty-prefix.ttl',
    text: `@prefix : <https://x.example.org/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
:1 a dcat:Dataset ; dct:title "Cells"@en ; dct:description "b"@en ; dcat:landingPage <https://y.example.org/cells> ; dct:frequency "daily" .
`,
    findings: ['unknown-term 4'],
    records: ['Dataset Cells'],
  },
  {
    file: 'mailboxes.ttl',
    text: `${prefixes}<https://c.example.org/1> a dcat:Dataset ; dct:title "C"@en ; dct:description "c"@en ;
  dcat:contactPoint [ a vcard:Kind ; vcard:fn "Office" ; vcard:hasEmail <mailto:Office%20%3Coffice@c.example.org%3E> ] .
<https://c.example.org/2> a dcat:Dataset ; dct:title "C2"@en ; dct:description "c"@en ;
  dcat:contactPoint [ a vcard:Kind ; vcard:fn "Office" ; vcard:hasEmail "Office <office@c.example.org>" ] .
`,
    findings: ['mailbox-with-name 7', 'mailbox-with-name 9'],
    records: ['Dataset C', 'Dataset C2'],
  },
  {
    file: 'script.ttl',
    text: `${prefixes}<https://x.example.org/1> a dcat:Dataset ; dct:title "S"@en ; dct:description "<p>Text</p><script>alert(1)</script>"@en .
`,
    findings: ['markup-in-text 6'],
    records: ['Dataset S'],
  },
];
