/** Whether a document is a table that people fill in: by its content, and for CSV by what is said of it. */
import { isWorkbook } from './read-xlsx';

export function isTable(bytes: Uint8Array, type: string | null, address: string): boolean {
  if (/^text\/(?:csv|tab-separated-values)\b/i.test(type ?? '') || /\.(?:csv|tsv)$/i.test(address))
    return true;
  if (!isWorkbook(bytes)) return false;
  // Other archives have other parts, whose names are not compressed. Workbooks from before 2007 are none.
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return content[0] !== 0x50 || ['xl/workbook.xml', 'content.xml'].some((name) => content.includes(name));
}
