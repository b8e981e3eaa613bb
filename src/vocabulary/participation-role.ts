import { conceptScheme, type CodeOf } from './concept-scheme';

export const ParticipationRole = conceptScheme(
  'ParticipationRole',
  'How an institution takes part in an infrastructure.',
  {
    COORDINATES: {
      de: 'koordiniert',
      en: 'Coordinates',
      about: 'The institution coordinates the infrastructure, alone or with others.',
    },
    LEADS: {
      de: 'leitet',
      en: 'Leads',
      about: 'The source says that the infrastructure is led by the institution, alone or with others.',
    },
    CO_LEADS: {
      de: 'leitet mit',
      en: 'Co-leads',
      about: 'The institution is named as co-leading or as a member of the coordination team.',
    },
    PARTICIPATES: {
      de: 'beteiligt sich',
      en: 'Participates',
      about: 'The institution takes part; the source says no more.',
    },
    SUPPLIES_DATA: {
      de: 'liefert Daten',
      en: 'Supplies data',
      about: 'The institution delivers data to the infrastructure or through it.',
    },
    HOSTS_CENTRE: {
      de: 'betreibt ein Zentrum',
      en: 'Hosts a centre',
      about: 'The institution runs a centre of the infrastructure, such as a data integration centre.',
    },
  },
);
export type ParticipationRole = CodeOf<typeof ParticipationRole>;
