/** Columns of findings of which the line is known: where the value, or else the property, stands for the first time. */
import type { Finding } from '../finding';

export function withColumns(findings: readonly Finding[], text: string): Finding[] {
  const wanted = new Set(findings.map(({ place }) => place.line));
  const sources = new Map<number, string>();
  let [line, start] = [1, 0];
  while (start <= text.length) {
    const end = text.indexOf('\n', start);
    if (wanted.has(line)) sources.set(line, text.slice(start, end < 0 ? text.length : end));
    if (end < 0) break;
    start = end + 1;
    line += 1;
  }
  return findings.map((finding) => {
    const { place } = finding;
    const source = place.line === null || place.column !== null ? undefined : sources.get(place.line);
    if (source === undefined) return finding;
    const at = candidates(finding)
      .map((one) => source.indexOf(one))
      .find((index) => index >= 0);
    const column = (at ?? Math.max(source.search(/\S/), 0)) + 1;
    return { ...finding, place: { ...place, column } };
  });
}

/** So much of a long value is enough. */
const enough = 40;

const localName = (iri: string) => iri.replace(/^.*[/#]/, '').replace(/>$/, '');

function* partsOf({ before, value, property }: Finding): Iterable<string> {
  for (const term of [before, value]) {
    if (term == null || term === '') continue;
    const [, text] = /^"((?:[^"\\]|\\.)*)"/s.exec(term) ?? [];
    if (text !== undefined) yield text.slice(0, enough);
    else if (term.startsWith('<')) yield* [term, term.slice(1, -1), localName(term)];
    else yield term;
  }
  if (property !== null) yield localName(property);
}

const candidates = (finding: Finding) => [...partsOf(finding)].filter((part) => part.trim() !== '');
