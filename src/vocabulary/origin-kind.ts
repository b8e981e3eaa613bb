import { conceptScheme, type CodeOf } from './concept-scheme';

/** What an origin of records is. */
export const OriginKind = conceptScheme('OriginKind', 'What an origin of records is.', {
  SEEDS: {
    de: 'Grundbestand',
    en: 'Seeds',
    about: 'Facts that people have written down and reviewed; they come with the gateway.',
  },
  HARVEST: {
    de: 'Ernte',
    en: 'Harvest',
    about: 'Metadata that others publish, read by machine.',
  },
});
export type OriginKind = CodeOf<typeof OriginKind>;
