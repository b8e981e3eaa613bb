/** Mends statements in which something is known to be wrong, and says what was mended and what a person has to look at. */
import type { Quad } from '@rdfjs/types';
import type { Finding } from '../finding';
import type { Lines } from '../reading/document';

/** Statements with what was mended in them. */
export interface RepairedQuads {
  readonly quads: readonly Quad[];
  readonly findings: readonly Finding[];
}

/** Where statements stand. */
export interface QuadsSource {
  /** The address of the document. */
  readonly document: string;
  /** The lines of statements, if they are known; those of mended statements are added. */
  readonly lines: Lines;
}

/** The same statements give the same result, and a second repair changes nothing. */
export function repairQuads(quads: readonly Quad[], _source: QuadsSource): RepairedQuads {
  return { quads, findings: [] };
}
