/** The words of a report, in German and English. */
import type { Finding } from '../../harvest/finding';
import { HarvestOutcome } from '../../vocabulary/harvest-outcome';
import type { HarvestOutcome as Outcome } from '../../vocabulary/harvest-outcome';

type Severity = Finding['severity'];

export interface ReportWords {
  outcomes: Readonly<Record<Outcome, string>>;
  did: Verbs;
  would: Verbs;
  unchanged: string;
  refused: string;
  notSeen: string;
  since: string;
  runs: (count: number) => string;
  persons: string;
  proposals: string;
  none: string;
  documents: (count: number) => string;
  more: (count: number) => string;
  moreFindings: (count: number) => string;
  severities: Readonly<Record<Severity, string>>;
  nothingWritten: string;
  heldBy: (holder: string) => string;
}

interface Verbs {
  created: string;
  updated: string;
  withdrawn: string;
}

const outcomes = (lang: 'de' | 'en') =>
  Object.fromEntries(
    Object.entries(HarvestOutcome.concepts).map(([code, concept]) => [code, concept[lang].toLowerCase()]),
  ) as Record<Outcome, string>;

const english: ReportWords = {
  outcomes: outcomes('en'),
  did: { created: 'new', updated: 'changed', withdrawn: 'withdrawn' },
  would: { created: 'would be new', updated: 'would change', withdrawn: 'would be withdrawn' },
  unchanged: 'unchanged',
  refused: 'refused',
  notSeen: 'not seen',
  since: 'since',
  runs: (count) => (count === 1 ? '1 full run' : `${count} full runs`),
  persons: 'individuals left out',
  proposals: 'doubtful links',
  none: '(nothing)',
  documents: (count) => (count === 1 ? '1 document' : `${count} documents`),
  more: (count) => `and ${count} more`,
  moreFindings: (count) =>
    `and ${count} more ${count === 1 ? 'finding' : 'findings'}: --findings all, or --format json`,
  severities: { ERROR: 'error', WARNING: 'warning', INFO: 'note' },
  nothingWritten: 'Nothing was written: this was a dry run.',
  heldBy: (holder) => `another process harvests it just now (${holder}).`,
};

const german: ReportWords = {
  outcomes: outcomes('de'),
  did: { created: 'neu', updated: 'geändert', withdrawn: 'zurückgezogen' },
  would: { created: 'wären neu', updated: 'würden geändert', withdrawn: 'würden zurückgezogen' },
  unchanged: 'unverändert',
  refused: 'abgewiesen',
  notSeen: 'nicht gesehen',
  since: 'seit',
  runs: (count) => (count === 1 ? '1 vollständiger Lauf' : `${count} vollständige Läufe`),
  persons: 'Personen ausgelassen',
  proposals: 'zweifelhafte Verweise',
  none: '(nichts)',
  documents: (count) => (count === 1 ? '1 Dokument' : `${count} Dokumente`),
  more: (count) => `und ${count} weitere`,
  moreFindings: (count) =>
    `und ${count} ${count === 1 ? 'weiterer Befund' : 'weitere Befunde'}: --findings all oder --format json`,
  severities: { ERROR: 'Fehler', WARNING: 'Warnung', INFO: 'Hinweis' },
  nothingWritten: 'Nichts wurde geschrieben: Das war ein Probelauf.',
  heldBy: (holder) => `gerade liest ein anderer Prozess sie ein (${holder}).`,
};

export const wordsOf = (lang: 'de' | 'en'): ReportWords => (lang === 'de' ? german : english);
