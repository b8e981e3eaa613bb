/** Texts in the XML of a workbook. */
import { workbookText } from '../../../resource/canonical/workbook-text';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Beside what Excel encodes, control characters and line ends that XML would not keep. */
export const xmlText = (text: string): string =>
  workbookText(text)
    .replace(/(?![\t\n\x7F-\x9F])\p{Cc}|\p{Cs}/gu, codeOf)
    .replace(/[&<>]/g, entityOf);

const entityOf = (character: string): string => entities[character] ?? '';

const codeOf = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Text within an attribute. */
export const attribute = (text: string): string => xmlText(text).replaceAll('"', '&quot;');

/** An address within an attribute. Excel decodes nothing in it. */
export const plainAttribute = (address: string): string => address.replace(/[&<>"]/g, entityOf);
