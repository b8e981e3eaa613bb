// Requests the open query as a table, and saves it as a file.
import { endpointAddress } from './addresses';
import { language } from './language';
import type { LinkedQuery } from './link';
import { plainJson } from './variables';

/** The formats of tables, as in `?format=`. */
export type TableFormat = 'csv' | 'xlsx' | 'ndjson';

/**
 * Saves the table of a query.
 * @returns undefined when it was saved, otherwise the endpoint's answer or the network error as text
 */
export async function saveTable(query: LinkedQuery, format: TableFormat): Promise<string | undefined> {
  try {
    const response = await fetch(`${endpointAddress}?format=${format}`, {
      method: 'POST',
      headers: { 'accept-language': language(), 'content-type': 'application/json' },
      body: requestOf(query),
    });
    if (!response.ok) return indented(await response.text());
    // Rejects if the transfer breaks off, so that no incomplete table is saved.
    save(await response.blob(), fileName(response) ?? `table.${format}`);
    return undefined;
  } catch (error) {
    return indented(JSON.stringify({ errors: [{ message: String(error) }] }));
  }
}

function requestOf({ query, variables, operationName }: LinkedQuery): string {
  const plain = plainJson(variables);
  return JSON.stringify({
    query,
    ...(plain && { variables: JSON.parse(plain) as unknown }),
    ...(operationName && { operationName }),
  });
}

const fileName = (response: Response): string | undefined =>
  /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Revoked later, as the browser still reads the file.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
