/** The sheet of a template with the code lists, from which drop-downs choose. */
import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import { codesOf } from '../../vocabulary/concept-scheme';
import { choicesOf } from './explained-column';
import { sheetsForReading } from './sheet-names';
import { lettersOf } from './sheet';
import { schemesIn, type TemplateSheet } from './template';
import { templateWords } from './template-words';
import type { TableLanguage } from './write-cell';

/** How heads look. */
export const bold: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E2EAF4' } },
};
export interface CodeLists {
  readonly sheet: WriteSheet;
  /** The range of the choices of a vocabulary. */
  readonly rangeOf: (scheme: string) => string;
}

/** Three columns for each vocabulary: what is chosen, its code, and what it is called in the other language. */
export function codeLists(template: readonly TemplateSheet[], lang: TableLanguage): CodeLists {
  const { list, code } = templateWords[lang];
  const other = lang === 'de' ? 'en' : 'de';
  const name = sheetsForReading[lang].codes;
  const schemes = schemesIn(template);
  const longest = Math.max(0, ...schemes.map((scheme) => codesOf(scheme).length));
  const columns = schemes.flatMap((scheme) => {
    const codes = codesOf(scheme);
    return [
      [scheme.name, list, ...choicesOf(scheme, lang)],
      ['', code, ...codes],
      ['', other, ...codes.map((each) => scheme.concepts[each]?.[other] ?? '')],
    ];
  });
  const rows = Array.from({ length: longest + 2 }, (_, row) => columns.map((column) => column[row] ?? null));
  const cells = new Map<string, object>();
  for (const row of [0, 1])
    rows[row]?.forEach((value, index) =>
      cells.set(`${row},${index}`, { value, type: 'string', style: bold }),
    );
  const ranges = new Map(
    schemes.map((scheme, index) => {
      const letters = lettersOf(index * 3 + 1);
      return [scheme.name, `'${name}'!$${letters}$3:$${letters}$${codesOf(scheme).length + 2}`];
    }),
  );
  return {
    sheet: { name, rows, cells, columns: columns.map(() => ({ width: 26 })), freezePane: { rows: 2 } },
    rangeOf: (scheme) => ranges.get(scheme) ?? '',
  };
}
