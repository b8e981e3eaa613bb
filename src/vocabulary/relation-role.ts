import { conceptScheme, type CodeOf } from './concept-scheme';

/** The roles of relations, for links between resources that have no link class of their own. */
export const RelationRole = conceptScheme('RelationRole', 'What the source of a relation is to its target.', {
  PREDECESSOR_OF: {
    de: 'Vorläufer von',
    en: 'Predecessor of',
    about: 'The target continues what the source began.',
  },
  PART_OF: {
    de: 'Teil von',
    en: 'Part of',
    about: 'The source belongs to the target.',
  },
  MEMBER_OF: {
    de: 'Mitglied von',
    en: 'Member of',
    about: 'The source is a member of the target.',
  },
  BUILDS_ON: {
    de: 'baut auf',
    en: 'Builds on',
    about: 'The source builds on what the target has made.',
  },
  COMPLEMENTS: {
    de: 'ergänzt',
    en: 'Complements',
    about: 'The source wants to complement the target.',
  },
  PARTNER_OF: {
    de: 'Partner von',
    en: 'Partner of',
    about: 'The source works with the target as a named partner.',
  },
  EXCHANGES_DATA_WITH: {
    de: 'tauscht Daten mit',
    en: 'Exchanges data with',
    about: 'Data flow between the two.',
  },
  CONTRIBUTES_TO: {
    de: 'trägt bei zu',
    en: 'Contributes to',
    about: 'The source works towards the target, such as a strategic goal.',
  },
  FUNDS: {
    de: 'fördert',
    en: 'Funds',
    about: 'The source pays for the target.',
  },
  STEERS: {
    de: 'steuert mit',
    en: 'Steers',
    about: 'The source has a seat in a body that steers the target.',
  },
  COORDINATES: {
    de: 'koordiniert',
    en: 'Coordinates',
    about: 'The source coordinates the target.',
  },
  ADMINISTERS: {
    de: 'verwaltet',
    en: 'Administers',
    about: 'The source administers the funding of the target.',
  },
  RELATED_TO: {
    de: 'steht in Verbindung mit',
    en: 'Related to',
    about: 'A source names the two together without saying how they belong together.',
  },
});
export type RelationRole = CodeOf<typeof RelationRole>;
