/** Whether a document is FHIR, by its content. */
import { isFhirResource } from '../../rdf/reading/fhir-resource';

/** So much of a document is looked at. */
const start = 65_536;

/** @param type the media type that a server states */
export function isFhir(bytes: Uint8Array, type: string | null): boolean {
  if (/\bfhir\b/i.test(type ?? '')) return true;
  const text = Buffer.from(bytes.subarray(0, start))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (text.startsWith('<')) return /<[A-Z]\w*[^>]*\sxmlns="http:\/\/hl7\.org\/fhir"/.test(text);
  return text.startsWith('{') && !text.includes('"@context"') && isFhirResource(text);
}
