/** What every page needs to know: its reader's language, its own address, and where the others are. */
import { LRUCache } from 'lru-cache';
import { namesOfClass } from '../../resource/labels';
import type { Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import type { LanguageTag } from '../../resource/text';
import { vocabularyPath } from '../../vocabulary/concept-scheme';
import type { Notices } from './notices';
import type { NamedPage } from './site-page';
import { words, type Words } from './words';

/** What the site is called, in every language. */
export const siteName = 'NUM data-space gateway';

/** A representation of what the page shows. */
export interface Form {
  /** What people call it, such as `Turtle`. */
  readonly label: string;
  readonly type: string;
  readonly href: string;
}

/** What is the same on all pages of a gateway. */
export interface Frame {
  /** Paths of the style sheet and the icon; null if the pages have not been built. */
  readonly styles: string | null;
  readonly icon: string | null;
  /** The path of a script; null if the pages have not been built. Pages can be used without. */
  readonly scriptOf: (island: string) => string | null;
  readonly notices: Notices;
  /** The pages that show no single record or list, in the order of the navigation. */
  readonly pages: readonly NamedPage[];
}

export interface Site extends Frame {
  readonly registry: Registry;
  readonly language: LanguageTag;
  /** Whether the address names the language; then links to other pages do, too. */
  readonly isLanguageNamed: boolean;
  /** Base of the web addresses of records. */
  readonly publicUrl: string;
  /** Path prefix of the gateway. */
  readonly publicPath: string;
  /** The page's path without prefix, such as `/datasets/gecco`. */
  readonly path: string;
  /** The parameters of the page's address. */
  readonly parameters: URLSearchParams;
  /** The other representations of what the page shows. */
  readonly forms: readonly Form[];
}

export const wordsOf = ({ language }: Pick<Site, 'language'>): Words => words[language];

type Parameters = Iterable<readonly [string, string]>;

/** The path of a page of this gateway, in the language that this page was asked for. */
export function hrefOf(
  site: Pick<Site, 'publicPath' | 'isLanguageNamed' | 'language'>,
  path: string,
  parameters: Parameters = [],
): string {
  const given = [...parameters];
  // Most links have none, and a page has hundreds of links.
  if (given.length === 0 && !site.isLanguageNamed) return site.publicPath + path;
  const search = new URLSearchParams(given.map(([name, value]) => [name, value]));
  if (site.isLanguageNamed) search.set('lang', site.language);
  return `${site.publicPath}${path}?${search.toString()}`;
}

/** The path of a record at a web address of this catalogue; other addresses stay as they are. */
export function hrefOfIri(site: Site, iri: string): string {
  const base = `${site.publicUrl}/`;
  return iri.startsWith(base) ? hrefOf(site, `/${iri.slice(base.length)}`) : iri;
}

/** The path of this page in a language; null for the one that the client prefers. */
export function hrefIn({ publicPath, path, parameters }: Site, language: LanguageTag | null): string {
  const search = new URLSearchParams(parameters);
  search.delete('lang');
  if (language !== null) search.set('lang', language);
  const text = search.toString();
  return `${publicPath}${path}${text === '' ? '' : `?${text}`}`;
}

/** The same as a web address. */
export const addressIn = (site: Site, language: LanguageTag | null): string =>
  site.publicUrl + hrefIn({ ...site, publicPath: '' }, language);

/** The parameters that turn the pages of a list; all others narrow it or arrange it. */
const turningPages = ['first', 'after'];

/** Whether it is a later page of a list. Its cursor belongs to the order in one language. */
export const isLaterPage = ({ parameters }: Site): boolean => Boolean(parameters.get('after'));

/** The web address of a page of a list for search engines: a later page is a page of its own, not another address of the first one. */
export function canonicalOfPage(site: Site): string {
  const { publicUrl, path, parameters, isLanguageNamed, language } = site;
  if (!isLaterPage(site)) return `${publicUrl}${path}`;
  const search = new URLSearchParams([...parameters].filter(([name]) => turningPages.includes(name)));
  if (isLanguageNamed) search.set('lang', language);
  return `${publicUrl}${path}?${search.toString()}`;
}

/** Documents of some kilobytes, as parameters: nearly all pages link to one of the same few. */
const encodedQueries = new LRUCache<string, string>({ max: 200 });

function encodedQuery(query: string): string {
  const encoded = encodedQueries.get(query) ?? new URLSearchParams({ query }).toString();
  encodedQueries.set(query, encoded);
  return encoded;
}

/** The link that opens a query in GraphiQL and runs it. */
export function hrefOfQuery(site: Site, query: string, variables: object, format?: string): string {
  const { publicPath, isLanguageNamed, language } = site;
  const parameters = new URLSearchParams({ variables: JSON.stringify(variables) });
  if (format !== undefined) parameters.set('format', format);
  else if (isLanguageNamed) parameters.set('lang', language);
  return `${publicPath}/graphql?${encodedQuery(query)}&${parameters.toString()}`;
}

/** What one record of a class is called in the reader's language, and several. */
export const namesIn = ({ language }: Pick<Site, 'language'>, description: Description) =>
  namesOfClass(description)[language];

/** The pages above that of a record, or of what belongs to no class. */
export const above = (site: Site, description: Description | null) => [
  { path: '/', name: wordsOf(site).start },
  ...(description ? [{ path: `/${description.path}`, name: namesIn(site, description).many }] : []),
];

/** The page of a concept of a vocabulary of the gateway's own. */
export const hrefOfConcept = (site: Site, scheme: string, code: string): string =>
  `${hrefOf(site, `/${vocabularyPath}/${scheme}`)}#${code}`;
