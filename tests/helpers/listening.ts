/** Listens in on what is read from a store. */
import type { Reader } from '../../src/query/sql';
import type { Statement } from '../../src/resource/values';
import type { Store } from '../../src/store/store';

export interface Listening extends Reader {
  /** The text of every statement so far. */
  readonly statements: string[];
  /** The statements themselves. */
  readonly asked: Statement[];
}

export function listening(store: Store): Listening {
  const statements: string[] = [];
  const asked: Statement[] = [];
  return {
    dialect: store.dialect,
    statements,
    asked,
    read: (statement) => {
      statements.push(statement.sql);
      asked.push(statement);
      return store.read(statement);
    },
  };
}
