/** Mends signs that no parser of Turtle reads, but leave no doubt: typographic quotation marks, odd blanks, and the dots of declarations. */
import type { Finding } from '../../finding';
import { type Edit, edited, placesIn } from './edits';
import { finding } from './finding';
import { partsOfTurtle } from './scan-turtle';

interface Mended {
  readonly text: string;
  readonly findings: readonly Finding[];
}

type Id = 'typographic-quotes' | 'odd-blanks' | 'declaration-dot' | 'language-tag-impossible';

interface Change extends Edit {
  readonly id: Id;
  readonly after: string;
}

/** A text between typographic quotation marks, where a value may stand. */
const quoted = /(?<=[\s,;(])[“„«‟]([^“”„"«»\n]*)[“”»](?=\s*(?:@[A-Za-z]|\^\^|[;,.\])]))/g;
const blanks = /[\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+/g;
const withoutDot = /^([ \t]*@(?:prefix[ \t]+[\w.-]*:|base)[ \t]*<[^<>\s]*>)(?=[ \t]*(?:#.*)?$)(?!\s*\.)/gim;
const withDot = /^([ \t]*(?:prefix[ \t]+[\w.-]*:|base)[ \t]*<[^<>\s]*>)[ \t]*\.(?=[ \t]*(?:#.*)?$)/gim;
/** A tag that no parser takes. */
const longTag = /(?<=["'])@[A-Za-z\d_-]*[A-Za-z\d]{9}[A-Za-z\d_-]*/g;

export function mendTurtleSigns(text: string, document: string): Mended {
  const changes = [...changesIn(text)].sort((one, other) => one.start - other.start);
  const place = placesIn(text, document);
  const said = new Set<Id>();
  const findings = changes.flatMap(({ id, start, end, after }) => {
    const at = place(start);
    // One word is enough for all blanks of a document.
    if (id === 'odd-blanks' && said.has(id)) return [];
    said.add(id);
    const before = text.slice(start, end);
    return [finding(id, { place: at, value: before, before, after })];
  });
  return { text: edited(text, changes), findings };
}

function* changesIn(text: string): Iterable<Change> {
  const changed: Edit[] = [];
  for (const { 0: whole, 1: words = '', index: start } of outside(text, quoted)) {
    const change = { start, end: start + whole.length, text: JSON.stringify(words) };
    changed.push(change);
    yield { ...change, id: 'typographic-quotes', after: change.text };
  }
  const isChanged = (at: number) => changed.some(({ start, end }) => at >= start && at < end);
  for (const { 0: whole, index: start } of outside(text, blanks))
    if (!isChanged(start))
      yield { start, end: start + whole.length, text: ' ', id: 'odd-blanks', after: ' ' };
  for (const { 0: whole, index: start } of outside(text, withoutDot))
    yield {
      start: start + whole.length,
      end: start + whole.length,
      text: ' .',
      id: 'declaration-dot',
      after: `${whole.trim()} .`,
    };
  for (const { 0: whole, 1: declaration = '', index: start } of outside(text, withDot))
    yield {
      start,
      end: start + whole.length,
      text: declaration,
      id: 'declaration-dot',
      after: declaration.trim(),
    };
  for (const { 0: whole, index: start } of outside(text, longTag))
    yield { start, end: start + whole.length, text: '', id: 'language-tag-impossible', after: '' };
}

/** Matches that begin in no IRI, string or comment. Most documents have none, and are not taken apart. */
function outside(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return [];
  const parts = [...partsOfTurtle(text)];
  let at = 0;
  return matches.filter(({ index }) => {
    while ((parts[at]?.end ?? Infinity) <= index) at += 1;
    return (parts[at]?.start ?? Infinity) >= index;
  });
}
