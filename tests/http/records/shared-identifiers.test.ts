/** What is remembered of shared identifiers between requests is let go of by the next write. */
import { describeOnEachDatabase } from '../../helpers/databases';
import { eventually } from '../../helpers/eventually';
import { Gateway } from '../gateway';

const ror = 'https://ror.org/02gm5zw39';
const site = (slug: string) => ({
  slug,
  name: { en: slug },
  kind: 'RESEARCH_ORGANISATION',
  identifiers: [{ scheme: 'ROR', value: ror }],
});

describeOnEachDatabase('an identifier that only one record has', (dialect) => {
  let gateway: Gateway;
  beforeAll(async () => {
    // Answers are not cached, so each request states the record anew.
    gateway = await Gateway.over(
      dialect,
      { Institution: [site('kiel')] },
      {},
      { RESPONSE_CACHE_MEMORY: '0' },
    );
  }, 60_000);
  afterAll(() => gateway.end());

  const isTheSame = async (slug: string): Promise<boolean> => {
    const { text } = await gateway.get(`/institutions/${slug}.nt`);
    return text.includes(`<http://www.w3.org/2002/07/owl#sameAs> <${ror}>`);
  };

  it('says what the record is, until another one has it, too', async () => {
    for (const time of ['first', 'second', 'third'])
      expect({ time, isTheSame: await isTheSame('kiel') }).toEqual({ time, isTheSame: true });

    await gateway.world.add({ Institution: [site('luebeck')] });

    await eventually(() => isTheSame('kiel'), false);
    expect(await isTheSame('luebeck')).toBe(false);
  });
});
