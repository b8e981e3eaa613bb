/** Mends namespaces where documents declare them: `@prefix`, `xmlns:` and the context of JSON-LD. */
import type { Finding } from '../../finding';
import type { RdfSyntax } from '../../reading/recognise';
import { meantByPrefix, meantNamespace } from '../namespaces';
import { type Edit, edited, placesIn } from './edits';
import { finding } from './finding';

const turtle = /^[ \t]*@?prefix[ \t]+([\w.-]*):[ \t]*<([^<>\s]*)>/gim;
const xml = /\sxmlns:([\w.-]+)\s*=\s*["']([^"'<>&]*)["']/g;
const json = /"([\w.@-]+)"\s*:\s*"(https?:\/\/[^"\s]+)"/g;

const declarations: Partial<Record<RdfSyntax, RegExp>> = { Turtle: turtle, TriG: turtle, 'RDF/XML': xml };

interface Mended {
  readonly text: string;
  readonly findings: readonly Finding[];
}

export function mendNamespaces(text: string, syntax: RdfSyntax, document: string): Mended {
  const source = syntax === 'JSON-LD' ? contextOf(text) : { text, offset: 0 };
  const pattern = syntax === 'JSON-LD' ? json : declarations[syntax];
  if (!pattern) return { text, findings: [] };
  const place = placesIn(text, document);
  const edits: Edit[] = [];
  const findings: Finding[] = [];
  for (const match of source.text.matchAll(pattern)) {
    const [whole, prefix = '', declared = ''] = match;
    const meant = meantNamespace(declared) ?? meantByPrefix(prefix, declared, namesWith(prefix, text));
    if (meant === null) continue;
    const start = source.offset + match.index + whole.lastIndexOf(declared);
    edits.push({ start, end: start + declared.length, text: meant });
    findings.push(
      finding('namespace-wrong', {
        place: place(start),
        before: declared,
        after: meant,
        words: { prefix: `${prefix}:` },
      }),
    );
  }
  return { text: edited(text, edits), findings };
}

/** The local names that a document writes with a prefix. */
function namesWith(prefix: string, text: string): string[] {
  if (prefix === '') return [];
  const used = new RegExp(`(?<![\\w:/-])${prefix.replace(/[.-]/g, '\\$&')}:([A-Za-z][\\w-]*)`, 'g');
  return [...new Set([...withoutComments(text).matchAll(used)].map(([, name = '']) => name))];
}

const withoutComments = (text: string) => text.replace(/^[ \t]*#.*$/gm, '');

/** The first context of a JSON-LD document, up to the bracket that closes it. */
function contextOf(text: string): { text: string; offset: number } {
  const offset = text.indexOf('"@context"');
  const open = offset < 0 ? -1 : text.indexOf('{', offset);
  if (open < 0) return { text: '', offset: 0 };
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}' && (depth -= 1) === 0) return { text: text.slice(open, at), offset: open };
  }
  return { text: text.slice(open), offset: open };
}
