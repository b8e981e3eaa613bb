/** Documents that were parsed and found valid: kept, with all that hangs on them, in a bounded memory. */
import { visit, type ASTNode, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { weightOfDocument } from './weight';

/** One document must not push out all others. */
const largestShare = 1 / 4;
/** So many documents are remembered by their name alone, to know which of them come again. */
const mostSeen = 5_000;

interface Kept {
  readonly document: DocumentNode;
  readonly bytes: number;
}

/** Documents by their text. Whatever else is known of a document is forgotten with it. */
export class DocumentCache {
  private readonly kept: LRUCache<string, Kept>;
  private readonly seen = new LRUCache<string, true>({ max: mostSeen });
  private readonly keys = new WeakMap<DocumentNode, string>();
  private readonly forgetters: ((document: DocumentNode) => void)[] = [];

  /** @param memory bytes for all of them, 0 for none; the least recently used are forgotten first. */
  constructor(private readonly memory: number) {
    this.kept = new LRUCache<string, Kept>({
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
    return this.kept.calculatedSize;
  }

  get(key: string): DocumentNode | undefined {
    return this.kept.get(key)?.document;
  }

  /**
   * Keeps a document. Of its places only the text and the numbers are kept, which messages tell; each token would take as much as a node.
   * Once there is no room left, it makes some only when it comes again: else whoever asks what nobody asks twice would drive out all others.
   */
  set(key: string, document: DocumentNode): void {
    const bytes = key.length + weightOfDocument(document).bytes;
    if (this.bytes + bytes > this.memory && !this.kept.has(key) && !this.comesAgain(key)) return;
    dropTokens(document);
    const before = this.kept.peek(key)?.document;
    if (before && before !== document) this.forget(before);
    this.keys.set(document, key);
    this.put(key, { document, bytes });
  }

  /** Whether a document is kept; from now on it is the one that was used last. */
  use(document: DocumentNode): boolean {
    const key = this.keys.get(document);
    return key !== undefined && this.kept.get(key)?.document === document;
  }

  /** Counts what else is kept as long as a document is: nothing where the document itself is not. */
  readonly grow = (document: DocumentNode, bytes: number): void => {
    const key = this.keys.get(document);
    const kept = key === undefined ? undefined : this.kept.peek(key);
    if (key === undefined || kept?.document !== document) return;
    this.put(key, { document, bytes: kept.bytes + bytes });
  };

  /** Forgets all of them: what is valid under one schema need not be under another. */
  clear(): void {
    this.kept.clear();
  }

  /** Has somebody told of each document that is kept no longer. */
  onForgotten(forget: (document: DocumentNode) => void): void {
    this.forgetters.push(forget);
  }

  private comesAgain(key: string): boolean {
    if (this.seen.delete(key)) return true;
    this.seen.set(key, true);
    return false;
  }

  private put(key: string, kept: Kept): void {
    this.kept.set(key, kept);
    // One that has become too large is dropped as if it were only replaced.
    if (!this.kept.has(key)) this.forget(kept.document);
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
