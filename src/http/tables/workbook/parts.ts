/** The parts of a workbook beside its worksheets: styles, list of sheets, and how they belong together (ECMA-376 parts 1 and 2). */
import { attribute, plainAttribute } from './xml-text';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The formats of cells, by their place in the styles of the workbook. */
export const styleOf = { plain: 0, head: 1, day: 2, link: 3, wrapped: 4 } as const;

/** @param alignment how its text stands */
const xf = (font: number, numberFormat: number, alignment: string): string =>
  `<xf numFmtId="${numberFormat}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"${alignment}/></xf>`;

const dayFormat = 164;

const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="${dayFormat}" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">${[xf(0, 0, ''), xf(1, 0, ''), xf(0, dayFormat, ''), xf(2, 0, ''), xf(0, 0, ' wrapText="1"')].join('')}</cellXfs></styleSheet>`;

/** A part of the workbook: its path in the archive, and its text. */
export type Part = readonly [path: string, text: string];

/** The parts of a workbook with sheets of these names, in this order. */
export function partsOf(sheets: readonly string[]): Part[] {
  const each = <T>(of: (name: string, number: number) => T): T[] =>
    sheets.map((name, index) => of(name, index + 1));
  const styleId = `rId${sheets.length + 1}`;
  return [
    ['xl/styles.xml', styles],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${each(
        (name, number) => `<sheet name="${attribute(name)}" sheetId="${number}" r:id="rId${number}"/>`,
      ).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationshipsXml([
        ...each((_, number) => relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`)),
        relation(styleId, 'styles', 'styles.xml'),
      ]),
    ],
    ['_rels/.rels', relationshipsXml([relation('rId1', 'officeDocument', 'xl/workbook.xml')])],
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${mediaType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${mediaType}.styles+xml"/>${each(
        (_, number) =>
          `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${mediaType}.worksheet+xml"/>`,
      ).join('')}</Types>`,
    ],
  ];
}

/** The links of a sheet to the outside, by their ids. */
export const linksXml = (targets: readonly string[]): string =>
  relationshipsXml(
    targets.map((target, index) =>
      relation(`rId${index + 1}`, 'hyperlink', target, ' TargetMode="External"'),
    ),
  );

/** What a worksheet begins with. */
export const worksheetStart = `${declaration}<worksheet xmlns="${main}" xmlns:r="${relationships}">`;

const relation = (id: string, type: string, target: string, more = ''): string =>
  `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${plainAttribute(target)}"${more}/>`;

const relationshipsXml = (relations: readonly string[]): string =>
  `${declaration}<Relationships xmlns="${packageRelationships}">${relations.join('')}</Relationships>`;
