/** Characters that no IRI has. https://www.rfc-editor.org/rfc/rfc3987#section-2.2 */

const impossible =
  // eslint-disable-next-line no-control-regex -- these are meant
  /[\x00-\x20"<>\\^`{|}\x7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What nearly all IRIs consist of. */
const usual = /^[!#-;=?-[\]_a-z~]*$/;

/** Whether an IRI has only characters that it may have. */
export const isWritable = (iri: string): boolean => usual.test(iri) || iri.search(impossible) < 0;

/** The IRI with these characters percent-encoded, and without blanks around it. */
export const encodedIri = (iri: string): string =>
  iri
    .trim()
    .replace(impossible, (character) =>
      /[\ud800-\udfff]/.test(character)
        ? '%EF%BF%BD'
        : `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    );

/** Letters beyond ASCII. */
const beyondAscii = /[^\x20-\x7e]+/g;

/** The address as servers are asked for it: letters beyond ASCII are percent-encoded, and those of the host become punycode. */
export function asciiAddress(iri: string): string {
  if (iri.search(beyondAscii) < 0) return iri;
  const [, start, host = '', rest = ''] = /^(https?:\/\/)([^/?#]*)(.*)$/is.exec(encodedIri(iri)) ?? [];
  return start === undefined ? iri : start + punycode(host) + rest.replace(beyondAscii, encodeURIComponent);
}

function punycode(host: string): string {
  if (host.search(beyondAscii) < 0) return host;
  try {
    return new URL(`http://${host}`).host;
  } catch {
    return host;
  }
}
