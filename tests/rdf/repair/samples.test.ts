/** Real documents of others: what a person sees in them by reading, with the line where it stands. */
import { readFileSync } from 'node:fs';
import { describeOfficial, officialFile } from '../../helpers/shacl';
import { read } from './read';

const expected: Readonly<Record<string, readonly string[]>> = {
  'healthdcat-ap.de/RKI_SARS-CoV-2_Infektionen_in_Deutschland.ttl': [
    'mailto-missing 11',
    'mailto-missing 17',
    'mailto-missing 24',
    'markup-in-text 13',
    'missing-superclass 12',
    'missing-superclass 16',
    'missing-superclass 21',
    'undeclared-prefix 11',
  ],
  'health-ri/negative/dataset-iso8601.ttl': [
    'date-ambiguous 135',
    'date-form 58',
    'date-form 69',
    'date-form 87',
    'date-form 98',
    'missing-class 106',
    'missing-class 130',
    'missing-class 22',
    'missing-class 53',
    'missing-class 82',
  ],
  'health-ri/negative/dataset-nodescription.ttl': ['missing-class 20'],
  'health-ri/negative/dataset-nolicense.ttl': ['missing-class 21'],
  'health-ri/example-catalog.ttl': [],
  'semic-dcat-ap-3.0.1/example-bee-population-2022-2023.ttl': [],
  'semic-dcat-ap-3.0.1/example-bee-population-dataset-series-spatial-thessaloniki.ttl': [],
  'semic-dcat-ap-3.0.1/example-bee-population-dataset-series-api.ttl': [
    'prefix-in-brackets 15',
    'prefix-in-brackets 16',
    'prefixed-name-with-slash 20',
    'prefixed-name-with-slash 22',
  ],
  'fairdatapoint-rdf-examples/gda-lumc.ttl': ['retired-property 16'],
  'fairdatapoint-rdf-examples/dtl-fdp.ttl': ['retired-property 20'],
  'fairdatapoint-rdf-examples/comparative-genomics-catalog.ttl': ['retired-property 14'],
};

/** Their contexts stand elsewhere, and are not fetched. */
const withRemoteContext = [
  'semic-dcat-ap-3.0.1/example-bee-population-2022-2023.jsonld',
  'dsp-examples/catalog/catalog.json',
  'dsp-examples/catalog/catalog-error.json',
  'dsp-examples/catalog/catalog-request-message.json',
  'dsp-examples/catalog/dataset.json',
];

const sample = (name: string) => readFileSync(officialFile(`samples/${name}`));

describeOfficial('A real document', () => {
  it.each(Object.entries(expected))('%s has the faults that it has', async (name, faults) => {
    const { findings, broken } = await read(sample(name), { place: name });

    expect(findings.map(({ id, place }) => `${id} ${place.line ?? ''}`).sort()).toEqual(faults);
    expect([...broken]).toEqual([]);
  });

  it('the trial of the cancer registry has its namespaces and placeholders told', async () => {
    const { findings } = await read(sample('healthdcat-ap.de/zfkd_healthdcat-ap.ttl'));
    const linesOf = (id: string) =>
      findings.flatMap((finding) => (finding.id === id ? [finding.place.line] : []));

    expect(linesOf('namespace-wrong')).toEqual([22, 23, 24, 25, 26, 27, 28, 30, 31]);
    expect(linesOf('language-tag-in-text')).toEqual([146, 155, 156, 162, 166]);
    expect(linesOf('label-instead-of-code')).toEqual([80]);
    expect(linesOf('iri-instead-of-literal')).toEqual([69]);
    expect(linesOf('text-instead-of-node')).toEqual([149]);
    expect(linesOf('placeholder-value')).toEqual([
      45, 54, 58, 73, 74, 75, 76, 77, 78, 84, 86, 93, 95, 96, 98, 104, 106, 133, 144, 170,
    ]);
    expect(linesOf('relative-iri')).toEqual([167]);
  });

  it.each(withRemoteContext)('%s needs a context, and says which', async (name) => {
    await expect(read(sample(name))).rejects.toThrow(/needs the context https:.*--context/);
  });

  it('that is no RDF is told to be none', async () => {
    await expect(read(sample('healthdcat-ap.de/LICENSE'))).rejects.toThrow(
      /neither JSON-LD, RDF\/XML nor well-formed/,
    );
  });
});
