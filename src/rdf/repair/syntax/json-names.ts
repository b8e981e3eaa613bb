/** Names in JSON-LD that parsers pass over without a word: those that no context knows, and those that stand twice. */
import { visit } from 'jsonc-parser';
import type { Finding } from '../../finding';
import { parseUrl } from '../../../url';
import type { KnownContexts } from '../../reading/json-ld';
import { finding } from '../text/finding';

/** Of a document with more, something else is wrong. */
const mostSaid = 50;

/** The names that stand twice in one object. */
export function repeatedNames(text: string, document: string): Finding[] {
  const findings: Finding[] = [];
  const open: Set<string>[] = [];
  visit(
    text,
    {
      onObjectBegin: () => void open.push(new Set()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty: (name, _offset, _length, line, column) => {
        const names = open.at(-1);
        if (names?.has(name) && findings.length < mostSaid)
          findings.push(
            finding('json-name-twice', {
              place: { document, line: line + 1, column: column + 1 },
              value: `"${name}"`,
            }),
          );
        names?.add(name);
      },
    },
    { allowTrailingComma: true },
  );
  return findings;
}

interface NamesSource {
  readonly text: string;
  readonly document: string;
  readonly base: string;
  readonly contexts: KnownContexts;
}

type LookUp = KnownContexts['get'];

/** How the contexts of a document define a name: an IRI, null, or an object. */
type Definitions = ReadonlyMap<string, unknown>;

/** The names of properties and classes that no context of the document defines, with how often each stands there. */
export async function namesWithoutMeaning(
  value: unknown,
  { text, document, base, contexts }: NamesSource,
): Promise<Finding[]> {
  const definitions = new Map<string, unknown>();
  const met = new Set<string>();
  // Each once: many nodes may name the same context, and contexts may name one another in a circle.
  await addDefinitions(value, definitions, (address) => {
    const full = parseUrl(address, base)?.href ?? address;
    if (met.has(full)) return undefined;
    met.add(full);
    return contexts.get(full);
  });
  // All names are terms of a vocabulary then.
  if (typeof definitions.get('@vocab') === 'string') return [];
  const unknown = new Map<string, number>();
  addUnknown(value, definitions, unknown);
  return [...unknown].slice(0, mostSaid).map(([name, number]) => {
    const at = text.search(new RegExp(`"${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"`));
    const line = at < 0 ? null : text.slice(0, at).split('\n').length;
    const place = { document, line, column: null };
    return finding('name-without-meaning', { place, value: `"${name}"`, words: { number } });
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Those of all contexts, also of contexts within others: a name that one of them knows may have a meaning. */
async function addDefinitions(
  value: unknown,
  definitions: Map<string, unknown>,
  lookUp: LookUp,
): Promise<void> {
  if (Array.isArray(value)) for (const item of value) await addDefinitions(item, definitions, lookUp);
  if (!isObject(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === '@context') await addContext(inner, definitions, lookUp);
    else if (typeof inner === 'object') await addDefinitions(inner, definitions, lookUp);
  }
}

async function addContext(
  context: unknown,
  definitions: Map<string, unknown>,
  lookUp: LookUp,
): Promise<void> {
  if (Array.isArray(context)) for (const item of context) await addContext(item, definitions, lookUp);
  if (typeof context === 'string') {
    const known = await lookUp(context);
    if (known) await addContext(known['@context'], definitions, lookUp);
  }
  if (!isObject(context)) return;
  await addContext(context['@import'], definitions, lookUp);
  for (const [name, definition] of Object.entries(context)) {
    definitions.set(name, definition);
    if (isObject(definition)) await addContext(definition['@context'], definitions, lookUp);
  }
}

/** Keywords below which nodes stand. */
const around: ReadonlySet<string> = new Set(['@graph', '@included', '@list', '@nest', '@reverse', '@set']);

function addUnknown(value: unknown, definitions: Definitions, unknown: Map<string, number>): void {
  if (Array.isArray(value)) for (const item of value) addUnknown(item, definitions, unknown);
  if (!isObject(value) || '@value' in value) return;
  const add = (name: string) => unknown.set(name, (unknown.get(name) ?? 0) + 1);
  for (const [name, inner] of Object.entries(value)) {
    const definition = definitions.get(name);
    const keyword = name.startsWith('@') ? name : (iriIn(definition) ?? '');
    if (keyword === '@type')
      for (const type of [inner].flat())
        if (typeof type === 'string' && isUnknown(type, definitions)) add(type);
    if (keyword.startsWith('@') && !around.has(keyword)) continue;
    if (isUnknown(name, definitions)) add(name);
    else if (definition !== null) addUnknown(withoutKeys(inner, definition), definitions, unknown);
  }
}

const iriIn = (definition: unknown): string | null => {
  const iri = isObject(definition) ? definition['@id'] : definition;
  return typeof iri === 'string' ? iri : null;
};

const isUnknown = (name: string, definitions: Definitions): boolean =>
  !name.startsWith('@') && !name.includes(':') && !definitions.has(name);

/** The keys of such a map are languages, addresses or the like, and not names. */
function withoutKeys(value: unknown, definition: unknown): unknown {
  if (!isObject(definition)) return value;
  if (definition['@type'] === '@json') return null;
  const containers = [definition['@container']].flat();
  const isMap = containers.some((one) => typeof one === 'string' && !['@list', '@set'].includes(one));
  return isMap && isObject(value) ? Object.values(value) : value;
}
