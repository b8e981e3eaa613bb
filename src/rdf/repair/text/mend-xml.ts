/** Mends what no parser of XML reads, but leaves no doubt: an ampersand that begins no entity. */
import type { Finding } from '../../finding';
import { type Edit, edited, placesIn } from './edits';
import { finding } from './finding';

interface Mended {
  readonly text: string;
  readonly findings: readonly Finding[];
}

const parts = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|&(?!(?:[A-Za-z_][\w.-]*|#\d+|#x[\da-fA-F]+);)/g;

export function mendXml(text: string, document: string): Mended {
  const place = placesIn(text, document);
  const edits: Edit[] = [];
  const findings: Finding[] = [];
  for (const { 0: part, index } of text.matchAll(parts)) {
    if (part !== '&') continue;
    edits.push({ start: index, end: index + 1, text: '&amp;' });
    findings.push(finding('ampersand', { place: place(index), value: '&', before: '&', after: '&amp;' }));
  }
  return { text: edited(text, edits), findings };
}
