/** A document of a source, as it was fetched from the web or read from disk. */

export interface SourceDocument {
  /**
   * Where it was found at last: an http(s) address, or a `file:` address. A member of an archive has the address of the archive with
   * its path as fragment, such as `file:///srv/data.zip#dcat.ttl`.
   */
  readonly address: string;
  /** The whole document, decompressed; empty where `stream` gives it, and where it is unchanged. */
  readonly bytes: Uint8Array;
  /** The content of a document that is too large to be held as a whole, such as N-Quads; it can be read once. */
  readonly stream?: AsyncIterable<Uint8Array>;
  /** The media type that the server states; null if none is stated, and for files. */
  readonly type: string | null;
  /** When it was fetched or read, as an ISO 8601 instant. */
  readonly fetchedAt: string;
  /** `sha256:` and the digest of the bytes in hexadecimal. Of a document given as `stream`: of its address, size and time of change. */
  readonly digest: string;
  /** When its publisher changed it, as an ISO 8601 instant; null where that is not stated. */
  readonly lastModified: string | null;
  /** What a later run sends to be told that it is unchanged; null if the server states nothing, and for files. */
  readonly validators?: Validators | null;
  /** Where the walk goes on from it: kept with the validators, as an unchanged document is not sent again. */
  readonly leadsTo?: readonly string[];
  /** Whether the server answers that it is as an earlier run found it. Then what it stated is stated still, and there is nothing to read. */
  readonly unchanged?: boolean;
}

/** How a server recognises a version of a document, as it states it. https://www.rfc-editor.org/rfc/rfc9110#section-8.8 */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What an earlier run kept of a document, once all that it states was written. */
export interface RememberedDocument {
  readonly validators: Validators;
  readonly digest: string;
  readonly leadsTo: readonly string[];
}

/** Recalls a document by its address; null if it was never seen, or has to be read again. */
export type RecallDocument = (address: string) => Promise<RememberedDocument | null>;
