/** The report of a harvest as people read it. */
import { styleText } from 'node:util';
import type { Finding } from '../../harvest/finding';
import type { HarvestReport } from '../../harvest/run/report';
import { wordsOf, type ReportWords } from './words';

export interface TextOptions {
  lang: 'de' | 'en';
  dryRun: boolean;
  /** How many findings are written out. */
  mostFindings: number;
}

/** Keys beyond so many are only counted. */
const mostKeys = 20;

/** A list of changes longer than this is cut. */
const longestValue = 100;

/** What kept a part of the source from being read is a finding, too, and that is known in both languages. */
function errorIn(lang: TextOptions['lang'], error: string, findings: readonly Finding[]): string {
  const fault = findings.find(({ place, message }) => error === `${place.document}: ${message.en}`);
  return fault ? `${fault.place.document}: ${fault.message[lang]}` : error;
}

export function reportAsText(report: HarvestReport, options: TextOptions): string {
  const words = wordsOf(options.lang);
  const { counts, created, updated, refused, notSeen, withdrawn, findings } = report;
  // Nothing was read, so there is nothing to count.
  if (report.outcome === 'UNCHANGED' && notSeen.length + withdrawn.length === 0)
    return headline(report, words);
  const verbs = options.dryRun ? words.would : words.did;
  return [
    headline(report, words),
    ...(report.error === null ? [] : [`  ${colour('red', errorIn(options.lang, report.error, findings))}`]),
    '',
    line(verbs.created, counts.created),
    ...keys(created, (key) => `    ${colour('green', '+')} ${key}`, words),
    line(verbs.updated, counts.updated),
    ...keys(
      updated,
      ({ key, changes }) =>
        [
          `    ${colour('yellow', '~')} ${key}`,
          ...changes.map(
            ({ field, before, after }) =>
              `        ${field}: ${shown(before, words)} → ${shown(after, words)}`,
          ),
        ].join('\n'),
      words,
    ),
    line(words.unchanged, counts.unchanged),
    line(words.refused, counts.refused),
    ...keys(refused, ({ key }) => `    ${colour('red', '!')} ${key}`, words),
    line(words.notSeen, counts.notSeen),
    ...keys(
      notSeen,
      ({ key, since, runs }) => `    ? ${key} (${words.since} ${since.slice(0, 10)}, ${words.runs(runs)})`,
      words,
    ),
    line(verbs.withdrawn, counts.withdrawn),
    ...keys(withdrawn, (key) => `    ${colour('red', '-')} ${key}`, words),
    ...(counts.persons > 0 ? [line(words.persons, counts.persons)] : []),
    ...(report.proposals > 0 ? [line(words.proposals, report.proposals)] : []),
    ...found(findings, options, words),
    ...(options.dryRun ? ['', words.nothingWritten] : []),
    '',
  ].join('\n');
}

const headline = ({ source, outcome, milliseconds, counts }: HarvestReport, words: ReportWords): string =>
  `${colour('bold', source)}: ${words.outcomes[outcome]} (${words.documents(counts.documents)}, ${(milliseconds / 1000).toFixed(1)} s)`;

const line = (label: string, count: number): string => `  ${label.padEnd(24)} ${count}`;

function keys<T>(items: readonly T[], text: (item: T) => string, words: ReportWords): string[] {
  const lines = items.slice(0, mostKeys).map(text);
  return items.length > mostKeys ? [...lines, `    … ${words.more(items.length - mostKeys)}`] : lines;
}

function shown(value: string | null, { none }: ReportWords): string {
  if (value === null) return none;
  return value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
}

const order = { ERROR: 0, WARNING: 1, INFO: 2 };
const colours = { ERROR: 'red', WARNING: 'yellow', INFO: 'cyan' } as const;

function found(
  findings: readonly Finding[],
  { mostFindings, lang }: TextOptions,
  words: ReportWords,
): string[] {
  if (findings.length === 0) return [];
  const sorted = [...findings].sort((a, b) => order[a.severity] - order[b.severity]);
  const lines = sorted.slice(0, mostFindings).flatMap(({ severity, id, place, message, remedy }) => {
    const at = [place.document, place.line, place.column].filter((part) => part !== null && part !== '');
    return [
      `  ${colour(colours[severity], words.severities[severity])} ${id}  ${at.join(':')}`,
      `    ${message[lang]}`,
      `    ${remedy[lang]}`,
    ];
  });
  const more = findings.length - mostFindings;
  return ['', ...lines, ...(more > 0 ? [`  … ${words.moreFindings(more)}`] : [])];
}

/** Colours only on terminals. */
const colour = (style: 'red' | 'green' | 'yellow' | 'cyan' | 'bold', text: string): string =>
  process.stdout.isTTY && process.stdout.hasColors() ? styleText(style, text) : text;
