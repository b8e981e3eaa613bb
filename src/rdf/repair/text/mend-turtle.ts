/** Mends what parsers of Turtle do not read, or read as something else, but leaves no doubt. */
import type { Finding } from '../../finding';
import { parseUrl } from '../../../url';
import { encodedIri, isWritable } from '../iri-characters';
import { mendedTag } from '../language-tag';
import { withoutScheme } from '../without-scheme';
import { declaredPrefixes, type Prefixes } from './declared-prefixes';
import { type Edit, edited, placesIn } from './edits';
import { finding } from './finding';
import { partsOfTurtle } from './scan-turtle';

interface Mended {
  readonly text: string;
  readonly findings: readonly Finding[];
}

type Id = Parameters<typeof finding>[0];

/** A change, and what is said of it. */
interface Change extends Edit {
  readonly id: Id;
  readonly before: string;
  readonly after: string;
}

export function mendTurtle(text: string, document: string): Mended {
  const prefixes = declaredPrefixes(text);
  // With a base of its own, a document means its relative addresses.
  const base = /^\s*@?base\s*</im.test(text) ? null : document;
  const place = placesIn(text, document);
  const changes: Change[] = [];
  let from = 0;
  for (const { kind, start, end } of partsOfTurtle(text)) {
    changes.push(...namesWithSlash(text, from, start, prefixes));
    const change =
      kind === 'iri'
        ? ofIri(text, { start, end }, { prefixes, base })
        : kind === 'string'
          ? ofTag(text, end)
          : null;
    if (change) changes.push(change);
    from = change?.end ?? end;
  }
  changes.push(...namesWithSlash(text, from, text.length, prefixes));
  return {
    text: edited(text, changes),
    findings: changes.map(({ id, start, before, after }) =>
      finding(id, { place: place(start), value: before, before, after }),
    ),
  };
}

/** An IRI may be written with escapes. */
const withoutEscapes = (iri: string) => iri.replace(/\\u[\da-f]{4}|\\U[\da-f]{8}/gi, '');

interface Surroundings {
  readonly prefixes: Prefixes;
  /** What relative addresses are completed with; null if the document says so itself. */
  readonly base: string | null;
}

function ofIri(
  text: string,
  { start, end }: Pick<Edit, 'start' | 'end'>,
  { prefixes, base }: Surroundings,
): Change | null {
  const before = text.slice(start, end);
  const iri = before.slice(1, -1);
  const [, prefix, name = ''] = /^([\w.-]+):(?!\/\/)(.*)$/s.exec(iri) ?? [];
  // The empty prefix may be declared, too: what has none is not one of its names.
  const namespace = prefix === undefined || schemes.has(prefix) ? undefined : prefixes.get(prefix);
  const to = (id: Id, after: string): Change => ({ id, start, end, text: after, before, after });
  if (namespace !== undefined && /^https?:/.test(namespace))
    return to('prefix-in-brackets', `<${namespace}${encodedIri(name)}>`);
  // `a < b` is no IRI.
  if (!isWritable(withoutEscapes(iri)) && /[:/#]/.test(iri))
    return to('iri-characters', `<${encodedIri(iri)}>`);
  if (base !== null && /^10\.\d{4,9}\/[^\s<>]+$/.test(iri))
    return to('address-without-scheme', `<https://doi.org/${iri}>`);
  if (base !== null && withoutScheme.test(iri) && /^www\.|\//.test(iri))
    return to('address-without-scheme', `<https://${iri}>`);
  // What begins with # or is empty means the document itself.
  const relative = base !== null && /^[^#:<>\s]+$/.test(iri) ? parseUrl(iri, base) : null;
  return relative && to('relative-iri', `<${relative.href}>`);
}

/** Schemes of IRIs that somebody might take as a prefix. */
const schemes: ReadonlySet<string> = new Set([
  'http',
  'https',
  'urn',
  'mailto',
  'doi',
  'info',
  'tel',
  'ftp',
  'file',
  'data',
]);

const tag = /@([A-Za-z]+(?:[-_][A-Za-z0-9]+)*)/y;

/** A wrong tag that the grammar allows is mended in the statement. */
function ofTag(text: string, start: number): Change | null {
  tag.lastIndex = start;
  const [before = '', language = ''] = tag.exec(text) ?? [];
  const mended = language.includes('_') ? mendedTag(language) : null;
  if (mended === null) return null;
  return {
    id: 'language-tag',
    start,
    end: start + before.length,
    text: `@${mended}`,
    before,
    after: `@${mended}`,
  };
}

const slashed = /(?<![\w.:/<@-])([A-Za-z][\w.-]*):([\w.-]*\/[\w./-]*[\w-])(?=[\s;,.)\]]|$)/g;

function* namesWithSlash(text: string, from: number, to: number, prefixes: Prefixes): Iterable<Change> {
  const part = text.slice(from, to);
  if (!part.includes('/')) return;
  for (const { 0: before, 1: prefix = '', 2: name = '', index } of part.matchAll(slashed)) {
    const namespace = prefixes.get(prefix);
    if (namespace === undefined) continue;
    const after = `<${namespace}${name}>`;
    const start = from + index;
    yield { id: 'prefixed-name-with-slash', start, end: start + before.length, text: after, before, after };
  }
}
