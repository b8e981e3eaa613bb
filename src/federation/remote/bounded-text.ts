/** Reads the body of an answer, and no more of it than is wanted. */

/** A body is longer than is read; what comes after was not waited for. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
}

/** @param maxBytes counted after the body was uncompressed. @throws TooLong */
export async function boundedText({ body }: Response, maxBytes: number): Promise<string> {
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
