/** The header `Vary`: on which headers of the request an answer depends. */

/** The field, name and value; every answer may come compressed. */
export const varied = (headers: readonly string[]): [string, string] => [
  'Vary',
  [...new Set([...headers, 'Accept-Encoding'])].join(', '),
];
