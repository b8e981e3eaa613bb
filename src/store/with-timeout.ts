/** A timeout for promises. */

/** Resolves like the promise, or rejects after so many milliseconds. @throws Silence */
export async function withTimeout<T>(longest: number, coming: Promise<T>): Promise<T> {
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

/** The timeout has passed. */
export class Silence extends Error {
  override readonly name = 'Silence';

  constructor(longest: number) {
    super(`Nothing came within ${longest} milliseconds.`);
  }
}
