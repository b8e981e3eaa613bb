/** Reads the pages of records as a reader without scripts does. */

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|([a-z]+));/g, (whole, code: string | undefined, name = '') =>
    code === undefined ? (named[name as string] ?? whole) : String.fromCodePoint(Number(code)),
  );

/** The text of the body, on one line. */
export function textOf(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  return unescaped(body.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
}

/** The addresses of links with an attribute, such as `rel="next"`. */
export function linksIn(html: string, attribute = ''): string[] {
  const tags = html.slice(html.indexOf('<body')).match(/<a [^>]*>/g) ?? [];
  return tags
    .filter((tag) => tag.includes(attribute))
    .map((tag) => unescaped(/href="([^"]*)"/.exec(tag)?.[1] ?? ''));
}

/** The structured data of a page; null if it has none. */
export function structuredIn(html: string): Record<string, unknown> | null {
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  return json === undefined ? null : (JSON.parse(json) as Record<string, unknown>);
}
