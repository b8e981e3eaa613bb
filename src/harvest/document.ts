/** A document of a source, as it was fetched from the web or read from disk. */

export interface SourceDocument {
  /**
   * Where it was found at last: an http(s) address, or a `file:` address. A member of an archive has the address of the archive with
   * its path as fragment, such as `file:///srv/data.zip#dcat.ttl`.
   */
  readonly address: string;
  /** The whole document, decompressed; empty where `stream` gives it. */
  readonly bytes: Uint8Array;
  /** The content of a document that is too large to be held as a whole, such as N-Quads; it can be read once. */
  readonly stream?: AsyncIterable<Uint8Array>;
  /** The media type that the server states; null if none is stated, and for files. */
  readonly type: string | null;
  /** When it was fetched or read, as an ISO 8601 instant. */
  readonly fetchedAt: string;
  /** `sha256:` and the digest of the bytes in hexadecimal. */
  readonly digest: string;
  /** When its publisher changed it, as an ISO 8601 instant; null where that is not stated. */
  readonly lastModified: string | null;
}
