/** Listens in on what is read from a store. */
import type { Reader } from '../../src/query/sql';
import type { Store } from '../../src/store/store';

export interface Listening extends Reader {
  /** The text of every statement so far. */
  readonly statements: string[];
}

export function listening(store: Store): Listening {
  const statements: string[] = [];
  return {
    dialect: store.dialect,
    statements,
    read: (statement) => {
      statements.push(statement.sql);
      return store.read(statement);
    },
  };
}
