/** What a client may ask for in a minute, however its requests come. */
import fc from 'fast-check';
import { readConfig } from '../../src/config';
import { Refusal } from '../../src/http/errors';
import { Rate } from '../../src/http/rate';

/** Charges a client, and says whether it was let through. */
const charged = async (rate: Rate, ip: string, cost: number): Promise<boolean> => {
  try {
    await rate.charge({ ip }, cost);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return false;
  }
};

it('lets a client through exactly as long as its minute lasts, one request after another or all at once', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5_000 }),
      fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 60 }),
      fc.boolean(),
      async (most, costs, atOnce) => {
        const rate = new Rate(most);
        const outcomes = atOnce
          ? await Promise.all(costs.map((cost) => charged(rate, '10.0.0.1', cost)))
          : await costs.reduce<Promise<boolean[]>>(
              async (before, cost) => [...(await before), await charged(rate, '10.0.0.1', cost)],
              Promise.resolve([]),
            );

        const refused = outcomes.indexOf(false);
        const passed = refused === -1 ? costs : costs.slice(0, refused);
        const spent = passed.reduce((sum, cost) => sum + cost, 0);
        expect(spent).toBeLessThanOrEqual(most);
        if (refused !== -1) expect(spent + (costs[refused] ?? 0)).toBeGreaterThan(most);
        // Who has asked for too much waits for the next minute.
        expect(outcomes.slice(refused === -1 ? outcomes.length : refused).every((each) => !each)).toBe(true);
      },
    ),
  ));

it('counts each client by itself', async () => {
  const rate = new Rate(100);

  expect(await charged(rate, '10.0.0.1', 101)).toBe(false);
  expect(await charged(rate, '10.0.0.2', 100)).toBe(true);
});

it('refuses nobody where it is unlimited', async () => {
  const rate = new Rate(readConfig({ MAX_COST_PER_MINUTE: 'unlimited' }).limits.costPerMinute);

  for (let time = 0; time < 3; time += 1)
    expect(await charged(rate, '10.0.0.1', Number.MAX_SAFE_INTEGER)).toBe(true);
});

it('begins anew with each minute', async () => {
  const rate = new Rate(100, 1);

  expect(await charged(rate, '10.0.0.1', 60)).toBe(true);
  expect(await charged(rate, '10.0.0.1', 60)).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(await charged(rate, '10.0.0.1', 60)).toBe(true);
});

describe('where the clock of the system is set meanwhile', () => {
  const hour = 3_600_000;
  const now = Date.now;
  afterEach(() => void (Date.now = now));
  const set = (by: number) => void (Date.now = () => now() + by);
  const refusalOf = (rate: Rate, ip: string) =>
    Promise.resolve(rate.charge({ ip }, 200)).then(
      () => undefined,
      (error: unknown) => error as Refusal,
    );

  it.each([
    ['back', -hour],
    ['forward', hour],
  ])('%s, nobody is told to wait longer than a minute, nor less than a second', (_, by) =>
    fc.assert(
      fc.asyncProperty(fc.boolean(), async (isKnown) => {
        const rate = new Rate(100);
        if (isKnown) await rate.charge({ ip: '10.0.0.1' }, 60);
        set(by);
        for (const ip of ['10.0.0.1', '10.0.0.2'])
          for (let asked = 0; asked < 2; asked += 1) {
            const refusal = await refusalOf(rate, ip);
            const seconds = Number(refusal?.headers['Retry-After']);
            expect(seconds).toBeGreaterThanOrEqual(1);
            expect(seconds).toBeLessThanOrEqual(60);
            expect(refusal?.extensions.retryAfter).toBe(seconds);
          }
        set(0);
      }),
    ),
  );

  it('a minute ends when it is over, and a table goes on then', async () => {
    const rate = new Rate(100, 1);
    await rate.charge({ ip: '10.0.0.1' }, 60);
    set(-hour);

    await rate.chargeInTime('10.0.0.1', 60, AbortSignal.timeout(30_000));
    expect(await charged(rate, '10.0.0.1', 60)).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await charged(rate, '10.0.0.1', 60)).toBe(true);
  });
});

it('needs not count each request of a client that asks often', async () => {
  const rate = new Rate(100_000);
  await charged(rate, '10.0.0.1', 1);
  await charged(rate, '10.0.0.1', 1);

  expect(Array.from({ length: 500 }, () => rate.charge({ ip: '10.0.0.1' }, 1))).toEqual(
    Array.from({ length: 500 }, () => undefined),
  );
});
