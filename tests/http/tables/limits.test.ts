/** The limits of tables, and who may have one. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Rate } from '../../../src/http/rate';
import { eventually } from '../../helpers/eventually';
import { Gateway, sites, type Answer } from '../gateway';
import { asTable } from './as-table';

async function withGateway(
  environment: Record<string, string>,
  story: (gateway: Gateway) => Promise<void>,
): Promise<void> {
  const gateway = await Gateway.over('sqlite', sites, {}, environment);
  try {
    await story(gateway);
  } finally {
    await gateway.end();
  }
}

const query = 'query Sites { institutions { nodes { slug } } }';
const whole = 'slug\r\ngiessen\r\nmarburg\r\n';
const codeOf = ({ json }: Pick<Answer, 'json'>): unknown =>
  (json as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;

describe('a table of more records than tables have', () => {
  it('is refused before it begins, and given as far as the client asks for', () =>
    withGateway({ MAX_TABLE_RECORDS: '1' }, async (gateway) => {
      const refused = await asTable(gateway, query);

      expect([refused.status, codeOf(refused)]).toEqual([400, 'QUERY_TOO_COMPLEX']);
      expect(refused.text).toContain('The list has 2 records; a table has at most 1.');
      const first = await asTable(gateway, query.replace('institutions', 'institutions(first: 1)'));
      expect(first.text).toBe('slug\r\ngiessen\r\n');
      expect(first.headers.get('x-total-count')).toBe('2');
    }));
});

describe('the cost of a table', () => {
  it('decides how many records a page has', () =>
    withGateway({ MAX_COST: '210' }, async (gateway) => {
      expect((await asTable(gateway, query)).text).toBe(whole);
    }));

  it('is too much where even one record is', () =>
    withGateway({ MAX_COST: '100' }, async (gateway) => {
      const refused = await asTable(gateway, query);

      expect([refused.status, codeOf(refused)]).toEqual([400, 'QUERY_TOO_COMPLEX']);
    }));

  it('is paid by the client: the first page is refused, the next ones wait for the next minute', async () => {
    const minute = 0.5;
    const rate = new Rate(10, minute);
    const client = { ip: '192.0.2.1' } as never;
    await rate.charge(client, 10);
    await expect(rate.charge(client, 1)).rejects.toThrow('cost more than 10');

    await rate.chargeInTime('192.0.2.1', 10, new AbortController().signal);

    await expect(rate.charge(client, 1)).rejects.toThrow('cost more than 10');
    const gone = new AbortController();
    const waiting = rate.chargeInTime('192.0.2.1', 10, gone.signal);
    gone.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
  });
});

describe('a page of another site', () => {
  interface Asked {
    headers: Record<string, string>;
  }
  const from = (site: string, mode: string, dest: string, more: Record<string, string> = {}): Asked => ({
    headers: { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest, ...more },
  });
  /** As a browser asks: `fetch` writes headers of its own. */
  const visited = (gateway: Gateway, { headers }: Asked): Promise<Pick<Answer, 'status' | 'text' | 'json'>> =>
    new Promise((resolve, reject) => {
      const address = new URLSearchParams({ query, format: 'csv' });
      get(`${gateway.url}/graphql?${address.toString()}`, { headers, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text,
            get json() {
              return JSON.parse(text) as unknown;
            },
          }),
        );
      }).on('error', reject);
    });
  const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

  it('may link to a table', () =>
    withGateway({}, async (gateway) => {
      const link = from('cross-site', 'navigate', 'document', browser);
      expect((await visited(gateway, link)).text).toBe(whole);
      expect((await visited(gateway, from('none', 'navigate', 'document', browser))).text).toBe(whole);
      expect((await visited(gateway, from('same-origin', 'cors', 'empty'))).text).toBe(whole);
    }));

  it('has no table made as an image, a frame or by a script that may not read it', () =>
    withGateway({ CORS_ORIGINS: 'https://friend.example.org' }, async (gateway) => {
      for (const asked of [
        from('cross-site', 'no-cors', 'image'),
        from('same-site', 'no-cors', 'script'),
        from('cross-site', 'navigate', 'iframe'),
        from('cross-site', 'cors', 'empty'),
        from('cross-site', 'cors', 'empty', { origin: 'https://elsewhere.example.org' }),
      ]) {
        const refused = await visited(gateway, asked);
        expect([refused.status, codeOf(refused)]).toEqual([403, 'FORBIDDEN']);
      }
      const preflighted = from('cross-site', 'cors', 'empty', { 'apollo-require-preflight': 'true' });
      expect((await visited(gateway, preflighted)).text).toBe(whole);
    }));

  it('may have a table made by a script that may read it: it could have asked before as well', () =>
    withGateway({ CORS_ORIGINS: 'https://friend.example.org' }, async (gateway) => {
      const friend = from('cross-site', 'cors', 'empty', { origin: 'https://friend.example.org' });
      expect((await visited(gateway, friend)).text).toBe(whole);
    }));
});

describe('a gateway of trusted documents', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'trusted-'));
    writeFileSync(join(folder, 'sites.graphql'), query);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('makes tables of these and of no others', () =>
    withGateway({ TRUSTED_DOCUMENTS: folder }, async (gateway) => {
      const documentId = createHash('sha256').update(query).digest('hex');
      const address = new URLSearchParams({ documentId, format: 'csv' });

      expect((await gateway.get(`/graphql?${address.toString()}`)).text).toBe(whole);
      expect((await asTable(gateway, query, { accept: 'text/csv' })).text).toBe(whole);
      const other = await asTable(gateway, '{ contacts { nodes { slug } } }');
      expect([other.status, codeOf(other)]).toEqual([403, 'FORBIDDEN']);
    }));
});

describe('metrics and log', () => {
  it('count a table as one request of its operation', () =>
    withGateway({}, async (gateway) => {
      await asTable(gateway, query);

      const counted = 'num_gateway_requests_total{operation="Sites",status="200"} 1';
      await eventually(async () => (await gateway.get('/metrics')).text.includes(counted), true);
      expect(gateway.log).toContainEqual(
        expect.objectContaining({ msg: 'request', operationName: 'Sites', status: 200 }),
      );
    }));
});
