/** R: it is clear whether and how data can be used again. */
import { dcat, dct, healthdcatap, prov } from '../../../vocabulary/namespaces';
import { all, any, best, type FairTest } from '../fair-test';
import { isOpenFormat, isKnownLicence } from './known-values';

const test = (
  id: string,
  about: FairTest['about'],
  judge: FairTest['judge'],
  remedy?: FairTest['remedy'],
): FairTest => ({
  id,
  metric: id.replace(/-\d$/, ''),
  principle: 'REUSABLE',
  points: 1,
  about,
  judge,
  ...(remedy && { remedy }),
});

/** Terms of PROV, and those of Dublin Core that map to it. https://www.w3.org/TR/prov-dc/ */
const provenance = [
  ...['provenance', 'creator', 'publisher', 'contributor', 'rightsHolder', 'source', 'issued', 'created'].map(
    (name) => dct(name),
  ),
  ...['isReferencedBy', 'references', 'hasVersion', 'isVersionOf', 'replaces', 'isReplacedBy'].map((name) =>
    dct(name),
  ),
  ...['wasGeneratedBy', 'wasDerivedFrom', 'wasAttributedTo', 'qualifiedAttribution'].map((name) =>
    prov(name),
  ),
];

const distribution = dcat('distribution');

export const reusable: readonly FairTest[] = [
  test(
    'FsF-R1-01M-1',
    { de: 'Die Art des Datensatzes steht da.', en: 'The type of the dataset is stated.' },
    (statements) => any(statements.of(dct('type')), [dct('type')]),
  ),
  test(
    'FsF-R1-01M-2',
    {
      de: 'Größe und Format der Dateien stehen da, oder Adresse und Protokoll eines Dienstes.',
      en: 'Size and format of the files are stated, or address and protocol of a service.',
    },
    (statements) => {
      const service = all(
        ...[dcat('endpointURL'), dct('conformsTo')].map((property) => ({
          stated: statements.ofParts(dcat('accessService'), property),
          path: [dcat('accessService'), property],
        })),
      );
      if (service.outcome === 'PASS') return service;
      return all(
        {
          stated: statements.ofParts(distribution, dcat('byteSize')),
          path: [distribution, dcat('byteSize')],
        },
        {
          stated: statements.ofParts(distribution, dcat('mediaType'), dct('format')),
          path: [distribution, dcat('mediaType')],
        },
      );
    },
  ),
  test(
    'FsF-R1.1-01M-1',
    {
      de: 'Eine Lizenz steht da, am besten als Adresse, die Programme kennen.',
      en: 'A licence is stated, best by an address that programs know.',
    },
    (statements) =>
      best(
        [...statements.of(dct('license')), ...statements.ofParts(distribution, dct('license'))],
        isKnownLicence,
        [dct('license')],
      ),
    {
      de: 'Geben Sie unter `licence` die Adresse einer Lizenz an, die SPDX oder Creative Commons führt, etwa https://creativecommons.org/licenses/by/4.0/.',
      en: 'State in `licence` the address of a licence that SPDX or Creative Commons lists, such as https://creativecommons.org/licenses/by/4.0/.',
    },
  ),
  test(
    'FsF-R1.2-01M-1',
    {
      de: 'Die Herkunft steht da, in Begriffen, die sich auf PROV abbilden lassen.',
      en: 'The provenance is stated, in terms that map to PROV.',
    },
    (statements) => any([...statements.of(...provenance), ...statements.evidence], [dct('provenance')]),
  ),
  test(
    'FsF-R1.3-01M-1',
    {
      de: 'Der Eintrag verwendet einen Metadatenstandard des Fachgebiets: HealthDCAT-AP.',
      en: 'The record uses a metadata standard of its community: HealthDCAT-AP.',
    },
    (statements) =>
      any(
        statements.of(...statements.properties.filter((property) => property.startsWith(healthdcatap('')))),
        [healthdcatap('healthCategory')],
      ),
  ),
  test(
    'FsF-R1.3-02D-1',
    {
      de: 'Die Daten haben ein offenes oder dauerhaft lesbares Format.',
      en: 'The data have an open or long-term format.',
    },
    (statements) =>
      best(statements.ofParts(distribution, dcat('mediaType'), dct('format')), isOpenFormat, [
        distribution,
        dcat('mediaType'),
      ]),
  ),
];
