/** The address of a record that was withdrawn says what it was. */
import { describeOnEachDatabase } from '../helpers/databases';
import { eventually } from '../helpers/eventually';
import { Gateway } from './gateway';

const site = {
  slug: 'marburg',
  name: { de: 'Uniklinik', en: 'Hospital' },
  kind: 'UNIVERSITY_MEDICAL_CENTRE',
};
const register = { Source: [{ slug: 'register', title: 'A register' }] };
const path = '/institutions/marburg';

describeOnEachDatabase('the address of a record', (dialect) => {
  it('that was withdrawn answers 410 with what it was, and 200 when it is back', async () => {
    const gateway = await Gateway.over(dialect, { Institution: [site] });
    const { world } = gateway;
    const status = async () => (await gateway.get(path)).status;
    expect(await status()).toBe(200);

    await world.add(register, '2026-05-01T10:00:00.000Z', { vanished: 'go' });

    await eventually(status, 410);
    const gone = await gateway.get(path, { headers: { 'Accept-Language': 'de' } });
    expect(gone.json).toEqual({
      errors: [
        {
          message: 'Institution "Uniklinik" was withdrawn on 2026-05-01: the catalogue holds it no longer.',
          extensions: {
            code: 'GONE',
            type: 'Institution',
            name: 'Uniklinik',
            withdrawnAt: '2026-05-01T10:00:00.000Z',
          },
        },
      ],
    });
    expect(gone.headers.get('cache-control')).toBe('no-cache');
    const inBrowser = await gateway.get(path, { headers: { Accept: 'text/html', 'Accept-Language': 'en' } });
    expect([inBrowser.status, inBrowser.text]).toEqual([410, expect.stringContaining('Hospital')]);
    expect((await gateway.get('/institutions/atlantis')).status).toBe(404);
    const { json } = await gateway.ask('{ institution(slug: "marburg") { slug } }');
    expect(json).toMatchObject({ data: { institution: null } });

    await world.add({ Institution: [site] });

    await eventually(status, 200);
    await gateway.end();
  });
});
