/** The parts of an RDF/XML document that can be read one by one. */
import { UnreadableDocument } from '../../reading/document';

/** An RDF/XML document in parts: each describes a record. */
export interface XmlParts {
  /** Up to and with the opening tag of `rdf:RDF`. */
  readonly opening: string;
  readonly closing: string;
  /** The offsets at which the parts begin. */
  readonly starts: readonly number[];
  /** Where the last part ends. */
  readonly end: number;
}

/** Null if the document has no element `rdf:RDF`. */
export function partsOfXml(text: string): XmlParts | null {
  const open = /<(\w+:)?RDF(?:\s[^<>]*)?>/.exec(text);
  if (!open) return null;
  const [tag, prefix = ''] = open;
  const from = open.index + tag.length;
  const closing = `</${prefix}RDF>`;
  const last = text.lastIndexOf(closing);
  const end = last < from ? text.length : last;
  const first = /^([ \t]*)<([\w:.-]+)/m.exec(text.slice(from, end));
  if (!first) return null;
  const [, indent = '', name = ''] = first;
  const onLines = new RegExp(`^${indent}<(?=[A-Za-z_])`, 'gm');
  const inOneLine = new RegExp(`(?<=</${name}>)\\s*<(?=[A-Za-z_])`, 'g');
  const body = text.slice(from, end);
  const count = body.match(onLines)?.length ?? 0;
  const starts = [...body.matchAll(count > 1 ? onLines : inOneLine)].map(({ index }) => from + index);
  const start = from + first.index;
  return {
    opening: text.slice(0, from),
    closing,
    starts: starts[0] === start ? starts : [start, ...starts.filter((one) => one > start)],
    end,
  };
}

/** The elements `rdf:RDF` within another document, each on the line on which it stands; none if the document is one itself. */
export function rdfPartsOf(text: string): string[] {
  const root = /<([A-Za-z_][\w.:-]*)/.exec(text.replace(/<\?[^]*?\?>|<!--[^]*?-->/g, ''))?.[1] ?? '';
  if (/^(?:[\w.-]+:)?RDF$/.test(root)) return [];
  const parts = [...text.matchAll(/<((?:[\w.-]+:)?RDF)(?=[\s>])([^<>]*)>[^]*?<\/\1\s*>/g)];
  const [first] = parts;
  if (!first) return [];
  const around = [...text.slice(0, first.index).matchAll(/\sxmlns:[\w.-]+\s*=\s*(?:"[^"]*"|'[^']*')/g)];
  const namespaces = around.map(([declaration]) => declaration.trim());
  return parts.map(({ 0: part, 1: name = '', 2: attributes = '', index }) => {
    const lines = '\n'.repeat(text.slice(0, index).split('\n').length - 1);
    const added = namespaces.filter((each) => !attributes.includes(each.replace(/\s*=.*$/s, '')));
    return `${lines}<${name}${added.map((each) => ` ${each}`).join('')}${part.slice(1 + name.length)}`;
  });
}

/** So many characters may come of entities. */
const mostExpanded = 10_000_000;

/** Parsers need more time for each level; no metadata are nested like this. */
const deepest = 200;

const tags = /<(?:!--[^]*?-->|!\[CDATA\[[^]*?\]\]>|(\/)?[A-Za-z_][^<>]*?(\/)?>)/g;

/** @throws UnreadableDocument for elements that are nested too deeply, and entities that become huge when they are written out */
export function checkXml(text: string): void {
  let depth = 0;
  for (const [tag, closing, empty] of text.matchAll(tags)) {
    if (tag.startsWith('<!') || empty) continue;
    depth += closing ? -1 : 1;
    if (depth > deepest)
      throw new UnreadableDocument({
        de: `Dieses XML ist tiefer als ${deepest} Ebenen verschachtelt. Die Einträge einzeln beschreiben.`,
        en: `This XML is nested deeper than ${deepest} levels. Describe its records one by one.`,
      });
  }
  checkEntities(text);
}

function checkEntities(text: string): void {
  const doctype = /<!DOCTYPE[^[>]*\[([^]*?)\]\s*>/.exec(text.slice(0, 1_000_000))?.[1];
  if (doctype === undefined) return;
  const refused = new UnreadableDocument({
    de: 'Die Entitäten verweisen aufeinander oder auf andere Dateien, oder werden ausgeschrieben zu groß. Die Werte ohne Entitäten ausschreiben.',
    en: 'Its entities refer to each other, to other files, or become too large when they are written out. Write the values out, without entities.',
  });
  const entities = [...doctype.matchAll(/<!ENTITY\s+(%\s+)?(\S+)\s+(SYSTEM|PUBLIC)?\s*["']([^"']*)["']/g)];
  let size = 0;
  for (const [, parameter, name = '', external, value = ''] of entities) {
    if (parameter !== undefined || external !== undefined || /&(?!#|amp;|lt;|gt;|quot;|apos;)/.test(value))
      throw refused;
    size += value.length * (text.split(`&${name};`).length - 1);
    if (size > mostExpanded) throw refused;
  }
}
