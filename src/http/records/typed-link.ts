/** Typed links between web resources, as the header `Link` (RFC 8288) and linksets (RFC 9264) state them. */

/** A link from an address. */
export interface TypedLink {
  /** The relation: a registered name, or an IRI. */
  readonly rel: string;
  /** Where it leads, as an absolute IRI. */
  readonly href: string;
  /** From where it leads; absent for the address that is asked for. */
  readonly anchor?: string;
  /** The media type of what is there. */
  readonly type?: string;
  /** The IRI of the profile to which that conforms. https://www.rfc-editor.org/rfc/rfc6906 */
  readonly profile?: string;
  readonly title?: string;
}

/** Many servers and proxies refuse headers of more than 8 kB altogether. */
const longestHeader = 4_000;

/** What may stand in angle brackets and quotes without breaking the header; other characters are percent-encoded. */
const safe = (iri: string): string =>
  iri.replace(/[^\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]/gu, encoded);

const encoded = (character: string): string => {
  const bytes = Buffer.from(character, 'utf8');
  return [...bytes].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
};

/** Titles in headers are ASCII; others are left to linksets. */
const quoted = (text: string): string | null =>
  /^[\x20-\x7e]*$/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : null;

/** A link as one value of the header `Link`, or one line of `application/linkset`. */
export function linkValue({ rel, href, anchor, type, profile, title }: TypedLink): string {
  const parameters = [
    `rel="${safe(rel)}"`,
    anchor !== undefined && `anchor="${safe(anchor)}"`,
    type !== undefined && `type=${quoted(type)}`,
    profile !== undefined && `profile="${safe(profile)}"`,
    title !== undefined && quoted(title) !== null && `title=${quoted(title)}`,
  ].filter((each) => each !== false);
  return [`<${safe(href)}>`, ...parameters].join('; ');
}

/** The header for as many links as it may have; the first ones matter most. */
export function linkHeader(links: readonly TypedLink[]): string {
  let header = '';
  for (const link of links) {
    const value = linkValue(link);
    const longer = header === '' ? value : `${header}, ${value}`;
    if (longer.length > longestHeader) continue;
    header = longer;
  }
  return header;
}
