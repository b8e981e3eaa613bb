/** Which official files a profile is derived from, one shapes graph each, so that both judge by the same. */
import type { Quad } from '@rdfjs/types';
import { type ShaclResult, shaclResults } from '../../helpers/shacl';

interface ShapesGraph {
  files: readonly string[];
  /** Only what must be counts here: another profile includes it. */
  violationsOnly?: true;
}

const below = (folder: string, names: readonly string[]) =>
  names.map((name): ShapesGraph => ({ files: [`standards/${folder}/${name}`] }));

const dcatAp = below('dcat-ap-3.0.1/shacl', ['shapes.ttl', 'range.ttl', 'mdr-vocabularies.shape.ttl']);
const included = dcatAp.map((graph): ShapesGraph => ({ ...graph, violationsOnly: true }));

const healthDcatAp = (level: string) => [
  ...below('healthdcat-ap-r8', [
    `shapes/${level}-shapes.ttl`,
    'ranges/range.ttl',
    'controlled-vocabularies/mdr-vocabularies.shape.ttl',
    `recommended/${level}-shapes_recommended.ttl`,
  ]),
  ...included,
];

/** By name of the profile and, where it has levels, the level. */
export const officialSets: Readonly<Record<string, readonly ShapesGraph[]>> = {
  'dcat-ap': [...dcatAp, ...below('dcat-ap-3.0.1/shacl', ['shapes_recommended.ttl'])],
  'healthdcat-ap PUBLIC': healthDcatAp('public'),
  'healthdcat-ap RESTRICTED': healthDcatAp('restricted'),
  'healthdcat-ap NON_PUBLIC': healthDcatAp('non-public'),
  'dcat-ap-de': [
    ...below('dcat-ap-de-3.0', ['dcat-ap-spec-german-additions.ttl', 'dcat-ap-de-deprecated.ttl']),
    ...included,
  ],
  fdp: [
    {
      files: ['CatalogShape.ttl', 'FAIRDataPointShape.ttl'].map(
        (name) => `standards/fair-data-point-1.2/${name}`,
      ),
    },
  ],
};

/** The results of all shapes graphs of a profile. */
export async function officialResults(quads: readonly Quad[], set: string): Promise<ShaclResult[]> {
  const results = await Promise.all(
    (officialSets[set] ?? []).map(async ({ files, violationsOnly }) =>
      (await shaclResults(quads, files)).filter(
        ({ severity }) => !violationsOnly || severity === 'violation',
      ),
    ),
  );
  return results.flat();
}
