/** Recognises FHIR in JSON. https://hl7.org/fhir/R4/json.html */

/** Whether the object itself says what resource it is. Records of DataCite have a "resourceType", too, further inside. */
export function isFhirResource(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:\s*"[A-Z][A-Za-z]*")?|[[{]|[\]}]/g)) {
    if (/^[[{]$/.test(token)) depth += 1;
    else if (/^[\]}]$/.test(token)) depth -= 1;
    else if (depth === 1 && /^"resourceType"\s*:/.test(token)) return true;
  }
  return false;
}
