/** The report for people: a verdict, and each finding with its place and its remedy. */
import type { Language, LocatedFinding, Report, UnreadableReport } from './located';

const longestValue = 100;

const words = {
  en: {
    conforms: (yes: boolean) => (yes ? 'conforms to' : 'does not conform to'),
    at: (level: string) => ` at the level ${level}`,
    counts: (violations: number, warnings: number) =>
      `${violations} violation${violations === 1 ? '' : 's'}, ${warnings} warning${warnings === 1 ? '' : 's'}`,
    violation: 'violation',
    warning: 'warning',
    unreadable: 'cannot be read',
    document: 'the document',
  },
  de: {
    conforms: (yes: boolean) => (yes ? 'entspricht' : 'entspricht nicht'),
    at: (level: string) => ` auf der Stufe ${level}`,
    counts: (violations: number, warnings: number) =>
      `${violations} ${violations === 1 ? 'Verstoß' : 'Verstöße'}, ${warnings} ${warnings === 1 ? 'Warnung' : 'Warnungen'}`,
    violation: 'Verstoß',
    warning: 'Warnung',
    unreadable: 'kann nicht gelesen werden',
    document: 'das Dokument',
  },
};

export function asText({ place, lang, format, judged, findings }: Report): string {
  const { conforms, at, counts } = words[lang];
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const level = judged.level === null ? '' : at(judged.level);
  const verdict = `${place} (${format}) ${conforms(judged.conforms)} ${judged.profile.title[lang]}${level}: ${counts(count('violation'), count('warning'))}.`;
  return [verdict, ...findings.map((finding) => told(finding, place, lang))].join('\n\n');
}

function told(finding: LocatedFinding, place: string, lang: Language): string {
  const { severity, focus, property, value, line, message, remedy } = finding;
  const where = line === null ? place : `${place}:${line}`;
  const what = [
    focus === null ? words[lang].document : focus.startsWith('_:') ? focus : `<${focus}>`,
    property,
  ];
  const cut = value !== null && value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
  const lines = [
    `${where}  ${words[lang][severity]}: ${message}`,
    [...what, cut].filter((part) => part !== null).join(' '),
    remedy,
  ];
  return lines.join('\n    ');
}

export function unreadableAsText({ place, lang, error }: UnreadableReport): string {
  const { line, column } = error.position;
  const where = [place, line, column].filter((part) => part !== undefined).join(':');
  return `${where} ${words[lang].unreadable}. ${error.message}`;
}
