/** Shapes of queries that multiply what a single one costs: many of a kind in one document, as clients may ask. */
const { Buffer } = require('node:buffer');

const list = (name, selection, args = 'first: 100') => `${name}(${args}) { nodes { ${selection} } }`;
const times = (count, part) => Array.from({ length: count }, (_, i) => part(i)).join(' ');
const record = 'id slug name description iri homepage modifiedAt disputes { property }';
const below = (count, args) =>
  `{ ${list(
    'infrastructures',
    times(count, (i) => `l${i}: datasets(${args(i)}) { nodes { id } }`),
    'first: 14',
  )} }`;
const heard = '{ name: { contains: "synthetic" } }';
const provided = '{ infrastructures: { some: { name: { contains: "a" } } } }';
const id = (key) => Buffer.from(key).toString('base64url');
const paths = (from, to, rest = '') =>
  `{ paths(from: { id: "${id(from)}" }, to: { id: "${id(to)}" } ${rest}) { truncated paths { length steps { from { name } link { kind evidence { citedFrom { title } } } to { name } } } } }`;
const around = (of, rest) =>
  `{ neighbourhood(of: { id: "${id(of)}" } ${rest}) { truncated nodes { distance record { id __typename name } } links { id kind from { id } to { id } } } }`;
const [racoon, nukleus, marburg] = [
  'infrastructures/racoon',
  'infrastructures/nukleus',
  'institutions/marburg',
];
const shapes = {
  'one page': `{ ${list('datasets', 'id slug name')} }`,
  'one page, ordered': `{ ${list('datasets', 'id slug name', 'first: 100, orderBy: [{ field: NAME }]')} }`,
  'one count': '{ datasets { totalCount } }',
  '20 pages, ordered by two': `{ ${times(20, (i) => `l${i}: ${list('datasets', 'id', `first: 1, orderBy: [{ field: NAME, direction: ${i % 2 ? 'ASC' : 'DESC'} }, { field: MODIFIED_AT }]`)}`)} }`,
  '20 pages, ordered by a linked name': `{ ${times(20, (i) => `l${i}: ${list('participations', 'id', `first: ${i + 1}, orderBy: [{ field: INFRASTRUCTURE_NAME }]`)}`)} }`,
  '20 counts of links': `{ ${times(20, (i) => `l${i}: provisions(asOf: "20${10 + i}-01-01") { totalCount }`)} }`,
  '20 counts, one text': `{ ${times(20, (i) => `l${i}: datasets(filter: { name: { contains: "t${i}" } }) { totalCount }`)} }`,
  '20 counts, one link': `{ ${times(20, (i) => `l${i}: datasets(filter: { infrastructures: { some: { name: { contains: "${i}" } } } }) { totalCount }`)} }`,
  '20 counts, no link': `{ ${times(20, (i) => `l${i}: datasets(filter: { infrastructures: { none: { name: { contains: "${i}" } } } }) { totalCount }`)} }`,
  'one count, 40 texts': `{ datasets(filter: { or: [${times(40, (i) => `{ name: { contains: "t${i}" } }`)}] }) { totalCount } }`,
  'one count, 40 links': `{ datasets(filter: { or: [${times(40, (i) => `{ infrastructures: { some: { name: { contains: "t${i}" } } } }`)}] }) { totalCount } }`,
  'one page, 40 texts, none met': `{ datasets(filter: { or: [${times(40, (i) => `{ name: { contains: "t${i}" } }`)}] }) { nodes { id } } }`,
  'one facet': '{ datasets { facets(by: [KIND]) { buckets { value count } } } }',
  '8 facets of one list':
    '{ datasets { facets(by: [KIND, KEYWORDS, THEMES, ACCESS_RIGHTS, INFRASTRUCTURES, CONTACT]) { buckets { value count } } } }',
  '10 facets by links': `{ ${times(10, (i) => `l${i}: datasets { facets(by: [INFRASTRUCTURES], first: ${i + 1}) { buckets { value count } } }`)} }`,
  'facets below each': `{ ${list('infrastructures', 'datasets { facets(by: [KIND, ACCESS_RIGHTS]) { buckets { value count } } }', 'first: 14')} }`,
  'full records with evidence': `{ ${list('datasets', `${record} evidence { quotation statedValue property citedFrom { title url publisher } } identifiers { scheme value }`)} }`,
  'many values of each': `{ ${list(
    'datasets',
    times(49, (i) => `n${i}: name`),
  )} }`,
  'two levels of 100': `{ ${list('infrastructures', `id name ${list('participations', 'id role institution { id name city }')}`)} }`,
  'three levels': `{ ${list('institutions', `id ${list('participations', `id infrastructure { id ${list('participations', 'id role institution { id name }', 'first: 20')} }`, 'first: 20')}`, 'first: 20')} }`,
  'links of links': `{ ${list('infrastructures', list('links', `id from { id ${list('links', 'id', 'first: 5')} }`, 'first: 20'), 'first: 20')} }`,
  '40 pages below each': below(40, (i) => `first: ${i + 1}`),
  '7 pages below each, ordered': below(7, (i) => `first: ${i + 1}, orderBy: [{ field: NAME }]`),
  '7 pages below each, filtered': below(7, (i) => `first: ${i + 1}, filter: { name: { contains: "x${i}" } }`),
  '7 pages below each, filtered by links': below(7, (i) => `first: ${i + 1}, filter: ${provided}`),
  '20 counts below each': `{ ${list(
    'infrastructures',
    times(20, (i) => `l${i}: datasets(asOf: "20${10 + i}-01-01") { totalCount }`),
    'first: 14',
  )} }`,
  '7 counts below each, filtered': `{ ${list(
    'infrastructures',
    times(7, (i) => `l${i}: datasets(filter: { name: { contains: "x${i}" } }) { totalCount }`),
    'first: 14',
  )} }`,
  '20 pages of links below each': `{ ${list(
    'infrastructures',
    times(20, (i) => `l${i}: links(first: ${i + 1}) { nodes { id } }`),
    'first: 14',
  )} }`,
  '20 counts of links below each': `{ ${list(
    'infrastructures',
    times(20, (i) => `l${i}: links(asOf: "20${10 + i}-01-01") { totalCount }`),
    'first: 14',
  )} }`,
  'parents with a filter of lists': `{ infrastructures(filter: { datasets: { some: ${heard} } }) { totalCount } }`,
  'paths, RACOON to NUKLEUS': paths(racoon, nukleus),
  'paths on a day': paths(racoon, nukleus, ', asOf: "2024-06-01"'),
  'paths, Marburg to RACOON': paths(marburg, racoon),
  'paths, dataset to dataset': paths('datasets/synthetic-11', 'datasets/synthetic-12'),
  '50 paths of up to 6 links': paths(racoon, nukleus, ', maxLength: 6, first: 50'),
  'neighbourhood of RACOON': around(racoon, ''),
  '400 around Marburg, depth 4': around(marburg, ', depth: 4, first: 400'),
  '400 around a period, depth 2': around('funding-periods/num-period-2', ', depth: 2, first: 400'),
  'matrix of sites': `{ matrix(link: PARTICIPATION) { rows { name } columns { name } cells { row { id } column { id } links { id } } } }`,
  'matrix of 1,000 provisions': `{ matrix(link: PROVISION, first: 1000) { rows { name } columns { name } cells { row { id } column { id } links { id } } } }`,
  'changes of all time': `{ changes(from: "1900-01-01", to: "2100-01-01", first: 100) { totalCount nodes { what date subject { id } } } }`,
  'in groups':
    '{ datasets { aggregate(by: [INFRASTRUCTURES, THEMES]) { groups { keys { label } count numberOfRecords { min max } } } } }',
  'groups of linked':
    '{ datasets { aggregate(by: [INFRASTRUCTURES_MODALITIES, KIND]) { groups { keys { label } count } } } }',
  'groups below': `{ ${list('infrastructures', 'datasets { aggregate(by: [KIND, THEMES], first: 10) { groups { keys { label } count } } }', 'first: 20')} }`,
  coverage: `{ coverage(requires: { infrastructures: [{ slug: "racoon" }, { slug: "nukleus" }], modalities: [IMAGING], standards: [{ slug: "hl7-fhir" }], services: [{ slug: "racoon-nodes" }], states: [HESSE] }, asOf: "2024-06-01") { partial { institution { slug } meets { evidence { quotation } proofs { links { id } } } lacks { evidence { quotation } } contacts { contact { name } } } } }`,
};

const byHand = Object.entries(shapes).map(([name, query]) => ({ name, query, covers: [] }));

module.exports = { byHand };
