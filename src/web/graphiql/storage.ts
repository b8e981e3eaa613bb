// What the browser remembers of a visit, if it remembers anything: storage may be blocked, missing or full.

/** The storage of the browser; null where it gives none. */
function given(): Storage | null {
  try {
    // Typed as if it were always there; it throws where cookies are blocked, and some browsers have null.
    return window.localStorage;
  } catch {
    return null;
  }
}

const browsers = given();

/** What a browser that stops giving access in the middle of a visit answers, too. */
function tried<T>(ask: (storage: Storage) => T, otherwise: T): T {
  try {
    return browsers ? ask(browsers) : otherwise;
  } catch {
    return otherwise;
  }
}

/** What was remembered; null where nothing was, or nothing is ever. */
export const recall = (key: string): string | null => tried((storage) => storage.getItem(key), null);

/** Remembers something for later visits, where there is room for it. */
export const remember = (key: string, value: string): void =>
  tried((storage) => storage.setItem(key, value), undefined);

const ofGraphiql = (storage: Storage): string[] =>
  Object.keys(storage).filter((key) => key.startsWith('graphiql:'));

/** The same for GraphiQL, which itself minds that the storage may be full, and makes room in its history. */
export const storage = {
  getItem: recall,
  setItem: (key: string, value: string): void => browsers?.setItem(key, value),
  removeItem: (key: string): void => tried((each) => each.removeItem(key), undefined),
  clear: (): void => tried((each) => ofGraphiql(each).forEach((key) => each.removeItem(key)), undefined),
  get length(): number {
    return tried((each) => ofGraphiql(each).length, 0);
  },
};
