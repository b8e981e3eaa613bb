/** Estimates how much memory cached documents and requests take: V8 tells no exact size. `tests/http/memory.test.ts` compares it with the heap. */
import { Kind, visit, type DocumentNode } from 'graphql';
import { bytesOf } from '../../cache/bytes';

/** A node of a parsed document with its place in the text, but without the tokens. */
const bytesOfNode = 220;
/** What stands around a document: its entry, its place among others. */
const bytesOfDocument = 1_500;
/** What a request takes beside its texts and variables. */
const bytesOfRequest = 900;
/** What a plan keeps of each place in which a variable stands, beside the value: the arguments with it. */
const bytesOfUse = 350;

/** What a document takes, and in how many places it has variables. */
export interface DocumentWeight {
  bytes: number;
  /** Places in which its operations use variables. */
  uses: number;
}

export function weightOfDocument(document: DocumentNode): DocumentWeight {
  let nodes = 0;
  let uses = 0;
  visit(document, {
    enter: ({ kind }) => {
      nodes += 1;
      if (kind === Kind.VARIABLE) uses += 1;
    },
  });
  const text = document.loc?.source.body.length ?? 0;
  return { bytes: bytesOfDocument + nodes * bytesOfNode + 2 * text, uses };
}

/**
 * What a request takes beside its document.
 * @param texts the texts that are its keys in the caches.
 * @param uses places in which its document has variables.
 */
export const weightOfRequest = (texts: readonly string[], variables: object, uses: number): number =>
  bytesOfRequest +
  texts.reduce((sum, text) => sum + bytesOf(text), 0) +
  3 * bytesOf(variables) +
  uses * bytesOfUse;

/** What a name of a document takes. */
export const weightOfName = (name: string): number => bytesOfDocument + bytesOf(name);
