import { conceptScheme, type CodeOf } from './concept-scheme';

export const DistributionKind = conceptScheme('DistributionKind', 'How a dataset can be had.', {
  FILE: { de: 'Datei', en: 'File', about: 'Files to download.' },
  API: { de: 'Schnittstelle', en: 'API', about: 'A programming interface.' },
  ON_REQUEST: { de: 'auf Antrag', en: 'On request', about: 'A procedure by which access is applied for.' },
  WEB_PAGE: { de: 'Webseite', en: 'Web page', about: 'A page or portal from which the way leads on.' },
});
export type DistributionKind = CodeOf<typeof DistributionKind>;
