import { conceptScheme, type CodeOf } from './concept-scheme';
import { dcat, dct, foaf, vcard } from './namespaces';

/** The roles of relations, for links between resources that have no link class of their own. */
export const RelationRole = conceptScheme(
  'RelationRole',
  'What the resource at `from` of a relation is to the one at `to`.',
  {
    PREDECESSOR_OF: {
      de: 'Vorläufer von',
      en: 'Predecessor of',
      about: '`to` continues what `from` began.',
    },
    PART_OF: {
      de: 'Teil von',
      en: 'Part of',
      about: '`from` belongs to `to`.',
    },
    MEMBER_OF: {
      de: 'Mitglied von',
      en: 'Member of',
      about: '`from` is a member of `to`.',
    },
    BUILDS_ON: {
      de: 'baut auf',
      en: 'Builds on',
      about: '`from` builds on what `to` has made.',
    },
    COMPLEMENTS: {
      de: 'ergänzt',
      en: 'Complements',
      about: '`from` wants to complement `to`.',
    },
    PARTNER_OF: {
      de: 'Partner von',
      en: 'Partner of',
      about: '`from` works with `to` as a named partner.',
    },
    EXCHANGES_DATA_WITH: {
      de: 'tauscht Daten mit',
      en: 'Exchanges data with',
      about: 'Data flow between the two.',
    },
    CONTRIBUTES_TO: {
      de: 'trägt bei zu',
      en: 'Contributes to',
      about: '`from` works towards `to`, such as a strategic goal.',
    },
    CLASSIFIED_AS: {
      de: 'gehört zur Kategorie',
      en: 'Classified as',
      about: '`from` falls into the category `to`.',
    },
    FUNDS: {
      de: 'fördert',
      en: 'Funds',
      about: '`from` pays for `to`.',
    },
    STEERS: {
      de: 'steuert mit',
      en: 'Steers',
      about: '`from` has a seat in a body that steers `to`.',
    },
    COORDINATES: {
      de: 'koordiniert',
      en: 'Coordinates',
      about: '`from` coordinates `to`.',
    },
    OPERATES: {
      de: 'betreibt',
      en: 'Operates',
      about: '`from` runs `to`, or a part of it, technically.',
    },
    ADMINISTERS: {
      de: 'verwaltet',
      en: 'Administers',
      about: '`from` administers the funding of `to`.',
    },
    DESCRIBES: {
      de: 'beschreibt',
      en: 'Describes',
      about: '`from`, such as a publication, describes `to` (DataCite Describes; its inverse IsDescribedBy).',
      term: { of: 'to', predicate: dct('isReferencedBy'), object: 'iri' },
    },
    REFERENCES: {
      de: 'verweist auf',
      en: 'References',
      about:
        '`from` names `to` as a source of information (DataCite References; its inverse IsReferencedBy).',
      term: { of: 'from', predicate: dct('references'), object: 'iri' },
    },
    DOCUMENTS: {
      de: 'dokumentiert',
      en: 'Documents',
      about: '`from` is the manual of `to` (DataCite Documents; its inverse IsDocumentedBy).',
      term: { of: 'to', predicate: foaf('page'), object: 'iri', class: foaf('Document') },
    },
    CONTACT_OF: {
      de: 'Kontaktstelle von',
      en: 'Contact of',
      about: '`from`, an office, answers questions on `to`.',
      term: { of: 'to', predicate: dcat('contactPoint'), object: 'iri', class: vcard('Kind') },
    },
    DEVELOPED_FOR: {
      de: 'entwickelt für',
      en: 'Developed for',
      about: '`from`, such as software, is made for the work of `to`.',
    },
    RELATED_TO: {
      de: 'steht in Verbindung mit',
      en: 'Related to',
      about: 'A source names the two together without saying how they belong together (dct:relation).',
      term: { of: 'from', predicate: dct('relation'), object: 'iri' },
    },
  },
);
export type RelationRole = CodeOf<typeof RelationRole>;
