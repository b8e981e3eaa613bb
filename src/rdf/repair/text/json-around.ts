/** JSON whose context is known though it does not name it, and JSON-LD that is written one object in each line. */
import type { Finding } from '../../finding';
import { finding } from './finding';

interface Found {
  readonly text: string;
  readonly type: 'application/ld+json';
  readonly findings: readonly Finding[];
}

/** Null for what is neither; lines stay what they are. */
export const jsonLdIn = (text: string, document: string): Found | null =>
  /^\s*\{/.test(text) ? (projectOpenData(text, document) ?? jsonLines(text, document)) : null;

const contextOfProjectOpenData = 'https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld';
const schemaOfProjectOpenData =
  /"conformsTo"\s*:\s*"https?:\/\/(?:project-open-data\.cio\.gov|resources\.data\.gov)\//;

/** `data.json` of DCAT-US 1.1 may leave its context out. https://resources.data.gov/resources/dcat-us/#context */
function projectOpenData(text: string, document: string): Found | null {
  if (/"@context"\s*:/.test(text) || !/"dataset"\s*:\s*\[/.test(text)) return null;
  if (!schemaOfProjectOpenData.test(text) && !/"accessLevel"\s*:/.test(text)) return null;
  const after = `"@context": "${contextOfProjectOpenData}"`;
  return {
    text: text.replace('{', `{${after},`),
    type: 'application/ld+json',
    findings: [
      finding('context-left-out', {
        place: { document, line: 1, column: null },
        before: '',
        after,
        words: { format: 'DCAT-US 1.1' },
      }),
    ],
  };
}

/** A line that begins an object of its own, after one that ended. */
const nextLine = /\}[ \t\r]*\n\s*(?=\{)/g;

function jsonLines(text: string, document: string): Found | null {
  if (!/"@(?:context|id|type)"/.test(text)) return null;
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < 2 || !lines.every((line) => line.startsWith('{') && line.endsWith('}'))) return null;
  return {
    text: `[${text.replace(nextLine, (between) => between.replace('}', '},'))}]`,
    type: 'application/ld+json',
    findings: [
      finding('json-lines', {
        place: { document, line: 1, column: null },
        words: { number: lines.length },
      }),
    ],
  };
}
