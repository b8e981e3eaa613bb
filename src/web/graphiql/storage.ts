// Access to the browser's storage, which may be blocked, missing or full.

/** The browser's local storage, or null. */
function given(): Storage | null {
  try {
    // TypeScript says that it always exists. It throws where cookies are blocked, and is null in some browsers.
    return window.localStorage;
  } catch {
    return null;
  }
}

const browsers = given();

/** Runs an access that may fail, also when access is withdrawn later. */
function tried<T>(ask: (storage: Storage) => T, otherwise: T): T {
  try {
    return browsers ? ask(browsers) : otherwise;
  } catch {
    return otherwise;
  }
}

/** Reads a stored value; null if there is none. */
export const recall = (key: string): string | null => tried((storage) => storage.getItem(key), null);

/** Stores a value for later visits, if possible. */
export const remember = (key: string, value: string): void =>
  tried((storage) => storage.setItem(key, value), undefined);

const ofGraphiql = (storage: Storage): string[] =>
  Object.keys(storage).filter((key) => key.startsWith('graphiql:'));

/** Storage for GraphiQL. `setItem` may throw when the storage is full, because GraphiQL then removes entries of its history. */
export const storage = {
  getItem: recall,
  setItem: (key: string, value: string): void => browsers?.setItem(key, value),
  removeItem: (key: string): void => tried((each) => each.removeItem(key), undefined),
  clear: (): void => tried((each) => ofGraphiql(each).forEach((key) => each.removeItem(key)), undefined),
  get length(): number {
    return tried((each) => ofGraphiql(each).length, 0);
  },
};
