/** The bytes of an answer are those of its text, whatever its length. */
import fc from 'fast-check';
import { AnswerText } from '../../src/http/answer-text';

const bytesOf = async (text: string): Promise<string> => {
  const bytes = await (await AnswerText.of(text)).in(null);
  if (typeof bytes === 'string') return bytes;
  return (Buffer.isBuffer(bytes) ? bytes : Buffer.concat(bytes)).toString('latin1');
};

describe('The bytes of an answer', () => {
  it('are its text in UTF-8, also where a long one is cut within a character of two units', async () => {
    const characters = fc.constantFrom('a', 'ü', '…', '𝄞', '👩‍⚕️');
    await fc.assert(
      fc.asyncProperty(fc.array(characters, { minLength: 1, maxLength: 20 }), async (part) => {
        const text = part.join('').repeat(Math.ceil(250_000 / part.join('').length));
        expect(await bytesOf(text)).toBe(Buffer.from(text).toString('latin1'));
      }),
      { numRuns: 20 },
    );
  });

  it('let other work come between the pieces of a long one', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    await AnswerText.of('ü'.repeat(20_000_000));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
  });
});
