/** The end of a turn: whoever waits for it goes on before anything else arrives, in order, whatever becomes of the others. */
import { atEndOfTurn } from '../../src/query/end-of-turn';

it('lets those who wait go on in their order, and then, in the same turn, those whom they have made wait', async () => {
  const seen: string[] = [];

  for (const name of ['one', 'two']) {
    atEndOfTurn(() => {
      seen.push(name);
      atEndOfTurn(() => seen.push(`what ${name} reads`));
    });
  }
  seen.push('now');
  await new Promise(setImmediate);

  expect(seen).toEqual(['now', 'one', 'two', 'what one reads', 'what two reads']);
});

it('lets the others go on where one fails, and whoever comes later', () => {
  jest.useFakeTimers();
  const seen: string[] = [];
  const fails = (): void => {
    throw new Error('One of them fails.');
  };

  atEndOfTurn(fails);
  atEndOfTurn(() => seen.push('another'));
  expect(() => jest.runAllTimers()).toThrow('One of them fails.');
  jest.runAllTimers();
  atEndOfTurn(() => seen.push('later'));
  jest.runAllTimers();

  expect(seen).toEqual(['another', 'later']);
  jest.useRealTimers();
});
