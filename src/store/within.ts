/** Waiting for what may never come, but not for ever. */

/** What comes within so many milliseconds. @throws Error where nothing does. */
export async function within<T>(longest: number, coming: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Silence(longest)), longest);
  });
  try {
    return await Promise.race([coming, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Nothing came in time. */
export class Silence extends Error {
  override readonly name = 'Silence';

  constructor(longest: number) {
    super(`Nothing came within ${longest} milliseconds.`);
  }
}
