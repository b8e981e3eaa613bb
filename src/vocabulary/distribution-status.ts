import { publishedScheme, type CodeOf } from './concept-scheme';
import { euTable } from './namespaces';

/** EU authority table distribution-status, https://op.europa.eu/en/web/eu-vocabularies/authority-tables */
export const DistributionStatus = publishedScheme(
  'DistributionStatus',
  'How mature a distribution is; the EU table of the status of distributions.',
  {
    iri: euTable('distribution-status'),
    title: { de: 'Status der Distribution', en: 'Distribution status' },
  },
  {
    COMPLETED: ['COMPLETED', 'Completed', 'abgeschlossen'],
    DEPRECATED: ['DEPRECATED', 'Deprecated', 'veraltet'],
    DEVELOP: ['DEVELOP', 'Under development', 'in Entwicklung'],
    WITHDRAWN: ['WITHDRAWN', 'Withdrawn', 'zurückgezogen'],
  },
);
export type DistributionStatus = CodeOf<typeof DistributionStatus>;
