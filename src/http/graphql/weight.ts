/**
 * Estimates the memory of cached documents and requests. V8 gives no exact sizes; `tests/http/memory.test.ts` compares the estimates with the heap.
 */
import { Kind, visit, type DocumentNode } from 'graphql';
import { bytesOf } from '../../cache/bytes';

/** A node with its location, without tokens. */
const bytesOfNode = 220;
/** Overhead per document. */
const bytesOfDocument = 1_500;
/** Overhead per request. */
const bytesOfRequest = 900;
/** What a plan keeps for each use of a variable, beside the value: the arguments that contain it. */
const bytesOfUse = 350;

/** The size of a document. */
export interface DocumentWeight {
  bytes: number;
  /** Number of uses of variables in its operations. */
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
 * Bytes of a request, without its document.
 * @param texts the texts that are its cache keys
 * @param uses number of uses of variables in its document
 */
export const weightOfRequest = (texts: readonly string[], variables: object, uses: number): number =>
  bytesOfRequest +
  texts.reduce((sum, text) => sum + bytesOf(text), 0) +
  3 * bytesOf(variables) +
  uses * bytesOfUse;

/** Bytes for an operation name of a document. */
export const weightOfName = (name: string): number => bytesOfDocument + bytesOf(name);
