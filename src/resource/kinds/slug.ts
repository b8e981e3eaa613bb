import { slugPattern } from '../identity';
import { cell } from '../row-form';
import { checkMatch } from '../written/check';
import { textComparisons } from './comparisons';
import { single, type Kind } from './kind';

/** The key of a link contains several slugs, and PostgreSQL accepts at most 2,704 bytes per index entry. */
const longest = 200;

/** The readable key of a record. */
export const slug: Kind = {
  name: 'slug',
  ...single('text'),
  row: cell('text'),
  check: (written) =>
    checkMatch(
      written,
      (text) => slugPattern.test(text) && text.length <= longest,
      `lower-case letters, digits and single hyphens, at most ${longest} characters`,
    ),
  output: () => 'String',
  comparisons: () => textComparisons,
  stated: () => ({ object: 'literal' }),
};
