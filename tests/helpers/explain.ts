/** The statement that has a database tell how it would read another. */
import type { Statement } from '../../src/resource/values';
import type { Dialect } from '../../src/query/sql';

export const explain = (dialect: Dialect, { text, sql, values }: Statement): Statement => {
  const asked = dialect === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
  return { text: `${asked} ${text}`, sql: `${asked} ${sql}`, values };
};
