import { conceptScheme, type CodeOf } from './concept-scheme';

export const IdentifierScheme = conceptScheme(
  'IdentifierScheme',
  'Schemes of identifiers; an identifier need not belong to one record only.',
  {
    ROR: {
      de: 'ROR',
      en: 'ROR',
      about: 'Research Organization Registry, https://ror.org. Sites of one organisation share an id.',
    },
    WIKIDATA: {
      de: 'Wikidata',
      en: 'Wikidata',
      about: 'Wikidata item, such as Q560144.',
    },
    GRID: {
      de: 'GRID',
      en: 'GRID',
      about: 'Global Research Identifier Database, frozen since 2021.',
    },
    ISNI: {
      de: 'ISNI',
      en: 'ISNI',
      about: 'International Standard Name Identifier (ISO 27729).',
    },
    CROSSREF_FUNDER: {
      de: 'Crossref Funder',
      en: 'Crossref funder',
      about: 'Crossref Funder Registry id, a DOI.',
    },
    DOI: {
      de: 'DOI',
      en: 'DOI',
      about:
        'Digital Object Identifier of the thing itself; an article on it is a publication with a DOI of its own.',
    },
    PMID: {
      de: 'PubMed',
      en: 'PubMed',
      about: 'Id of an article in PubMed, such as 39934366.',
    },
    PMCID: {
      de: 'PubMed Central',
      en: 'PubMed Central',
      about: 'Id of an article in the archive PubMed Central, such as PMC9870206.',
    },
    ARXIV: {
      de: 'ArXiv-Nummer',
      en: 'ArXiv id',
      about: 'Id of a manuscript on arXiv, such as 2606.16861.',
    },
    GRANT_NUMBER: {
      de: 'Förderkennzeichen',
      en: 'Grant number',
      about: 'Funding reference number (FKZ) of the funder.',
    },
    MII_SITE: {
      de: 'MII-Standort',
      en: 'MII site code',
      about: 'Code of the site in the code system of the Medical Informatics Initiative.',
    },
  },
);
export type IdentifierScheme = CodeOf<typeof IdentifierScheme>;
