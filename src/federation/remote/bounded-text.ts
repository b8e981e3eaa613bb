/** Reads a response body up to a maximum size. */

/** The body is longer than allowed. The rest was not read. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
}

/** @param maxBytes of the uncompressed body @throws TooLong */
export async function boundedText({ body }: { readonly body: unknown }, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop closes the connection.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new TooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
