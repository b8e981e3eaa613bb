/** The header `Vary`. */

/** Name and value. Every answer may be compressed, so `Accept-Encoding` is always included. */
export const varied = (headers: readonly string[]): [string, string] => [
  'Vary',
  [...new Set([...headers, 'Accept-Encoding'])].join(', '),
];
