/** The report for programs. */
import { shownName } from '../../rdf/shown-term';
import { countsOf, type Report, type UnreadableReport } from './report';

const shown = (value: unknown) => JSON.stringify(value, null, 2);

export const asJson = ({
  place,
  format,
  statements,
  records,
  lang,
  verdicts,
  findings,
  recordOf,
}: Report): string =>
  shown({
    document: place,
    format,
    ...(records === undefined ? { statements } : { records }),
    // Where nothing was judged, nothing conforms, and nothing fails.
    conforms: verdicts.length === 0 ? null : verdicts.every(({ conforms }) => conforms),
    profiles: verdicts.map(({ profile: { name, release }, level, conforms }) => ({
      name,
      release,
      level,
      conforms,
    })),
    ...countsOf(findings),
    findings: findings.map(
      ({
        id,
        kind,
        severity,
        profile,
        subject,
        property,
        value,
        place: at,
        before,
        after,
        message,
        remedy,
      }) => ({
        id,
        kind,
        severity,
        ...(profile !== undefined && { profile }),
        line: at.line,
        column: at.column,
        record: subject && recordOf(subject),
        subject,
        property,
        term: property && shownName(property),
        value,
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
        message: message[lang],
        remedy: remedy[lang],
      }),
    ),
  });

export const unreadableAsJson = ({ place, lang, error }: UnreadableReport): string =>
  shown({
    document: place,
    conforms: null,
    error: {
      message: error.said[lang],
      line: error.position.line ?? null,
      column: error.position.column ?? null,
    },
  });
