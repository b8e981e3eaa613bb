/** F: metadata and data are easy to find. */
import { adms, dcat, dct } from '../../../vocabulary/namespaces';
import { all, any, best, type FairTest } from '../fair-test';
import type { Statements } from '../statements';

/** What one needs to cite a dataset. */
const citing = ['creator', 'title', 'identifier', 'issued', 'publisher', 'type'].map((name) => dct(name));
/** What one needs to find it in addition. */
const describing = [dct('description'), dcat('keyword')];

const stating = (statements: Statements) => (property: string) => ({
  stated: statements.of(property),
  path: [property],
});

/** Identifiers that an organisation promises to keep. */
const persistent =
  /^https?:\/\/(?:(?:dx\.)?doi\.org|hdl\.handle\.net|n2t\.net|w3id\.org|purl\.org|nbn-resolving\.(?:org|de)|ror\.org)\//;

export const findable: readonly FairTest[] = [
  {
    id: 'FsF-F1-01MD-1',
    metric: 'FsF-F1-01MD',
    principle: 'FINDABLE',
    points: 1,
    about: { de: 'Der Eintrag hat eine eindeutige Kennung.', en: 'The record has a unique identifier.' },
    // Each record has an IRI of its own, which ends with its key.
    judge: (statements) => any(statements.of(dct('identifier')), [dct('identifier')]),
  },
  {
    id: 'FsF-F1-02MD-1',
    metric: 'FsF-F1-02MD',
    principle: 'FINDABLE',
    points: 0.5,
    about: {
      de: 'Der Eintrag hat eine dauerhafte Kennung, etwa eine DOI.',
      en: 'The record has a persistent identifier, such as a DOI.',
    },
    judge: (statements) => {
      const identifiers = statements.of(adms('identifier'));
      const found = best(identifiers, (value) => persistent.test(value), [adms('identifier')]);
      return found.outcome === 'PARTLY' ? { ...found, outcome: 'FAIL' } : found;
    },
    remedy: {
      de: 'Registrieren Sie eine DOI für den Datensatz und geben Sie sie unter `identifiers` an (Schema `DOI`).',
      en: 'Register a DOI for the dataset and state it in `identifiers` (scheme `DOI`).',
    },
  },
  {
    id: 'FsF-F1-02MD-2',
    metric: 'FsF-F1-02MD',
    principle: 'FINDABLE',
    points: 0.5,
    about: {
      de: 'Die dauerhafte Kennung ist registriert und führt zum Eintrag.',
      en: 'The persistent identifier is registered and leads to the record.',
    },
    judge: null,
  },
  {
    id: 'FsF-F2-01M-2',
    metric: 'FsF-F2-01M',
    principle: 'FINDABLE',
    points: 1,
    about: {
      de: 'Ersteller, Titel, Kennung, Datum, Herausgeber und Art stehen da, um den Datensatz zu zitieren.',
      en: 'Creator, title, identifier, date, publisher and type are stated, to cite the dataset.',
    },
    judge: (statements) => all(...citing.map(stating(statements))),
  },
  {
    id: 'FsF-F2-01M-3',
    metric: 'FsF-F2-01M',
    principle: 'FINDABLE',
    points: 1,
    about: {
      de: 'Beschreibung und Schlagwörter stehen da, neben allem, was man zum Zitieren braucht.',
      en: 'A description and keywords are stated, beside all that is needed to cite it.',
    },
    judge: (statements) => {
      const described = all(...describing.map(stating(statements)));
      const { outcome, found, lacks } = all(...[...describing, ...citing].map(stating(statements)));
      // A title and a type, which all have, describe nothing.
      return { outcome: described.outcome === 'FAIL' ? 'FAIL' : outcome, found, lacks };
    },
  },
  {
    id: 'FsF-F3-01M-2',
    metric: 'FsF-F3-01M',
    principle: 'FINDABLE',
    points: 1,
    about: {
      de: 'Es steht da, unter welcher Adresse man zu den Daten gelangt.',
      en: 'The address from which one gets to the data is stated.',
    },
    judge: (statements) =>
      any(statements.ofParts(dcat('distribution'), dcat('accessURL'), dcat('downloadURL')), [
        dcat('distribution'),
        dcat('accessURL'),
      ]),
  },
  {
    id: 'FsF-F4-01M-1',
    metric: 'FsF-F4-01M',
    principle: 'FINDABLE',
    points: 2,
    about: {
      de: 'Suchmaschinen können den Eintrag lesen: Seine Seite enthält schema.org.',
      en: 'Search engines can read the record: its page contains schema.org.',
    },
    // The page of each record states at least its name.
    judge: (statements) => any(statements.of(dct('title')), [dct('title')]),
  },
];
