/** Gives the resources of a FHIR document: one alone, those of a Bundle, or those of NDJSON. */
import { decodeAny } from '../../rdf/repair/text/decode';
import type { SourceDocument } from '../document';
import type { Finding } from '../finding';
import { Element } from './element';
import { fhirFinding } from './finding-texts';
import { JsonText } from './json-text';

/** A resource, and the address under which its Bundle has it. */
export interface LocatedResource {
  readonly type: string;
  readonly element: Element;
  readonly fullUrl: string | null;
}

/** Bundles that say what holds now. https://hl7.org/fhir/R4/valueset-bundle-type.html */
const readBundles: ReadonlySet<string | null> = new Set([
  'searchset',
  'collection',
  'transaction',
  'batch',
  'document',
  null,
]);

/** Whether a text is NDJSON: a resource in each line. */
const isNdjson = (text: string, { type, address }: Pick<SourceDocument, 'type' | 'address'>): boolean =>
  /ndjson/i.test(type ?? '') ||
  /\.ndjson(?:\.gz)?$/i.test(address) ||
  /^\s*\{[^\n]*"resourceType"[^\n]*\}[ \t\r]*\n\s*\{/.test(text);

/** @throws UnreadableDocument for what is no text */
export function* resourcesIn(
  document: SourceDocument,
  report: (finding: Finding) => void,
): Generator<LocatedResource> {
  const { text, findings } = decodeAny(document.bytes, document.type, document.address);
  findings.forEach(report);
  if (/^\s*</.test(text)) {
    report(fhirFinding('fhir-xml', { place: { document: document.address, line: 1, column: 1 } }));
    return;
  }
  if (!isNdjson(text, document)) {
    yield* resourcesOf(new JsonText(text, document.address), report);
    return;
  }
  for (const [index, line] of text.split('\n').entries())
    if (line.trim() !== '') yield* resourcesOf(new JsonText(line, document.address, index + 1), report);
}

function* resourcesOf(json: JsonText, report: (finding: Finding) => void): Generator<LocatedResource> {
  const parsed = json.parsed();
  if ('reason' in parsed) {
    const { de: reasonDe, en: reasonEn } = parsed.reason;
    report(fhirFinding('fhir-unreadable', { place: parsed.place, words: { reasonDe, reasonEn } }));
    return;
  }
  const value = parsed.value as Readonly<Record<string, unknown>> | null;
  const type = typeOf(value);
  const parts = { json, report };
  if (type === null || value === null) {
    report(fhirFinding('fhir-no-resource', { place: json.placeOf([]), words: { path: '$' } }));
    return;
  }
  const element = new Element(value, type, [], parts);
  if (type === 'Bundle') yield* entriesOf(element, report);
  else yield { type, element, fullUrl: null };
}

function* entriesOf(bundle: Element, report: (finding: Finding) => void): Generator<LocatedResource> {
  const kind = bundle.text('type');
  if (!readBundles.has(kind)) {
    report(fhirFinding('fhir-bundle-not-read', { place: bundle.place('type'), value: kind }));
    return;
  }
  for (const entry of bundle.list('entry')) {
    const request = entry.one('request')?.text('method') ?? null;
    const resource = entry.one('resource');
    if (!resource) {
      // A transaction may delete, and then has no resource.
      if (request === null) entry.say('fhir-no-resource', null);
      continue;
    }
    const type = typeOf(resource.value);
    if (type === null) resource.say('fhir-no-resource', null);
    else if (type === 'Bundle') yield* entriesOf(resource, report);
    else yield { type, element: resource, fullUrl: entry.text('fullUrl') };
  }
}

const typeOf = (value: unknown): string | null => {
  const { resourceType } = (value ?? {}) as { resourceType?: unknown };
  return typeof resourceType === 'string' && /^[A-Z][A-Za-z]*$/.test(resourceType) ? resourceType : null;
};
