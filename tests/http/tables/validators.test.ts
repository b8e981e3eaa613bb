/** A table is sent as an answer to a query is: only where the client does not have it, packed as the client likes it, and its head alone to HEAD. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { versionTable } from '../../../src/resource/statements';
import { describeOnEachDatabase } from '../../helpers/databases';
import { raw, type Raw } from '../../helpers/raw-request';
import { Gateway, sites } from '../gateway';

const query = 'query Sites { institutions { nodes { slug name } } }';
const addressOf = (asked: string, format = 'csv', variables: object = {}): string =>
  `/graphql?${new URLSearchParams({ query: asked, variables: JSON.stringify(variables), format }).toString()}`;

const listOf = (header: string | undefined): string[] => (header ?? '').split(/, */).sort();

describeOnEachDatabase('a table over HTTP', (dialect) => {
  let gateway: Gateway;
  beforeEach(async () => {
    gateway = await Gateway.over(dialect, sites, {}, { PUBLIC_URL: 'https://num.example.org' });
  });
  afterEach(() => gateway.end());

  const get = (path = addressOf(query), headers: Record<string, string> = {}, method = 'GET') =>
    raw(`${gateway.url}${path}`, headers, method);
  const tagOf = async (path?: string, headers?: Record<string, string>): Promise<string> => {
    const { status, headers: said } = await get(path, headers);
    expect(status).toBe(200);
    return said.etag ?? '';
  };

  it.each(['csv', 'ndjson', 'xlsx'])('is not sent again to a client that has it, as %s', async (format) => {
    const path = addressOf(query, format);
    const tag = await tagOf(path);
    expect(tag).toMatch(/^W\/"/);

    const { status, body, headers } = await get(path, { 'if-none-match': tag });

    expect([status, body.length]).toEqual([304, 0]);
    expect(headers).toMatchObject({
      etag: tag,
      'cache-control': 'public, max-age=0, must-revalidate',
      vary: expect.stringContaining('Accept-Language') as string,
    });
    expect((await get(path, { 'if-none-match': tag, 'cache-control': 'no-cache' })).status).toBe(200);
    expect((await get(path, { 'if-none-match': '*' })).status).toBe(304);
  });

  it('reads nothing of it for a client that has it', async () => {
    const statements = async () => {
      const { body } = await get('/metrics');
      return Number(/statement_duration_seconds_count\{outcome="ok"\} (\d+)/.exec(body.toString())?.[1] ?? 0);
    };
    const tag = await tagOf();
    const before = await statements();

    await get(undefined, { 'if-none-match': tag });

    expect((await statements()) - before).toBe(1);
  });

  it('has another tag where it is another table', async () => {
    const some = 'query Some($n: Int) { institutions(first: $n) { nodes { slug } } }';
    const tags = [
      await tagOf(),
      await tagOf(addressOf(query, 'ndjson')),
      await tagOf(addressOf(query), { 'accept-language': 'de' }),
      await tagOf(addressOf(some, 'csv', { n: 1 })),
      await tagOf(addressOf(some, 'csv', { n: 2 })),
    ];
    expect(new Set(tags).size).toBe(tags.length);

    await gateway.world.add({
      Institution: [{ slug: 'ulm', name: { de: 'Ulm' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' }],
    });

    const { status, body } = await get(undefined, { 'if-none-match': tags.join(', ') });
    expect([status, body.toString()]).toEqual([200, expect.stringContaining('ulm')]);
  });

  it('has another tag in another database that has come as far, and at another address', async () => {
    const tag = await tagOf();
    await gateway.behind((database) =>
      database.query(`UPDATE ${versionTable.name} SET changed_at = '2020-01-01T00:00:00.000Z'`),
    );
    expect(await tagOf()).not.toBe(tag);

    const other = await tagOf();
    await gateway.stop();
    await gateway.start({ PUBLIC_URL: 'https://other.example.org' });
    expect(await tagOf()).not.toBe(other);
  });

  it('has the same tag after a new start', async () => {
    const tag = await tagOf();

    await gateway.stop();
    await gateway.start({ PUBLIC_URL: 'https://num.example.org' });

    expect(await tagOf()).toBe(tag);
  });

  it('is private where somebody may be meant by name, and has no tag where it is posted', async () => {
    const named = await get(undefined, { authorization: 'Bearer x' });
    expect(named.headers['cache-control']).toBe('private, no-cache');

    const posted = await gateway.ask(query, { accept: 'text/csv' });
    expect([posted.status, posted.headers.get('etag')]).toEqual([200, null]);
  });

  it('says nothing of a table where there is none', async () => {
    const refused = await get(addressOf('{ institution(slug: "nowhere") { links { nodes { kind } } } }'));

    expect(refused.status).toBe(404);
    expect(refused.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(refused.headers['content-disposition']).toBeUndefined();
    expect(refused.headers['content-language']).toBeUndefined();
  });

  it.each(['csv', 'ndjson'])('is packed as the client likes it, as %s', async (format) => {
    const path = addressOf(query, format);
    const plain = await get(path);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(listOf(plain.headers.vary)).toEqual(['Accept', 'Accept-Encoding', 'Accept-Language']);

    const br = await get(path, { 'accept-encoding': 'gzip, deflate, br' });
    const gzip = await get(path, { 'accept-encoding': 'gzip;q=1, br;q=0.5' });
    const refused = await get(path, { 'accept-encoding': 'br;q=0, identity' });

    expect([br, gzip, refused].map(({ headers }) => headers['content-encoding'])).toEqual([
      'br',
      'gzip',
      undefined,
    ]);
    expect(brotliDecompressSync(br.body)).toEqual(plain.body);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(br.headers.etag).toBe(plain.headers.etag);
  });

  it('is packed once: a workbook is a zip already', async () => {
    const { headers, body } = await get(addressOf(query, 'xlsx'), { 'accept-encoding': 'gzip, br' });

    expect(headers['content-encoding']).toBeUndefined();
    expect(listOf(headers.vary)).toEqual(['Accept', 'Accept-Language']);
    expect(body.subarray(0, 2).toString()).toBe('PK');
  });

  it('has a name that every file system takes', async () => {
    const long = `query ${'Q'.repeat(3_000)} { institutions { nodes { slug } } }`;

    const { headers } = await get(addressOf(long));

    expect(headers['content-disposition']).toBe(`attachment; filename="${'Q'.repeat(100)}-v1.csv"`);
  });

  it.each(['csv', 'ndjson', 'xlsx'])('tells its head to HEAD, as %s', async (format) => {
    const path = addressOf(query, format);
    const asked = { 'accept-encoding': 'gzip' };
    const got = await get(path, asked);

    const { status, headers, body } = await get(path, asked, 'HEAD');

    expect([status, body.length]).toEqual([200, 0]);
    const told = ({ headers: all }: Raw) =>
      Object.fromEntries(
        Object.entries(all).filter(
          ([name]) => !/^(date|x-request-id|transfer-encoding|connection)$/.test(name),
        ),
      );
    expect(told({ status, headers, body })).toEqual(told(got));
    expect((await get(path, { 'if-none-match': headers.etag ?? '' }, 'HEAD')).status).toBe(304);
  });

  it('is refused to HEAD as it is to GET', async () => {
    for (const path of [
      addressOf('{ institution(slug: "nowhere") { links { nodes { kind } } } }'),
      addressOf('{ institutions { nodes { nothing } } }'),
      addressOf(query, 'pdf'),
    ])
      expect((await get(path, {}, 'HEAD')).status).toBe((await get(path)).status);
  });
});
