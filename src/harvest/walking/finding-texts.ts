/** What is said of walks that do not come to an end, or not to the one that the source states. */
import { type Finding, findingsOf } from '../finding';

const texts = {
  'too-many-documents': {
    severity: 'ERROR',
    message: {
      en: 'The source has more than {number} documents; the rest was not read.',
      de: 'Die Quelle hat mehr als {number} Dokumente; der Rest wurde nicht gelesen.',
    },
    remedy: {
      en: 'Publish more records in each document, or harvest parts of it as sources of their own.',
      de: 'Veröffentlichen Sie mehr Datensätze je Dokument, oder ernten Sie Teile davon als eigene Quellen.',
    },
  },
  'page-repeats': {
    severity: 'ERROR',
    message: {
      en: 'This page brings nothing that earlier pages have not brought, and leads on to {value}; the walk ended here.',
      de: 'Diese Seite bringt nichts, was nicht schon frühere Seiten brachten, und führt weiter zu {value}; hier wurde aufgehört.',
    },
    remedy: {
      en: 'The server has to give another page for each address, and no next one on the last.',
      de: 'Der Server muss unter jeder Adresse eine andere Seite geben und auf der letzten keine nächste.',
    },
  },
  'pages-in-a-circle': {
    severity: 'WARNING',
    message: {
      en: 'The next page that is named here, {value}, was read already.',
      de: 'Die hier genannte nächste Seite, {value}, wurde schon gelesen.',
    },
    remedy: {
      en: 'The last page must name no next one (hydra:next).',
      de: 'Die letzte Seite darf keine nächste nennen (hydra:next).',
    },
  },
  'fewer-than-stated': {
    severity: 'ERROR',
    message: {
      en: 'The source states {stated} members (hydra:totalItems), and its pages have {found}.',
      de: 'Die Quelle gibt {stated} Einträge an (hydra:totalItems), und ihre Seiten haben {found}.',
    },
    remedy: {
      en: 'Its operator has to find out which pages leave some out; until then nothing counts as vanished.',
      de: 'Der Betreiber muss klären, welche Seiten welche auslassen; bis dahin gilt nichts als verschwunden.',
    },
  },
  'more-than-stated': {
    severity: 'WARNING',
    message: {
      en: 'The source states {stated} members (hydra:totalItems), and its pages have {found}.',
      de: 'Die Quelle gibt {stated} Einträge an (hydra:totalItems), und ihre Seiten haben {found}.',
    },
    remedy: { en: 'Its operator has to mend the number.', de: 'Der Betreiber muss die Zahl berichtigen.' },
  },
  'pages-not-here': {
    severity: 'WARNING',
    message: {
      en: 'This is one page of an answer of OAI-PMH, which names a next one (resumptionToken). A file leads to no other.',
      de: 'Das ist eine Seite einer Antwort von OAI-PMH, die eine nächste nennt (resumptionToken). Eine Datei führt zu keiner anderen.',
    },
    remedy: {
      en: 'Give the address instead, whose pages are all read; or save the other pages beside this one.',
      de: 'Die Adresse angeben, deren Seiten alle gelesen werden; oder die anderen Seiten neben dieser speichern.',
    },
  },
  'no-records': {
    severity: 'WARNING',
    message: {
      en: 'No record was found in this source: nothing in it is described as a dataset or another record that is known here.',
      de: 'In dieser Quelle wurde kein Eintrag gefunden: Nichts darin ist als Datensatz oder als anderer Eintrag beschrieben, den es hier gibt.',
    },
    remedy: {
      en: 'Give the document that describes the records themselves, such as a dcat:Dataset, a Dataset of schema.org or a ResearchStudy of FHIR.',
      de: 'Das Dokument angeben, das die Einträge selbst beschreibt, etwa als dcat:Dataset, Dataset von schema.org oder ResearchStudy von FHIR.',
    },
  },
  'documents-without-records': {
    severity: 'INFO',
    message: {
      en: 'In {number} documents, nothing is described as a record that is known here, such as in {value}.',
      de: 'In {number} Dokumenten ist nichts als Eintrag beschrieben, den es hier gibt, etwa in {value}.',
    },
    remedy: {
      en: 'Nothing has to be done, unless they are meant to hold records.',
      de: 'Nichts zu tun, wenn sie keine Einträge enthalten sollen.',
    },
  },
  'unreadable-document': {
    severity: 'ERROR',
    message: {
      en: 'Nothing of this document can be read. {whyEn}',
      de: 'Von diesem Dokument lässt sich nichts lesen. {whyDe}',
    },
    remedy: {
      en: 'Mend it where it is made; "num-gateway check" shows more.',
      de: 'Berichtigen Sie es dort, wo es entsteht; „num-gateway check“ zeigt mehr.',
    },
  },
  'nothing-in-page': {
    severity: 'WARNING',
    message: {
      en: 'This page leads to no metadata that a program can read.',
      de: 'Diese Seite führt zu keinen Metadaten, die ein Programm lesen kann.',
    },
    remedy: {
      en: 'Link its RDF as "describedby", or embed it as JSON-LD; take pages without a dataset from the sitemap.',
      de: 'Verlinken Sie ihr RDF als „describedby“, oder betten Sie es als JSON-LD ein; nehmen Sie Seiten ohne Datensatz aus der Sitemap.',
    },
  },
  'no-sitemap': {
    severity: 'ERROR',
    message: {
      en: 'This is no sitemap: it has neither <urlset> nor <sitemapindex>, or breaks off.',
      de: 'Das ist keine Sitemap: Sie hat weder <urlset> noch <sitemapindex>, oder sie bricht ab.',
    },
    remedy: {
      en: 'Give the address of the sitemap, often /sitemap.xml; for a catalogue in RDF, set "kind: DCAT".',
      de: 'Geben Sie die Adresse der Sitemap an, oft /sitemap.xml; für einen Katalog in RDF setzen Sie „kind: DCAT“.',
    },
  },
  'no-such-file': {
    severity: 'ERROR',
    message: { en: 'It cannot be read: {value}.', de: 'Das lässt sich nicht lesen: {value}.' },
    remedy: {
      en: 'Put it there, or mend "file:" at the source.',
      de: 'Legen Sie es dorthin, oder berichtigen Sie „file:“ bei der Quelle.',
    },
  },
  'no-documents': {
    severity: 'ERROR',
    message: {
      en: 'There is no document in this source: the folder or archive holds nothing that is read here.',
      de: 'In dieser Quelle ist kein Dokument: Der Ordner oder das Archiv enthält nichts, was hier gelesen wird.',
    },
    remedy: {
      en: 'Check whether it was filled or packed completely. Nothing counts as vanished.',
      de: 'Prüfen Sie, ob er vollständig gefüllt oder gepackt wurde. Nichts gilt als verschwunden.',
    },
  },
  'file-left-out': {
    severity: 'INFO',
    message: {
      en: 'This file was left out: its name ends in nothing that is read here.',
      de: 'Diese Datei wurde ausgelassen: Ihr Name endet auf nichts, was hier gelesen wird.',
    },
    remedy: {
      en: 'Nothing has to be done, unless it holds metadata: then name it by its format, such as .ttl.',
      de: 'Es ist nichts zu tun, außer wenn sie Metadaten enthält: dann benennen Sie sie nach ihrem Format, etwa .ttl.',
    },
  },
  'file-too-large': {
    severity: 'ERROR',
    message: {
      en: 'This is larger than what is read at once ({number} MB).',
      de: 'Das ist größer, als auf einmal gelesen wird ({number} MB).',
    },
    remedy: {
      en: 'Write it as N-Quads (.nq), which are read in pieces, or in several files.',
      de: 'Schreiben Sie es als N-Quads (.nq), die stückweise gelesen werden, oder in mehrere Dateien.',
    },
  },
  'broken-archive': {
    severity: 'ERROR',
    message: {
      en: 'The packed file is damaged or not complete; nothing of it can be unpacked.',
      de: 'Die gepackte Datei ist beschädigt oder nicht vollständig; nichts davon lässt sich auspacken.',
    },
    remedy: {
      en: 'Fetch it again, or pack it anew as ZIP or gzip.',
      de: 'Rufen Sie sie noch einmal ab, oder packen Sie sie neu, als ZIP oder gzip.',
    },
  },
  'archive-breaks-off': {
    severity: 'ERROR',
    message: {
      en: 'The packed file is damaged or not complete; it was read up to the place where it breaks off.',
      de: 'Die gepackte Datei ist beschädigt oder nicht vollständig; gelesen wurde sie bis dahin, wo sie abbricht.',
    },
    remedy: {
      en: 'Fetch it again, or pack it anew; until then nothing counts as vanished.',
      de: 'Rufen Sie sie noch einmal ab, oder packen Sie sie neu; bis dahin gilt nichts als verschwunden.',
    },
  },
  'archive-too-deep': {
    severity: 'ERROR',
    message: {
      en: 'This is an archive in an archive in an archive; it was not unpacked.',
      de: 'Das ist ein Archiv in einem Archiv in einem Archiv; es wurde nicht ausgepackt.',
    },
    remedy: {
      en: 'Pack the documents themselves, in one archive.',
      de: 'Packen Sie die Dokumente selbst in ein Archiv.',
    },
  },
  'member-left-out': {
    severity: 'ERROR',
    message: {
      en: 'This file of the archive was left out: {whyEn}.',
      de: 'Diese Datei des Archivs wurde ausgelassen: {whyDe}.',
    },
    remedy: {
      en: 'Pack it anew, without a password, with a path within the archive. The other files were read.',
      de: 'Packen Sie sie neu, ohne Kennwort und mit einem Pfad innerhalb des Archivs. Die anderen Dateien wurden gelesen.',
    },
  },
} as const;

export const walkFinding: (
  id: keyof typeof texts,
  document: string,
  words?: { readonly value?: string } & Readonly<Record<string, string | number>>,
) => Finding = (id, document, { value, ...words } = {}) =>
  findingOfWalk(id, {
    place: { document, line: null, column: null },
    value: value ?? null,
    words,
  });

const findingOfWalk = findingsOf('fetch', texts);
