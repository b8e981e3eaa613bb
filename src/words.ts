/** English words that depend on what stands beside them in a composed sentence. */

/** A number with its noun: `1 second`, `2 seconds`. */
export const counted = (number: number, noun: string, nouns = `${noun}s`): string =>
  `${number} ${number === 1 ? noun : nouns}`;

/** Names that begin with the letter of a vowel and are spoken with a consonant, as "usage" is. */
const spokenWithConsonant = /^(?:eu|one|u(?:ni|se|sa|ti))/i;

/** A name with its indefinite article: `an Award`, `a Usage`. */
export const withArticle = (name: string): string =>
  `${/^[aeiou]/i.test(name) && !spokenWithConsonant.test(name) ? 'an' : 'a'} ${name}`;

/** The same at the beginning of a sentence. */
export const withArticleFirst = (name: string): string => withArticle(name).replace(/^a/, 'A');
