/** Mends what no parser of XML reads, but leaves no doubt: entities of HTML, prefixes that are not declared, and RDF's attributes without theirs. */
import type { Finding } from '../../finding';
import { plainText } from '../../reading/html';
import { usualPrefixes } from '../namespaces';
import { type Edit, edited, placesIn } from './edits';
import { finding } from './finding';

interface Mended {
  readonly text: string;
  readonly findings: readonly Finding[];
}

interface Change extends Edit {
  readonly id: 'ampersand' | 'html-entity' | 'undeclared-prefix' | 'attribute-without-prefix';
  readonly before: string;
  readonly after: string;
}

const parts =
  /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<[A-Za-z_][^<>]*>|&(?:([A-Za-z][\w.-]*);|(?!#\d+;|#x[\da-fA-F]+;))/g;
const own: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

export function mendXml(text: string, document: string): Mended {
  const place = placesIn(text, document);
  const changes = changesIn(text);
  return {
    text: edited(text, changes),
    findings: changes.map(({ id, start, before, after }) =>
      finding(id, { place: place(start), value: before, before, after }),
    ),
  };
}

function changesIn(text: string): Change[] {
  const entities = new Set(
    [...text.slice(0, 1_000_000).matchAll(/<!ENTITY\s+(\S+)/g)].map(([, name]) => name),
  );
  const declared = new Set([...text.matchAll(/\sxmlns:([\w.-]+)\s*=/g)].map(([, prefix = '']) => prefix));
  const changes: Change[] = [];
  let rootEnd: number | null = null;
  for (const { 0: part, 1: entity, index } of text.matchAll(parts)) {
    if (part.startsWith('<!')) continue;
    if (part.startsWith('<')) {
      rootEnd ??= index + part.length - (part.endsWith('/>') ? 2 : 1);
      changes.push(...attributesOf(part, index), ...prefixesOf(part, declared, rootEnd));
      changes.push(...ampersandsIn(part, index, entities));
      continue;
    }
    const change = ofAmpersand(entity, index, entities);
    if (change) changes.push(change);
  }
  return changes.sort((one, other) => one.start - other.start);
}

/** Addresses in attributes have them, too. */
function ampersandsIn(tag: string, index: number, entities: ReadonlySet<string | undefined>): Change[] {
  if (!tag.includes('&')) return [];
  return [...tag.matchAll(/&(?:([A-Za-z][\w.-]*);|(?!#\d+;|#x[\da-fA-F]+;))/g)].flatMap(
    ({ 1: entity, index: at }) => ofAmpersand(entity, index + at, entities) ?? [],
  );
}

function ofAmpersand(
  entity: string | undefined,
  start: number,
  declared: ReadonlySet<string | undefined>,
): Change | null {
  if (entity === undefined)
    return { id: 'ampersand', start, end: start + 1, text: '&amp;', before: '&', after: '&amp;' };
  if (own.has(entity) || declared.has(entity)) return null;
  const before = `&${entity};`;
  const after = plainText(before);
  if (after === before)
    return { id: 'ampersand', start, end: start + 1, text: '&amp;', before: '&', after: '&amp;' };
  return { id: 'html-entity', start, end: start + before.length, text: after, before, after };
}

/** RDF/XML once had these attributes without a prefix. */
function attributesOf(tag: string, index: number): Change[] {
  return [...tag.matchAll(/(?<=\s)(about|resource|ID|nodeID|datatype|parseType)(?=\s*=\s*["'])/g)].map(
    ({ 0: before, index: at }) => {
      const start = index + at;
      const after = `rdf:${before}`;
      return {
        id: 'attribute-without-prefix',
        start,
        end: start + before.length,
        text: after,
        before,
        after,
      };
    },
  );
}

/** The prefixes of a tag that nothing declares, and that everybody uses in the same way: declared in the first element. */
function prefixesOf(tag: string, declared: Set<string>, rootEnd: number): Change[] {
  const bare = tag.replace(/"[^"]*"|'[^']*'/g, '');
  return [...bare.matchAll(/(?<=<\/?|\s)([A-Za-z_][\w.-]*):(?=[A-Za-z_])/g)].flatMap(([, prefix = '']) => {
    const namespace = usualPrefixes[prefix];
    if (declared.has(prefix) || namespace === undefined) return [];
    declared.add(prefix);
    const after = `xmlns:${prefix}="${namespace}"`;
    const change = { start: rootEnd, end: rootEnd, text: ` ${after}`, before: `${prefix}:`, after };
    return [{ id: 'undeclared-prefix' as const, ...change }];
  });
}
