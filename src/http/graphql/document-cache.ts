/** A cache of parsed and valid documents with everything derived from them, bounded in bytes. */
import { visit, type ASTNode, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { weightOfDocument } from './weight';

/** A single document may not take a larger part of the memory. */
const largestShare = 1 / 4;
/** Number of uncached documents whose keys are remembered, to detect repetition. */
const mostSeen = 5_000;

interface Entry {
  readonly document: DocumentNode;
  readonly bytes: number;
}

/** Documents by their text. When one is evicted, everything derived from it is, too. */
export class DocumentCache {
  private readonly entries: LRUCache<string, Entry>;
  private readonly seen = new LRUCache<string, true>({ max: mostSeen });
  private readonly keys = new WeakMap<DocumentNode, string>();
  private readonly forgetters: ((document: DocumentNode) => void)[] = [];

  /** @param memory maximum bytes, 0 for no caching; the least recently used are evicted */
  constructor(private readonly memory: number) {
    this.entries = new LRUCache<string, Entry>({
      maxSize: Math.max(1, memory),
      maxEntrySize: Math.max(1, Math.floor(memory * largestShare)),
      sizeCalculation: ({ bytes }) => bytes,
      dispose: ({ document }, _key, reason) => {
        // `set` only means that its size was updated.
        if (reason !== 'set') this.forget(document);
      },
    });
  }

  /** Total bytes. */
  get bytes(): number {
    return this.entries.calculatedSize;
  }

  get(key: string): DocumentNode | undefined {
    return this.entries.get(key)?.document;
  }

  /**
   * Caches a document. Its tokens are dropped, since each takes as much memory as a node; locations keep only the text and offsets,
   * for messages. When the memory is full, a document is admitted only when it is repeated: otherwise one-off queries would evict
   * all others.
   */
  set(key: string, document: DocumentNode): void {
    const bytes = key.length + weightOfDocument(document).bytes;
    if (this.bytes + bytes > this.memory && !this.entries.has(key) && !this.comesAgain(key)) return;
    dropTokens(document);
    const before = this.entries.peek(key)?.document;
    if (before && before !== document) this.forget(before);
    this.keys.set(document, key);
    this.put(key, { document, bytes });
  }

  /** Whether a document is cached. Marks it as most recently used. */
  use(document: DocumentNode): boolean {
    const key = this.keys.get(document);
    return key !== undefined && this.entries.get(key)?.document === document;
  }

  /** Adds to the size of a document for something derived from it. No effect if the document is not cached. */
  readonly grow = (document: DocumentNode, bytes: number): void => {
    const key = this.keys.get(document);
    const entry = key === undefined ? undefined : this.entries.peek(key);
    if (key === undefined || entry?.document !== document) return;
    this.put(key, { document, bytes: entry.bytes + bytes });
  };

  /** Clears the cache, for another schema. */
  clear(): void {
    this.entries.clear();
  }

  /** Registers a callback for each document that is evicted. */
  onForgotten(forget: (document: DocumentNode) => void): void {
    this.forgetters.push(forget);
  }

  private comesAgain(key: string): boolean {
    if (this.seen.delete(key)) return true;
    this.seen.set(key, true);
    return false;
  }

  private put(key: string, entry: Entry): void {
    this.entries.set(key, entry);
    // LRUCache drops an entry that has grown too large without reporting an eviction.
    if (!this.entries.has(key)) this.forget(entry.document);
  }

  private forget(document: DocumentNode): void {
    this.keys.delete(document);
    for (const forget of this.forgetters) forget(document);
  }
}

/** The parts of a location that graphql-js does not read again after validation. */
type Tokens = Partial<Record<'startToken' | 'endToken', unknown>>;

function dropTokens(document: DocumentNode): void {
  visit(document, {
    enter: ({ loc }: ASTNode) => {
      if (!loc) return;
      const tokens = loc as unknown as Tokens;
      tokens.startToken = undefined;
      tokens.endToken = undefined;
    },
  });
}
