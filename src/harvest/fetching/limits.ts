/** The bounds of what is fetched, so that no server can hold a run or fill the memory. */

const megabyte = 1024 * 1024;

export interface FetchLimits {
  /** Bytes of one document, decompressed. */
  readonly bytes: number;
  /** Milliseconds for one request, from the name of the host to the last byte. */
  readonly milliseconds: number;
  readonly redirects: number;
  /** How often a request is sent before it is given up. */
  readonly tries: number;
  /** Milliseconds before the second try; they double with each further one. */
  readonly firstWait: number;
  /** The longest wait in milliseconds that a server may ask for. */
  readonly longestWait: number;
}

export const usualLimits: FetchLimits = {
  bytes: 50 * megabyte,
  milliseconds: 60_000,
  redirects: 5,
  tries: 3,
  firstWait: 1_000,
  longestWait: 120_000,
};
