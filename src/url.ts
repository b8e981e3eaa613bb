/** Parsing of URLs. */

/**
 * Parses a URL; null if it is invalid. `URL.canParse` is not used: in Node 20 and 22 it rejects characters such as "ö" after some
 * thousand calls, because its fast path reads Latin-1 as UTF-8.
 */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
