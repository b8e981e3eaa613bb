/** Addresses of the web. */

/**
 * The URL that a text is, or null where it is none. `URL.canParse` of Node 20 and 22 says no to letters such as "ö" once
 * it was called some thousand times (its fast call reads Latin-1 as UTF-8), so nothing here calls it.
 */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
