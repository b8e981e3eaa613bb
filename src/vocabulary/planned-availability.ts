import { publishedScheme, type CodeOf } from './concept-scheme';
import { euTable } from './namespaces';

/** EU authority table planned-availability, https://op.europa.eu/en/web/eu-vocabularies/authority-tables */
export const PlannedAvailability = publishedScheme(
  'PlannedAvailability',
  'How long something is planned to be available; the EU table of planned availability.',
  {
    iri: euTable('planned-availability'),
    title: { de: 'Geplante Verfügbarkeit', en: 'Planned availability' },
  },
  {
    AVAILABLE: ['AVAILABLE', 'Available', 'verfügbar'],
    EXPERIMENTAL: ['EXPERIMENTAL', 'Experimental', 'experimentell'],
    STABLE: ['STABLE', 'Stable', 'stabil'],
    TEMPORARY: ['TEMPORARY', 'Temporary', 'temporär'],
  },
);
export type PlannedAvailability = CodeOf<typeof PlannedAvailability>;
