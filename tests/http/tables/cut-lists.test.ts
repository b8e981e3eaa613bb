/** Lists without pages give as many items as was asked for: no table of them, and no cell, looks whole when it is not. */
import { parse } from 'csv-parse/sync';
import { globalId } from '../../../src/resource/identity';
import { describeOnEachDatabase } from '../../helpers/databases';
import type { PlainRecords } from '../../helpers/small-world';
import { Gateway } from '../gateway';
import { asTable, type TableRequest } from './as-table';

const sites = Array.from({ length: 24 }, (_, index) => `site-${String(index).padStart(2, '0')}`);
const records: PlainRecords = {
  Institution: sites.map((slug, index) => ({
    slug,
    name: { de: slug },
    kind: 'UNIVERSITY_MEDICAL_CENTRE',
    state: ['BERLIN', 'HESSE', 'BAVARIA'][index % 3],
    city: `Stadt ${index}`,
  })),
  Infrastructure: ['racoon', 'naton'].map((slug) => ({ slug, name: { en: slug } })),
  Participation: sites.flatMap((institution) =>
    ['racoon', 'naton'].map((infrastructure) => ({ institution, infrastructure, role: 'PARTICIPATES' })),
  ),
};
const racoon = globalId('infrastructures/racoon');
const naton = globalId('infrastructures/naton');

describeOnEachDatabase('a table of a list without pages', (dialect) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.over(dialect, records);
  });
  afterAll(() => gateway.end());

  const table = async (query: string, request?: TableRequest) => {
    const { status, text, headers } = await asTable(gateway, query, request);
    const rows: string[][] = status === 200 ? parse(text) : [];
    return {
      status,
      text,
      rows: rows.slice(1),
      truncated: headers.get('x-truncated'),
      total: headers.get('x-total-count'),
    };
  };

  const requires = 'requires: { infrastructures: [{ slug: "racoon" }] }';
  it.each([
    [
      'coverage',
      'full',
      'fullCount',
      (sized: string) => `{ coverage(${requires}${sized}) { TELLER full { institution { slug } } } }`,
    ],
    [
      'groups',
      'groups',
      'beyond',
      (sized: string) =>
        `{ institutions { aggregate(by: [STATE, CITY]${sized}) { TELLER groups { count } } } }`,
    ],
    [
      'a matrix',
      'cells',
      'truncated',
      (sized: string) =>
        `{ matrix(link: PARTICIPATION${sized}) { TELLER cells { row { slug } column { slug } } } }`,
    ],
    [
      'a neighbourhood',
      'nodes',
      'truncated',
      (sized: string) =>
        `{ neighbourhood(of: { id: "${racoon}" }${sized}) { TELLER nodes { record { slug } } } }`,
    ],
    [
      'paths',
      'paths',
      'truncated',
      (sized: string) =>
        `{ paths(from: { id: "${racoon}" }, to: { id: "${naton}" }, maxLength: 2${sized}) { TELLER paths { length } } }`,
    ],
  ])(
    'of %s is whole, or its client says how much is wanted or asks what tells that there is more',
    async (_, list, teller, query) => {
      const asked = (sized: string, told = '') => table(query(sized).replace('TELLER', told));

      const sized = await asked(', first: 3');
      expect(sized.rows.length).toBeGreaterThan(0);
      expect([sized.status, sized.truncated]).toEqual([200, 'true']);
      const told = await asked(', first: 3', teller);
      expect([told.status, told.rows.length, told.truncated]).toEqual([200, sized.rows.length, 'true']);
      expect(Number(told.rows[0]?.[0]) > 0 || told.rows[0]?.[0] === 'true').toBe(true);
      const whole = await asked(', first: 50');
      expect([whole.status, whole.truncated]).toEqual([200, null]);
      expect(whole.rows.length).toBeGreaterThan(sized.rows.length);
      const usual = await asked('');
      expect([usual.status, usual.text]).toEqual([
        400,
        expect.stringMatching(
          `\\\\"${list}\\\\" has \\d+ records, and there are more; it has no pages that a table could go through. Give \\\\"first\\\\", or ask for \\\\"${teller}\\\\" too`,
        ),
      ]);
      expect((await asked('', teller)).status).toBe(200);
    },
  );

  it('says how many there are in all where a field counts them, by way of variables, aliases and fragments', async () => {
    const query = `query ($n: Int) { asked: coverage(${requires}, first: $n) { ...Sites } }
      fragment Sites on Coverage { all: full { institution { slug } } }`;

    const first = await table(query, { variables: { n: 2 } });
    expect([first.rows, first.total, first.truncated]).toEqual([[['site-00'], ['site-01']], '24', 'true']);
    expect((await table(query, { variables: {} })).status).toBe(400);
    const lines = await asTable(gateway, query, { variables: { n: 1 }, format: 'ndjson' });
    expect(lines.text).toBe('{"institution":{"slug":"site-00"}}\n');
    expect(lines.headers.get('x-truncated')).toBe('true');
  });

  it('joins a cut list in a cell with what says that it goes on', async () => {
    const query = `{ infrastructures(first: 1) { nodes {
      slug
      institutions {
        facets(by: [STATE, KIND], first: 2) { by buckets { value } }
        aggregate(by: [STATE], first: 2) { groups { count } }
        whole: aggregate(by: [STATE]) { groups { count } }
      }
    } } }`;

    expect((await table(query)).rows).toEqual([
      ['naton', 'STATE | KIND', 'BAVARIA | BERLIN | … | UNIVERSITY_MEDICAL_CENTRE', '8 | 8 | …', '8 | 8 | 8'],
    ]);
    const lines = await asTable(gateway, query, { format: 'ndjson' });
    expect(lines.text).not.toContain('_table');
  });

  it('has a row for each value of a facet, and says that there are more where its client can know', async () => {
    const facets = (first: string, told: string) =>
      table(`{ institutions { facets(by: [STATE, KIND]${first}) { by ${told} buckets { value } } } }`);

    const told = await facets(', first: 1', 'distinct');
    expect(told.rows).toEqual([
      ['STATE', '3', 'BAVARIA'],
      ['KIND', '1', 'UNIVERSITY_MEDICAL_CENTRE'],
    ]);
    expect(told.truncated).toBe('true');
    expect((await facets(', first: 2', '')).rows).toHaveLength(3);
    const whole = await facets('', '');
    expect([whole.rows.length, whole.truncated]).toEqual([4, null]);
  });

  it('refuses facets of more values than are shown, where its client cannot know', async () => {
    const facets = (told: string) =>
      table(`{ institutions { facets(by: [CITY]) { by ${told} buckets { value } } } }`);

    const { status, text } = await facets('');
    expect([status, text]).toEqual([
      400,
      expect.stringContaining('\\"buckets\\" has 20 records, and there are more'),
    ]);
    const told = await facets('distinct');
    expect([told.status, told.rows.length, told.truncated]).toEqual([200, 20, 'true']);
  });
});
