/** Conditions on one statement of a source. */
import type { Sql } from 'sql-template-tag';
import { statementAttributes } from '../../resource/statement';
import type { Reader } from '../sql';
import type { Filter } from './filter';
import { compare, type Comparisons } from './operators';

/** The conditions on what a statement itself says, for the row of `evidence` under an alias. */
export const evidenceConditions = (reader: Reader, alias: string, comparisons: Filter): Sql[] =>
  Object.entries(comparisons)
    .filter(([, value]) => value != null)
    .map(([field, value]) => {
      const attribute = statementAttributes.find(({ name }) => name === field);
      if (!attribute) throw new Error(`Evidence cannot be filtered by "${field}".`);
      return compare(reader, attribute, alias, value as Comparisons);
    });
