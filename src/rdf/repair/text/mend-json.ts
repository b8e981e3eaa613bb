/** Mends what a parser of JSON-LD passes over without a word: language tags that are none, and prefixes that no context declares. */
import type { Finding } from '../../finding';
import { mendedTag } from '../language-tag';
import { usualPrefixes } from '../namespaces';
import { type Edit, edited, placesIn } from './edits';
import { finding } from './finding';

interface Mended {
  readonly text: string;
  readonly findings: readonly Finding[];
}

interface Change extends Edit {
  readonly id: 'language-tag' | 'language-tag-impossible' | 'undeclared-prefix';
  readonly before: string;
  readonly after: string;
}

export function mendJson(text: string, document: string): Mended {
  const place = placesIn(text, document);
  const changes = [...tagsIn(text), ...prefixesIn(text)].sort((one, other) => one.start - other.start);
  return {
    text: edited(text, changes),
    findings: changes.map(({ id, start, before, after }) =>
      finding(id, { place: place(start), before, after }),
    ),
  };
}

const tag = /"@language"\s*:\s*"([^"\\]*)"/g;
/** Terms whose values are texts by language. */
const languageMap =
  /"([\w-]+)"\s*:\s*\{[^{}]*"@container"\s*:\s*(?:"@language"|\[[^\]]*"@language"[^\]]*\])/g;

function tagsIn(text: string): Change[] {
  const values = [...text.matchAll(tag)].flatMap(({ 0: whole, 1: written = '', index }) =>
    tagChange(written, index + whole.lastIndexOf(written)),
  );
  const terms = [...text.matchAll(languageMap)].map(([, term = '']) => term);
  if (terms.length === 0) return values;
  const maps = new RegExp(`"(?:${terms.join('|')})"\\s*:\\s*\\{([^{}]*)\\}`, 'g');
  return values.concat(
    [...text.matchAll(maps)].flatMap(({ 0: whole, 1: inner = '', index }) => {
      const start = index + whole.length - 1 - inner.length;
      return [...inner.matchAll(/"([^"\\@]+)"(?=\s*:\s*["[])/g)].flatMap(({ 1: written = '', index: at }) =>
        tagChange(written, start + at + 1),
      );
    }),
  );
}

const possible = /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i;

/** A text whose tag is none would be left out. */
function tagChange(written: string, start: number): Change[] {
  const mended = mendedTag(written);
  if (mended === null && (written === '' || possible.test(written))) return [];
  const id = mended === null ? 'language-tag-impossible' : 'language-tag';
  const text = mended ?? '';
  const end = start + written.length;
  return [{ id, start, end, text, before: `"${written}"`, after: `"${text}"` }];
}

/** Names with a prefix, where names stand: properties and classes. */
const properties = /"([a-z][\w-]*):[A-Za-z][\w-]*"\s*:/g;
const classes = /"@type"\s*:\s*(?:"[^"]*"|\[[^\]]*\])/g;

/** A context of the web may declare more than is known of it, and one of several is that of a part alone. */
const namesContext = /"@context"\s*:\s*(?:"|\[\s*(?:\{[^{}]*\}\s*,\s*)*")/;

/** Everybody uses these prefixes in the same way; a context that does not declare them gets them. */
function prefixesIn(text: string): Change[] {
  if (namesContext.test(text) || (text.match(/"@context"\s*:/g)?.length ?? 0) > 1) return [];
  const used = new Set([...text.matchAll(properties)].map(([, prefix = '']) => prefix));
  for (const [written] of text.matchAll(classes))
    for (const [, prefix = ''] of written.slice('"@type"'.length).matchAll(/"([a-z][\w-]*):[A-Za-z]/g))
      used.add(prefix);
  const missing = [...used].filter(
    (prefix) => usualPrefixes[prefix] !== undefined && !new RegExp(`"${prefix}"\\s*:`).test(text),
  );
  if (missing.length === 0) return [];
  const declared = missing.map((prefix) => `"${prefix}": "${usualPrefixes[prefix] ?? ''}"`).join(', ');
  const edit = contextWith(text, declared);
  if (edit === null) return [];
  return missing.map((prefix, index) => ({
    id: 'undeclared-prefix',
    ...edit,
    // The first one declares all.
    text: index === 0 ? edit.text : '',
    before: `${prefix}:`,
    after: `"@context": {"${prefix}": "${usualPrefixes[prefix] ?? ''}"}`,
  }));
}

/** The first context of a document, with more declarations; they stand on its first line. */
function contextWith(text: string, declared: string): Edit | null {
  const { 0: named = '', index: at } = /"@context"\s*:\s*(?=[[{])/.exec(text) ?? {};
  if (at === undefined) {
    const start = text.indexOf('{') + 1;
    const isList = /^\s*\[/.test(text);
    return start === 0 || isList ? null : { start, end: start, text: `"@context": {${declared}},` };
  }
  const start = at + named.length;
  const isEmpty = /^[[{]\s*[\]}]/.test(text.slice(start));
  const added = text[start] === '[' ? `{${declared}}` : declared;
  return { start: start + 1, end: start + 1, text: isEmpty ? added : `${added}, ` };
}
