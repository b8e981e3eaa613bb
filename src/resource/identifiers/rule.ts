/** What is known of a scheme of identifiers: how it is spelt, in the canonical way and in the usual ones, and which texts are none. */

/** A scheme of identifiers. */
export interface IdentifierRule {
  /** What it takes, to follow "It takes". */
  readonly takes: string;
  /** What usual spellings put before the identifier: its address, the name of the scheme. */
  readonly before: RegExp;
  /** With what the canonical spelling begins, where an address is part of it. */
  readonly lead?: string;
  /** The canonical spelling of an identifier, or of its beginning, without what stands before it. */
  readonly spell: (bare: string) => string;
  /** Whether a text in the canonical spelling is an identifier; the digits that check the others are looked at. */
  readonly isRight: (spelt: string) => boolean;
  /** The web address of an identifier. */
  readonly addressOf?: (identifier: string) => string;
}
