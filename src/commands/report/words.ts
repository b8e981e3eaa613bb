/** The words of the report for people. */

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const words = {
  en: {
    statements: (count: number) => counted(count, 'statement', 'statements'),
    records: (count: number) => counted(count, 'record', 'records'),
    document: 'The document',
    noAddress: '(without an address)',
    ERROR: 'error',
    WARNING: 'warning',
    INFO: 'note',
    violation: 'violation',
    mended: 'mended',
    lines: (lines: string) => `and the same in lines ${lines}`,
    more: (count: number) => `and ${count} more like it`,
    verdict: (conforms: boolean, title: string, level: string | null) =>
      `${conforms ? 'conforms to' : 'does not conform to'} ${title}${level === null ? '' : ` at the level ${level}`}`,
    counts: ({ errors, warnings, notes, mended }: Counts) =>
      [
        counted(errors, 'error', 'errors'),
        counted(warnings, 'warning', 'warnings'),
        ...(notes > 0 ? [counted(notes, 'note', 'notes')] : []),
        ...(mended > 0 ? [`${mended} of them mended by itself`] : []),
      ].join(', '),
    clean: 'nothing to mend',
    unreadable: 'cannot be read',
    unjudged: 'cannot be judged',
    written: (file: string, leftOut: number) =>
      `The document with what was mended: ${file}${leftOut === 0 ? '' : `; ${counted(leftOut, 'part', 'parts')} that could not be read, as comments at its end`}`,
    recommended: (names: string) => `Recommended, and missing: ${names}.`,
    state: 'State what is known.',
  },
  de: {
    statements: (count: number) => counted(count, 'Aussage', 'Aussagen'),
    records: (count: number) => counted(count, 'Datensatz', 'Datensätze'),
    document: 'Das Dokument',
    noAddress: '(ohne Adresse)',
    ERROR: 'Fehler',
    WARNING: 'Warnung',
    INFO: 'Hinweis',
    violation: 'Verstoß',
    mended: 'behoben',
    lines: (lines: string) => `und ebenso in den Zeilen ${lines}`,
    more: (count: number) => `und ${count} weitere dieser Art`,
    verdict: (conforms: boolean, title: string, level: string | null) =>
      `${conforms ? 'entspricht' : 'entspricht nicht'} ${title}${level === null ? '' : ` auf der Stufe ${level}`}`,
    counts: ({ errors, warnings, notes, mended }: Counts) =>
      [
        counted(errors, 'Fehler', 'Fehler'),
        counted(warnings, 'Warnung', 'Warnungen'),
        ...(notes > 0 ? [counted(notes, 'Hinweis', 'Hinweise')] : []),
        ...(mended > 0 ? [`davon ${mended} von selbst behoben`] : []),
      ].join(', '),
    clean: 'nichts zu beheben',
    unreadable: 'kann nicht gelesen werden',
    unjudged: 'kann nicht beurteilt werden',
    written: (file: string, leftOut: number) =>
      `Das Dokument mit dem, was behoben wurde: ${file}${leftOut === 0 ? '' : `; ${counted(leftOut, 'Teil', 'Teile')}, nicht lesbar, als Kommentar am Ende`}`,
    recommended: (names: string) => `Empfohlen, und fehlt: ${names}.`,
    state: 'Angeben, was bekannt ist.',
  },
};

interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly mended: number;
}
