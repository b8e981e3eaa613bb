/** Tables of wrong input: each row says what is wrong, shows the file with the place marked ▶, and what the steward is told. */
import { SmallWorld } from '../helpers/small-world';
import { marked, problemsOf } from './steward';

/** What is wrong, the file, what is said of it, and the remedy. */
export type Refusals = [wrong: string, file: string, message: RegExp, remedy: RegExp][];

export const evidence = 'evidence: [{ source: register, confidence: INFERRED }]';

/** An institution that lacks nothing, with further fields. */
export const site = (fields: string): string => `
Institution:
  - slug: marburg
    name: { de: Universitätsklinikum Marburg }
    kind: UNIVERSITY_MEDICAL_CENTRE
    ${evidence}
    ${fields}
`;

/** Runs the rows of a table against a world with a site, an infrastructure, a funding period and a source. */
export function testRefusals(title: string, refusals: Refusals): void {
  describe(title, () => {
    let world: SmallWorld;

    beforeAll(async () => {
      world = await SmallWorld.of('sqlite', {
        Institution: [{ slug: 'giessen', name: { de: 'Gießen' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' }],
        Infrastructure: [{ slug: 'racoon', name: { en: 'RACOON' } }],
        FundingPeriod: [
          { slug: 'period-2', name: { en: '2' }, funder: 'giessen', number: 2, startsOn: '2022-01-01' },
        ],
      });
    });

    afterAll(() => world.end());

    it.each(refusals)('%s', async (_wrong, file, message, remedy) => {
      const { text, line, column } = marked(file);

      const problems = await problemsOf(world, { 'sites.yaml': text });

      const said = [expect.stringMatching(message), expect.stringMatching(remedy)] as string[];
      expect(problems).toEqual([
        expect.objectContaining({
          file: 'seeds/sites.yaml',
          line,
          column,
          message: said[0],
          remedy: said[1],
        }),
      ]);
    });
  });
}
