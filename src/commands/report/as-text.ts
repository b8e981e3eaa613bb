/** The report for people: what is to be done, record by record, and a verdict at the end. */
import { groupBy } from '../../maps';
import type { Finding } from '../../rdf/finding';
import { UnjudgedDocument } from '../../rdf/reading/document';
import { shownName } from '../../rdf/shown-term';
import { type Paint, plain } from './colours';
import { countsOf, isMended, type Report, type UnreadableReport } from './report';
import { words } from './words';

/** So many findings that are alike are written out. */
const writtenOut = 3;

/** Of those that are alike beside, so many lines are named. */
const mostLines = 12;

export function asText(report: Report, paint: Paint = plain): string {
  const { place, lang, format, statements, records, findings, verdicts } = report;
  const say = words[lang];
  const head = `${paint('bold', place)}  ${format}, ${records === undefined ? say.statements(statements) : say.records(records)}`;
  const groups = groupBy(findings, ({ subject }) => (subject === null ? '' : report.recordOf(subject)));
  const parts = [...groups].map(([record, of]) => groupOf(record, of, report, paint));
  const counts = findings.length === 0 ? say.clean : say.counts(countsOf(findings));
  const judged = verdicts.map(({ conforms, profile, level }) =>
    paint(conforms ? 'green' : 'red', say.verdict(conforms, profile.title[lang], level)),
  );
  return [head, ...parts, [`${paint('bold', place)}: ${counts}`, ...judged].join('\n  ')].join('\n\n');
}

function groupOf(record: string, findings: readonly Finding[], report: Report, paint: Paint): string {
  const say = words[report.lang];
  const name = record === '' ? null : report.nameOf(record);
  // Labels of blank nodes are the parser's, and tell nobody anything.
  const iri = record.startsWith('_:') ? say.noAddress : `<${shortened(record)}>`;
  const head = record === '' ? say.document : [iri, ...(name === null ? [] : [name])].join('  ');
  const alike = groupBy(recommendedOnce(findings, report.lang), ({ id, kind, severity, property }) =>
    [id, severity, kind === 'shape' ? property : ''].join('\n'),
  );
  return [paint('bold', head), ...[...alike.values()].flatMap((of) => told(of, report, paint))].join('\n');
}

/** Addresses longer than this are cut: they fill the terminal, and the place tells where they stand. */
const longestAddress = 200;

const shortened = (iri: string): string =>
  iri.length > longestAddress ? `${iri.slice(0, longestAddress)}…` : iri;

/** What a node lacks and should have is one line. */
function recommendedOnce(findings: readonly Finding[], lang: Report['lang']): Finding[] {
  const ofNode = ({ kind, id, severity, subject }: Finding) =>
    kind === 'shape' && id === 'min-count' && severity === 'WARNING' ? subject : null;
  const together = groupBy(findings, ofNode);
  return findings.flatMap((finding) => {
    const of = together.get(ofNode(finding)) ?? [];
    if (ofNode(finding) === null || of.length < 2) return [finding];
    if (of[0] !== finding) return [];
    const names = of.flatMap(
      ({ property }) =>
        property
          ?.split('|')
          .map((one) => shownName(one))
          .join(' / ') ?? [],
    );
    const say = words[lang];
    return [
      {
        ...finding,
        property: null,
        message: both(say.recommended(names.join(', '))),
        remedy: both(say.state),
      },
    ];
  });
}

const both = (text: string) => ({ de: text, en: text });

function told(findings: readonly Finding[], { lang }: Report, paint: Paint): string[] {
  const say = words[lang];
  const shown = findings.length > writtenOut + 1 ? findings.slice(0, writtenOut) : findings;
  const others = findings.slice(shown.length);
  const lines = [...new Set(others.flatMap(({ place }) => place.line ?? []))];
  const rest =
    others.length === 0 ? [] : lines.length > 0 ? [say.lines(linesText(lines))] : [say.more(others.length)];
  const indent = ' '.repeat(margin);
  const said = shown.map((finding, index) => {
    const { message, remedy } = finding;
    const same = shown[index + 1]?.remedy[lang] === remedy[lang];
    return [
      `${where(finding).padEnd(placeWidth)}  ${label(finding, lang, paint)}  ${message[lang]}`,
      ...(same ? [] : [`${indent}${paint('dim', `→ ${remedy[lang]}`)}`]),
    ].join('\n');
  });
  return [...said, ...rest.map((line) => indent + paint('dim', line))];
}

const linesText = (lines: readonly number[]): string =>
  lines.length > mostLines + 1
    ? `${lines.slice(0, mostLines).join(', ')}, … (${lines.length})`
    : lines.join(', ');

const placeWidth = 8;
const labelWidth = 9;
const margin = placeWidth + labelWidth + 4;

function where({ place: { line, column } }: Finding): string {
  if (line === null) return '';
  return `  ${line}${column === null ? '' : `:${column}`}`;
}

function label(finding: Finding, lang: Report['lang'], paint: Paint): string {
  const { severity, kind } = finding;
  const say = words[lang];
  if (isMended(finding)) return paint('green', say.mended.padEnd(labelWidth));
  const word = severity === 'ERROR' && kind === 'shape' ? say.violation : say[severity];
  return paint(
    severity === 'ERROR' ? 'red' : severity === 'WARNING' ? 'yellow' : 'cyan',
    word.padEnd(labelWidth),
  );
}

export function unreadableAsText({ place, lang, error }: UnreadableReport): string {
  const { line, column } = error.position;
  const at = [place, line, column].filter((part) => part !== undefined).join(':');
  const { unreadable, unjudged } = words[lang];
  return `${at} ${error instanceof UnjudgedDocument ? unjudged : unreadable}. ${error.said[lang]}`;
}
