/** What the format and the address of a table say about its columns. */
import type { AddedNames } from './added-names';

export interface ColumnOptions {
  readonly added: AddedNames;
  /** Whether days are dates and no texts. */
  readonly days: boolean;
  /** The labels of the codes of an enum, or of the names of types; undefined if codes are shown. */
  readonly labelsOf: (type: string, isTypename: boolean) => Readonly<Record<string, string>> | undefined;
}
