/** Promise.all with a deterministic error. */

/** The results of all promises. If several reject, the error of the first one in the list is thrown, not that of the fastest. */
export async function inOrder<T>(works: readonly Promise<T>[]): Promise<T[]> {
  const ended = await Promise.allSettled(works);
  return ended.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
}
