import { conceptScheme, type CodeOf } from './concept-scheme';
import { euTable } from './namespaces';

export const ThemeTaxonomy = conceptScheme(
  'ThemeTaxonomy',
  'Vocabularies of the themes by which a catalogue sorts its datasets.',
  {
    EU_DATA_THEME: {
      de: 'Datenthemen der EU',
      en: 'EU data themes',
      about: 'The EU data theme authority table, such as Health.',
      iri: euTable('data-theme'),
    },
  },
);
export type ThemeTaxonomy = CodeOf<typeof ThemeTaxonomy>;
