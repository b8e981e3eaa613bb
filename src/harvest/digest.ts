/** The digest by which the content of a document is known. */
import { createHash } from 'node:crypto';

export const digestOf = (content: Uint8Array | string): string =>
  `sha256:${createHash('sha256').update(content).digest('hex')}`;
