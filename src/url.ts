/** Parsing of URLs. */

/**
 * Parses a URL; null if it is invalid. A relative one is resolved against `base`. `URL.canParse` is not used: in Node 20 and 22 it rejects characters such as "ö" after some
 * thousand calls, because its fast path reads Latin-1 as UTF-8.
 */
export function parseUrl(text: string, base?: string | URL): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
