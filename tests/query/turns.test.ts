/** Turns of the event loop are short, whatever work arrives in one of them: what else arrives, such as a health check, comes between. */
import { atEndOfTurn } from '../../src/query/end-of-turn';
import { after } from '../../src/query/maybe-promise';
import { ownTurn, shortTurn } from '../../src/query/turns';

/** Works for longer than half of what a turn may. */
function work(): void {
  const begun = performance.now();
  while (performance.now() - begun < 6);
}

/** How many works are done in one turn at most, as who looks in between in each turn sees it. */
async function mostInOneTurn(begin: (work: () => void) => void, count = 12): Promise<number> {
  let [done, inThisTurn, most] = [0, 0, 0];
  begin(() => {
    work();
    done += 1;
    inThisTurn += 1;
    most = Math.max(most, inThisTurn);
  });
  while (done < count) {
    await new Promise(setImmediate);
    inThisTurn = 0;
  }
  return most;
}

const times = (count: number, start: () => unknown): void => {
  for (let index = 0; index < count; index += 1) start();
};

/** Each takes 6 ms of 10, so that nobody begins after the second. */
const mostWorks = 2;

it('does what waits for the end of a turn in several turns', async () => {
  const most = await mostInOneTurn((work) => times(12, () => atEndOfTurn(work)));

  expect(most).toBeLessThanOrEqual(mostWorks);
});

it('goes on in several turns with what many have waited for together', async () => {
  const read = new Promise((resolve) => setTimeout(resolve, 1));

  const most = await mostInOneTurn((work) => times(12, () => after(read, work)));

  expect(most).toBeLessThanOrEqual(mostWorks);
});

it('lets work that goes on by promises begin when that before it can do no more', async () => {
  const most = await mostInOneTurn((work) =>
    times(12, async () => {
      await ownTurn();
      await Promise.resolve();
      await Promise.resolve();
      work();
    }),
  );

  expect(most).toBeLessThanOrEqual(mostWorks);
});

it('keeps the order in which work has come', async () => {
  const seen: number[] = [];

  await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      await ownTurn();
      work();
      seen.push(index);
    }),
  );

  expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

it('has nobody wait in a turn that is short', async () => {
  await new Promise(setImmediate);

  expect(shortTurn()).toBeUndefined();
});

it('takes what arrives meanwhile after what waits already', async () => {
  const seen: string[] = [];
  const waits = async (name: string): Promise<void> => {
    await ownTurn();
    work();
    seen.push(name);
  };
  const first = [waits('one'), waits('two'), waits('three')];

  await new Promise(setImmediate);
  await Promise.all([...first, waits('later')]);

  expect(seen).toEqual(['one', 'two', 'three', 'later']);
});
