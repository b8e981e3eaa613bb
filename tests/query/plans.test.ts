/** What is read of large tables is found by an index, however many rows stand beside it. */
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { explained } from '../helpers/explained';
import { SmallWorld } from '../helpers/small-world';

const records = {
  Institution: [{ slug: 'marburg', name: { de: 'Marburg' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' }],
  Infrastructure: [{ slug: 'racoon', name: { de: 'RACOON' }, acronym: 'RACOON' }],
  Dataset: [{ slug: 'scans', name: { de: 'Scans' }, kind: 'IMAGE_COLLECTION' }],
  Standard: [{ slug: 'dicom', name: { de: 'DICOM' } }],
  Service: [{ slug: 'reading', name: { de: 'Befundung' } }],
  Award: [{ fundingPeriod: 'second', recipient: 'infrastructures/racoon', startsOn: '2022-01-01' }],
  FundingPeriod: [
    { slug: 'second', name: { de: 'Zweite' }, number: 2, funder: 'marburg', startsOn: '2022-01-01' },
  ],
  Conformance: [{ subject: 'infrastructures/racoon', standard: 'dicom' }],
  Distribution: [{ slug: 'scans-files', name: { de: 'Files' }, dataset: 'scans', kind: 'FILE' }],
  Provision: [{ agent: 'infrastructures/racoon', offer: 'datasets/scans', role: 'PUBLISHER' }],
  Participation: [{ institution: 'marburg', infrastructure: 'racoon', role: 'PARTICIPATES' }],
};

describeOnEachDatabase('no table is read wholly', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  const scannedBy = async (query: string): Promise<string[]> => {
    const reader = await explained(world);
    try {
      await answer(world, query, { reader });
      return reader.scanned;
    } finally {
      await reader.close();
    }
  };

  it.each([
    [
      'a record with its evidence and identifiers',
      '{ dataset(slug: "scans") { evidence { note } identifiers { value } } }',
    ],
    ['links below a record', '{ institution(slug: "marburg") { participations { nodes { role } } } }'],
    ['records at the other end of links', '{ infrastructure(slug: "racoon") { datasets { nodes { id } } } }'],
    ['records that point to one', '{ dataset(slug: "scans") { distributions { nodes { id } } } }'],
    ['links of any type', '{ infrastructure(slug: "racoon") { links { nodes { id } } } }'],
    [
      'what holds on a day',
      '{ institution(slug: "marburg") { participations(asOf: "2024-06-01") { nodes { role } } } }',
    ],
    [
      'a count below a record',
      '{ infrastructure(slug: "racoon") { datasets { totalCount } provisions { totalCount } } }',
    ],
    [
      'a facet below a record',
      '{ infrastructure(slug: "racoon") { datasets { facets(by: [KIND]) { missing } } } }',
    ],
    [
      'a narrowed list below a record',
      '{ infrastructure(slug: "racoon") { datasets(filter: { name: { contains: "s" } }) { nodes { id } } } }',
    ],
    ['a resource by its identifier', '{ resourcesByIdentifier(scheme: DOI, value: "10.1/1") { id } }'],
    ['an identifier that a record has alone', '{ dataset(slug: "scans") { doi } }'],
    [
      'entities by each of their keys',
      '{ _entities(representations: [{__typename: "Dataset", doi: "10.1/1"}, {__typename: "Dataset", slug: "scans"}]) { __typename } }',
    ],
    [
      'a search of everything',
      '{ search(text: "scans") { totalCount types { count } edges { score node { id } } } }',
    ],
    ['a list that is searched', '{ datasets(search: "scans") { totalCount nodes { id } } }'],
    [
      'a list below a record that is searched',
      '{ infrastructure(slug: "racoon") { datasets(search: "scans") { totalCount nodes { id } } } }',
    ],
    [
      'all that began and ended within a year',
      '{ changes(from: "2023-12-31", to: "2024-12-31") { totalCount nodes { date subject { id } } } }',
    ],
    [
      'what began and ended of some types',
      '{ changes(from: "2023-12-31", to: "2024-12-31", types: [DATASET, PROJECT]) { nodes { date } } }',
    ],
    [
      'coverage',
      `{
        coverage(
          requires: { infrastructures: [{ slug: "racoon" }], modalities: [IMAGING], standards: [{ slug: "dicom" }], services: [{ slug: "reading" }] }
          asOf: "2024-06-01"
        ) {
          full { contacts { contact { id } } }
          partial { meets { proofs { links { id } } evidence { note } } unknown { evidence { note } } }
        }
      }`,
    ],
  ])('for %s', async (_what, query) => {
    expect(await scannedBy(query)).toEqual([]);
  });

  it('unless all of it is asked about, which this test would notice', async () => {
    const scanned = await scannedBy('{ datasets(filter: { name: { contains: "s" } }) { totalCount } }');

    expect(scanned).toEqual(['dataset']);
  });

  it('for a page of all records, which is read in the order of the index', async () => {
    expect(await scannedBy('{ datasets { nodes { id } } }')).toEqual([]);
  });
});
