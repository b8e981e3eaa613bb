/** Works that go on at the same time, and fail in their order. */

/** What all of them give; where several fail, the error of the first in their order, whichever was the faster. */
export async function inOrder<T>(works: readonly Promise<T>[]): Promise<T[]> {
  const ended = await Promise.allSettled(works);
  return ended.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
}
