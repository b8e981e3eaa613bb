// The page of a record, as its reader gets it without a script: its time as a bar, disputes with both sides, and where errors are reported.
import fc from 'fast-check';
import { scaleOf, segmentsOf, yearsOf } from '../../../src/web/pages/parts/time-scale';
import { dataset, document, harvest } from '../../harvest/run/harvesting';
import { linksIn, textOf } from '../../helpers/html';
import { runs } from '../../helpers/property-runs';
import { SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { Gateway } from '../../http/gateway';

jest.setTimeout(180_000);

const nothing = {
  startsOn: null,
  startsOnPrecision: null,
  endsOn: null,
  endsOnPrecision: null,
  attestedFrom: null,
  attestedUntil: null,
};

describe('the bar of a time', () => {
  it('goes from the stated beginning to the stated end, a stated year as a whole', () => {
    const time = {
      ...nothing,
      startsOn: '2020-01-01',
      endsOn: '2021-01-01',
      endsOnPrecision: 'YEAR' as const,
    };
    const scale = scaleOf([time, { ...nothing, startsOn: '2023-05-01' }]);
    if (!scale) throw new Error('There are days.');

    expect(new Date(scale.from).toISOString()).toBe('2020-01-01T00:00:00.000Z');
    expect(new Date(scale.to).toISOString()).toBe('2024-01-01T00:00:00.000Z');
    // Two of four years, of which one is a leap year: 731 of 1461 days.
    expect(segmentsOf(time, scale)).toEqual([{ kind: 'stated', x: 0, width: 50.03 }]);
    expect(yearsOf(scale).map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023]);
  });

  it('keeps what is shown apart from what is stated, and marks a beginning without an end', () => {
    const time = {
      ...nothing,
      startsOn: '2022-07-01',
      attestedFrom: '2022-07-01',
      attestedUntil: '2022-12-31',
    };
    const scale = scaleOf([time]);

    expect(scale && segmentsOf(time, scale).map(({ kind }) => kind)).toEqual(['attested', 'begin']);
  });

  it('has the year that something begins with', () => {
    const time = { ...nothing, startsOn: '2020-01-01' };
    const scale = scaleOf([time]);

    expect(scale && segmentsOf(time, scale)).toEqual([{ kind: 'begin', x: 0, width: 0 }]);
    expect(scale && yearsOf(scale)).toEqual([{ year: 2020, x: 0 }]);
  });

  it('is not drawn where no source names a day', () => {
    expect(scaleOf([nothing])).toBeNull();
    expect(scaleOf([])).toBeNull();
  });

  it('stays within its width, whatever the days', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const time = fc.record({
      startsOn: fc.option(day),
      startsOnPrecision: fc.constant(null),
      endsOn: fc.option(day),
      endsOnPrecision: fc.constantFrom('DAY' as const, 'MONTH' as const, 'YEAR' as const),
      attestedFrom: fc.option(day),
      attestedUntil: fc.option(day),
    });
    fc.assert(
      fc.property(fc.array(time, { minLength: 1, maxLength: 5 }), (times) => {
        const scale = scaleOf(times);
        if (!scale) return;
        for (const each of times)
          for (const { x, width } of segmentsOf(each, scale)) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(width).toBeGreaterThanOrEqual(0);
            expect(x).toBeLessThanOrEqual(100);
          }
        expect(yearsOf(scale).length).toBeGreaterThan(0);
        expect(yearsOf(scale).length).toBeLessThanOrEqual(7);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('in a gateway whose operator takes reports', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    const world = await SmallWorld.in(await seededDatabase('sqlite'));
    const page = { ...document, address: 'https://north.example.org/catalogue.ttl?page=2' };
    await harvest([{ ...dataset('flu-of-the-north'), document: page }], { store: world.store });
    gateway = await Gateway.of(world, {
      PUBLIC_URL: 'https://num.example.org',
      MAX_COST_PER_MINUTE: '2000000000',
      REPORT_ERROR_URL: 'https://example.org/report?from=gateway',
    });
  });
  afterAll(() => gateway.end());

  async function page(path: string, language = 'en'): Promise<string> {
    const headers = { accept: 'text/html', 'accept-language': language };
    const { status, text } = await gateway.get(path, { headers });
    expect([path, status]).toEqual([path, 200]);
    return text;
  }

  it('begins with what it is, its key facts, its time and its parts', async () => {
    const html = await page('/infrastructures/racoon', 'de');
    const head = textOf(html.slice(0, html.indexOf('id="facts"')));

    expect(head).toContain('Infrastruktur Radiologisches Kooperatives Netzwerk');
    expect(head).toContain('Kurzname RACOON');
    expect(head).toContain('unbekannt');
    expect(linksIn(html)).toEqual(
      expect.arrayContaining(['#facts', '#links', '#evidence', '#cite', '#data']),
    );
    expect(html).toContain('class="time-bar"');
  });

  it('leads from what was harvested to the document in which it stands', async () => {
    const html = await page('/datasets/flu-of-the-north', 'de');

    expect(linksIn(html)).toContain('https://north.example.org/catalogue.ttl?page=2');
    expect(textOf(html)).toContain('Dokument: https://north.example.org/catalogue.ttl?page=2');
  });

  it('shows both sides where sources disagree, without a click', async () => {
    const { json } = await gateway.ask(
      '{ infrastructure(by: { slug: "racoon" }) { disputes { statements { statedValue } } } }',
    );
    const [dispute] = (
      json as { data: { infrastructure: { disputes: { statements: { statedValue: string }[] }[] } } }
    ).data.infrastructure.disputes;
    const html = await page('/infrastructures/racoon');
    const opened = /<details class="evidence disputed" open>(.*?)<\/details>/s.exec(html)?.[1] ?? '';

    expect(dispute?.statements.length).toBeGreaterThan(1);
    for (const { statedValue } of dispute?.statements ?? [])
      expect(textOf(`<body>${opened}`)).toContain(statedValue);
  });

  it('leads to the report of an error, with the record and the field filled in', async () => {
    const links = linksIn(await page('/infrastructures/racoon'))
      .filter((href) => href.startsWith('https://example.org/report'))
      .map((href) => new URL(href).searchParams);

    expect(links[0]?.get('record')).toBe('https://num.example.org/infrastructures/racoon');
    expect(links[0]?.get('from')).toBe('gateway');
    expect(links.map((each) => each.get('field'))).toContain('Short name');
  });
});
