/** What a path of the gateway is about: a record, a list of records, a vocabulary or another page, and the suffix for one of its representations. */
import { ownVocabularies } from '../../resource/own-vocabularies';
import type { Description } from '../../resource/description';
import { slugPattern } from '../../resource/identity';
import type { Registry } from '../../resource/registry';
import type { LanguageTag } from '../../resource/text';
import { vocabularyPath, type ConceptScheme } from '../../vocabulary/concept-scheme';
import { sitePageAt } from '../../web/pages/pages';
import type { SitePage } from '../../web/pages/site-page';

/** A record, or the list of all records of a class. */
export type RecordSubject =
  | { readonly kind: 'record'; readonly description: Description; readonly key: string }
  | { readonly kind: 'list'; readonly description: Description };

/** A record, a list, a vocabulary of the gateway's own, or a page that shows none of these. */
export type Subject =
  | RecordSubject
  | { readonly kind: 'vocabulary'; readonly scheme: ConceptScheme }
  | { readonly kind: 'page'; readonly page: SitePage };

/** The record or list that a representation is about which only these have. */
export function recordOrList(subject: Subject): RecordSubject {
  if (subject.kind === 'record' || subject.kind === 'list') return subject;
  throw new Error(`A ${subject.kind} is neither a record nor a list.`);
}

/** An address with the representation that its suffix names. */
export interface Address {
  readonly subject: Subject;
  /** The path without suffix and trailing slash, such as `/institutions/marburg`. */
  readonly path: string;
  /** The suffix without its dot, such as `ttl`; null without one. */
  readonly extension: string | null;
  /** The language that the path names, as `/de` does. */
  readonly language?: LanguageTag;
}

/** Two ends with their classes, and a role. */
const mostSegments = 6;
/** No key is longer, and nothing of a longer path is decoded. */
const longestPath = 2_000;

const withoutSlash = (path: string): string => path.replace(/(?<=[^/])\/$/, '');

/** The address of the front page in German; `/` is in the language that the client prefers. */
const germanFront = '/de';

/** The page at a path that is no record, list or vocabulary. */
function pageAddress(path: string): Address | null {
  const [, name = '', extension = null] = /^(\/[^.]*?)(?:\.([^./]+))?$/.exec(withoutSlash(path)) ?? [];
  const isGermanFront = name === germanFront;
  const page = sitePageAt(isGermanFront ? '/' : name);
  if (!page || (page.path === '/' && extension !== null)) return null;
  return {
    subject: { kind: 'page', page },
    path: page.path,
    extension,
    ...(isGermanFront && { language: 'de' }),
  };
}

/** The address at a path; null if nothing can be there. One trailing slash is allowed. */
export function addressAt(path: string, registry: Registry): Address | null {
  if (path.length > longestPath) return null;
  const page = pageAddress(path);
  if (page) return page;
  const [empty, ...written] = withoutSlash(path).split('/');
  if (empty !== '' || written.length === 0 || written.length > mostSegments) return null;
  const segments = written.map(decoded);
  const last = segments.at(-1) ?? '';
  const dot = last.indexOf('.');
  const extension = dot < 0 ? null : last.slice(dot + 1);
  const names = [...segments.slice(0, -1), dot < 0 ? last : last.slice(0, dot)];
  const [folder, name = ''] = names;
  if (folder === vocabularyPath && names.length === 2) {
    const scheme = ownVocabularies(registry).get(name);
    return scheme && extension !== ''
      ? { subject: { kind: 'vocabulary', scheme }, path: `/${folder}/${name}`, extension }
      : null;
  }
  if (extension === '' || !names.every((name) => slugPattern.test(name))) return null;
  const key = names.join('/');
  const description = registry.ofKey(names.length === 1 ? `${key}/` : key);
  if (!description) return null;
  const subject: RecordSubject =
    names.length === 1 ? { kind: 'list', description } : { kind: 'record', description, key };
  return { subject, path: `/${key}`, extension };
}

/** Empty, which is no name, if the escapes are wrong. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
