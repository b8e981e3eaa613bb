/** Labels for people, in both languages of the pages. */

/** Something in German and in English. */
export interface Label<T = string> {
  readonly de: T;
  readonly en: T;
}
