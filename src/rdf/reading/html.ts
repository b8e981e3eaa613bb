/** Web pages: what of their metadata is embedded as JSON-LD, and which is linked. */
import { Parser } from 'htmlparser2';
import { acceptedTypes } from './accepted-types';

/** Whether a text is a page. */
export const isHtml = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+)?html[\s>]/i.test(text.slice(0, 4096));

/** A `<link>` of a page, with its address as it is written. */
export interface PageLink {
  readonly rel: string;
  readonly href: string;
  readonly type: string;
}

/** JSON-LD of a page. */
export interface Script {
  readonly text: string;
  /** How many lines of the page stand before it. */
  readonly linesBefore: number;
}

/** What a page says of its metadata. */
export function scanPage(html: string): { links: PageLink[]; scripts: Script[] } {
  const found: { links: PageLink[]; scripts: Script[] } = { links: [], scripts: [] };
  let script: { text: string; linesBefore: number } | null = null;
  const parser = new Parser({
    onopentag: (name, { rel = '', href = '', type = '' }) => {
      if (name === 'link' && href !== '')
        for (const each of rel.toLowerCase().split(/\s+/)) found.links.push({ rel: each, href, type });
      if (name === 'script' && /^application\/ld\+json\b/i.test(type.trim()))
        script = { text: '', linesBefore: html.slice(0, parser.endIndex + 1).split('\n').length - 1 };
    },
    ontext: (data) => {
      if (script) script.text += data;
    },
    onclosetag: (name) => {
      if (name !== 'script' || !script) return;
      if (script.text.trim() !== '') found.scripts.push(script);
      script = null;
    },
  });
  parser.end(html);
  return found;
}

/** The JSON-LD of a page as one document, in which everything stays on its line; null if it has none. */
export function embeddedIn(html: string): { text: string; count: number } | null {
  const { scripts } = scanPage(html);
  if (scripts.length === 0) return null;
  let [text, lines] = ['', 0];
  for (const [index, script] of scripts.entries()) {
    const between = '\n'.repeat(Math.max(script.linesBefore - lines, 0));
    // A script may be a list itself.
    const [, items] = /^\s*\[([^]*)\]\s*$/.exec(script.text) ?? [];
    text += `${between}${scripts.length > 1 ? (index === 0 ? '[' : ',') : ''}${scripts.length > 1 ? (items ?? script.text) : script.text}`;
    lines = text.split('\n').length - 1;
  }
  return { text: scripts.length > 1 ? `${text}]` : text, count: scripts.length };
}

/** The address of the RDF that a page names as its metadata, as it is written; null if it names none. */
export function metadataLinkIn(html: string): string | null {
  const links = scanPage(html).links.filter(({ type }) => isRdfType(type));
  const found = ['describedby', 'alternate'].flatMap(
    (wanted) => links.find(({ rel }) => rel === wanted) ?? [],
  );
  return found[0]?.href ?? null;
}

/** Whether a media type is that of RDF. */
export const isRdfType = (type: string | null): boolean =>
  /^\w+\/[\w.+-]+/.test(type ?? '') &&
  acceptedTypes.includes((type ?? '').split(';')[0]?.trim().toLowerCase() ?? '');

const blocks =
  /^(?:address|article|blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|td|th|tr|ul)$/;

const unreadElements = /^(?:script|style|template)$/;

/** The text of a piece of HTML as people read it: entities are written out, and blocks stand on lines of their own. */
export function plainText(html: string): string {
  let text = '';
  /** Scripts and styles are no text that people read. */
  let unread = 0;
  const broken = () => (text = text.replace(/ +$/, '').replace(/(?<!\n)$/, '\n'));
  const parser = new Parser({
    onopentag: (name) => {
      if (unreadElements.test(name)) unread += 1;
      if (blocks.test(name) && text !== '') broken();
      if (name === 'li') text += '- ';
    },
    ontext: (data) => {
      if (unread === 0) text += data;
    },
    onclosetag: (name) => {
      if (unreadElements.test(name)) unread -= 1;
      if (blocks.test(name) && name !== 'br') broken();
    },
  });
  parser.end(html);
  return text.trim() === '' ? text : text.trim();
}
