/** Markdown of the documentation as HTML: headings with anchors as on GitHub, tables that scroll in their own region, queries with a link that runs them. */
import MarkdownIt from 'markdown-it';
import type { Doc, Section } from '../../web/pages/docs/doc';
import { siteAddress, type LinkTargets } from './links';
import { runLink } from './run-link';

/** HTML that the documentation may have within its text; all other is shown as it is written. */
const allowedTag = /^<\/?(?:br|code|sub|sup|kbd)\s*\/?>$/;

const markdown = new MarkdownIt({ html: true });
const { rules } = markdown.renderer;
const escape = markdown.utils.escapeHtml;

type Tokens = ReturnType<typeof markdown.parse>;
type Token = Tokens[number];

rules.html_inline = (tokens, index) => shownHtml(tokens[index]?.content ?? '');
rules.html_block = (tokens, index) => shownHtml(tokens[index]?.content ?? '');
rules.table_open = (tokens, index) =>
  `<div class="wide" role="region" tabindex="0" aria-label="${escape(tokens[index]?.content ?? '')}"><table>\n`;
rules.table_close = () => '</table></div>\n';
rules.fence = (tokens, index) => {
  const { content = '', meta } = tokens[index] ?? {};
  const { run = null } = (meta ?? {}) as { run?: string | null };
  const link = run === null ? '' : `<p class="run"><a href="${escape(run)}">Run in GraphiQL</a></p>\n`;
  return `<pre tabindex="0"><code>${escape(content)}</code></pre>\n${link}`;
};

/** Comments are left out; tags other than those of a text are shown as they are written. */
function shownHtml(html: string): string {
  if (/^\s*<!--[^]*-->\s*$/.test(html)) return '';
  return allowedTag.test(html) ? html : escape(html);
}

/** A page of the documentation. */
export function docOf(name: string, text: string, targets: LinkTargets): Doc {
  const tokens = markdown.parse(text, {});
  const sections = sectionsOf(tokens);
  for (const token of tokens) {
    if (token.type === 'fence' && token.info.trim() === 'graphql')
      token.meta = { run: runLink(token.content, targets.publicPath) };
    if (token.children) lead(token.children, targets);
  }
  const html = markdown.renderer.render(tokens, markdown.options, {});
  return { name, title: sections[0]?.title ?? name, html, sections };
}

/** Leads links and pictures to addresses of the site. The link to a file that the site does not show becomes plain text. */
function lead(tokens: Tokens, targets: LinkTargets): void {
  let isShown = true;
  for (const token of tokens) {
    if (token.type === 'link_open') isShown = leadTo(token, 'href', targets);
    if (token.type === 'image') leadTo(token, 'src', targets);
    if (isShown || !token.type.startsWith('link_')) continue;
    token.tag = 'span';
    token.attrs = null;
  }
}

function leadTo(token: Token, attribute: string, targets: LinkTargets): boolean {
  const address = siteAddress(String(token.attrGet(attribute) ?? ''), targets);
  token.attrSet(attribute, address ?? '');
  return address !== null;
}

/** The sections of a page, with the text below each heading. Headings get their anchors, tables the name of their section. */
function sectionsOf(tokens: Tokens): Section[] {
  const slugs = new Map<string, number>();
  const sections: (Omit<Section, 'text'> & { texts: string[] })[] = [];
  tokens.forEach((token, index) => {
    const last = sections.at(-1);
    if (token.type === 'heading_open') {
      const title = textOf(tokens[index + 1]?.children ?? []);
      const id = uniqueSlug(title, slugs);
      token.attrSet('id', id);
      sections.push({ id, level: Number(token.tag.slice(1)), title, texts: [] });
    }
    if (token.type === 'table_open') token.content = last?.title ?? '';
    const isHeading = tokens[index - 1]?.type === 'heading_open';
    if (token.type === 'inline' && !isHeading) last?.texts.push(textOf(token.children ?? []));
    if (token.type === 'fence') last?.texts.push(token.content);
  });
  return sections.map(({ texts, ...section }) => ({ ...section, text: texts.join('\n') }));
}

const textOf = (tokens: Tokens): string =>
  tokens
    .map(({ type, content }) => (type === 'softbreak' ? ' ' : type === 'html_inline' ? '' : content))
    .join('');

/** The anchor of a heading, as GitHub makes it. */
function uniqueSlug(text: string, taken: Map<string, number>): string {
  const slug = text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-');
  const count = taken.get(slug) ?? 0;
  taken.set(slug, count + 1);
  return count === 0 ? slug : `${slug}-${count}`;
}
