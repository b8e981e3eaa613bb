import { conceptScheme, type CodeOf } from './concept-scheme';
import { adms, healthdcatap } from './namespaces';
import type { RoleTerm } from './term';

/** The property by which a dataset leads to a distribution that has not all of its data. */
const ofDataset = (predicate: string): RoleTerm => ({ of: 'to', predicate, object: 'iri' });

export const DistributionContent = conceptScheme(
  'DistributionContent',
  'What a distribution has instead of the data of its dataset.',
  {
    SAMPLE: {
      de: 'Ausschnitt',
      en: 'Sample',
      about: 'A small part of the data, or invented data of the same form, to try them out (adms:sample).',
      term: ofDataset(adms('sample')),
    },
    ANALYTICS: {
      de: 'Auswertung',
      en: 'Analytics',
      about: 'What was found out from the data, such as figures and charts (healthdcatap:analytics).',
      term: ofDataset(healthdcatap('analytics')),
    },
  },
);
export type DistributionContent = CodeOf<typeof DistributionContent>;
