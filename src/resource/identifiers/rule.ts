/** The rule of an identifier scheme: its canonical and common spellings, and validation. */

/** An identifier scheme. */
export interface IdentifierRule {
  /** Describes valid values, as continuation of "It takes". */
  readonly takes: string;
  /** Prefixes of common spellings: a URL, the name of the scheme. */
  readonly before: RegExp;
  /** The URL that the canonical spelling begins with, if it does. */
  readonly lead?: string;
  /** The canonical spelling of an identifier, or its beginning, without prefix. */
  readonly spell: (bare: string) => string;
  /** Validates the canonical spelling, including check digits. */
  readonly isRight: (spelt: string) => boolean;
  /** The web address of an identifier. */
  readonly addressOf?: (identifier: string) => string;
}
