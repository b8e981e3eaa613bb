/** Documents that were parsed and found valid: cached in bounded memory, with all that depends on them. */
import { visit, type ASTNode, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { weightOfDocument } from './weight';

/** One document must not push out all others. */
const largestShare = 1 / 4;
/** So many documents are remembered by their name alone, to know which of them come again. */
const mostSeen = 5_000;

interface Entry {
  readonly document: DocumentNode;
  readonly bytes: number;
}

/** Documents by their text. Whatever else is known of a document is forgotten with it. */
export class DocumentCache {
  private readonly entries: LRUCache<string, Entry>;
  private readonly seen = new LRUCache<string, true>({ max: mostSeen });
  private readonly keys = new WeakMap<DocumentNode, string>();
  private readonly forgetters: ((document: DocumentNode) => void)[] = [];

  /** @param memory bytes for all of them, 0 for none; the least recently used are forgotten first. */
  constructor(private readonly memory: number) {
    this.entries = new LRUCache<string, Entry>({
      maxSize: Math.max(1, memory),
      maxEntrySize: Math.max(1, Math.floor(memory * largestShare)),
      sizeCalculation: ({ bytes }) => bytes,
      dispose: ({ document }, _key, reason) => {
        // Weighed anew, it stays.
        if (reason !== 'set') this.forget(document);
      },
    });
  }

  /** Bytes that they take together. */
  get bytes(): number {
    return this.entries.calculatedSize;
  }

  get(key: string): DocumentNode | undefined {
    return this.entries.get(key)?.document;
  }

  /**
   * Caches a document. Of its locations only text and numbers are kept, for messages; each token would take as much as a node.
   * Once there is no room left, it makes some only when it comes again: else whoever asks what nobody asks twice would drive out all others.
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

  /** Whether a document is cached; from now on it is the most recently used. */
  use(document: DocumentNode): boolean {
    const key = this.keys.get(document);
    return key !== undefined && this.entries.get(key)?.document === document;
  }

  /** Counts what else is cached as long as a document is; nothing where the document is not. */
  readonly grow = (document: DocumentNode, bytes: number): void => {
    const key = this.keys.get(document);
    const entry = key === undefined ? undefined : this.entries.peek(key);
    if (key === undefined || entry?.document !== document) return;
    this.put(key, { document, bytes: entry.bytes + bytes });
  };

  /** Forgets all of them: what is valid under one schema need not be under another. */
  clear(): void {
    this.entries.clear();
  }

  /** Calls back for each document that is no longer cached. */
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
    // One that has become too large is dropped as if it were only replaced.
    if (!this.entries.has(key)) this.forget(entry.document);
  }

  private forget(document: DocumentNode): void {
    this.keys.delete(document);
    for (const forget of this.forgetters) forget(document);
  }
}

/** What graphql-js writes into places, and what it never reads again once a document is valid. */
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
