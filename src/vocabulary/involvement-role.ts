import { conceptScheme, type CodeOf } from './concept-scheme';

export const InvolvementRole = conceptScheme(
  'InvolvementRole',
  'How an institution takes part in a project.',
  {
    LEADS: {
      de: 'leitet',
      en: 'Leads',
      about: 'The institution leads or coordinates the project, alone or with others.',
    },
    CO_LEADS: {
      de: 'leitet mit',
      en: 'Co-leads',
      about: 'The institution is named as co-leading or co-coordinating.',
    },
    PARTICIPATES: {
      de: 'beteiligt sich',
      en: 'Participates',
      about: 'The institution is a named partner of the project.',
    },
  },
);
export type InvolvementRole = CodeOf<typeof InvolvementRole>;
