/** What a path of the gateway is about: a record, a list of records or a vocabulary, and the suffix for one of its representations. */
import { ownVocabularies } from '../../rdf/vocabularies';
import type { Description } from '../../resource/description';
import { slugPattern } from '../../resource/identity';
import type { Registry } from '../../resource/registry';
import { vocabularyPath, type ConceptScheme } from '../../vocabulary/concept-scheme';

/** A record, or the list of all records of a class. */
export type RecordSubject =
  | { readonly kind: 'record'; readonly description: Description; readonly key: string }
  | { readonly kind: 'list'; readonly description: Description };

/** A record, a list, or a vocabulary of the gateway's own. */
export type Subject = RecordSubject | { readonly kind: 'vocabulary'; readonly scheme: ConceptScheme };

/** An address with the representation that its suffix names. */
export interface Address {
  readonly subject: Subject;
  /** The path without suffix and trailing slash, such as `/institutions/marburg`. */
  readonly path: string;
  /** The suffix without its dot, such as `ttl`; null without one. */
  readonly extension: string | null;
}

/** Two ends with their classes, and a role. */
const mostSegments = 6;
/** No key is longer, and nothing of a longer path is decoded. */
const longestPath = 2_000;

/** The address at a path; null if no record or list can be there. One trailing slash is allowed. */
export function addressAt(path: string, registry: Registry): Address | null {
  if (path.length > longestPath) return null;
  const [empty, ...written] = path.replace(/(?<=[^/])\/$/, '').split('/');
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
