/** Fetching: what comes back, how servers are treated, and what stays closed. */
import { createHash } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { FetchFault } from '../../src/harvest/fetching/fault';
import { fetchFinding } from '../../src/harvest/fetching/finding-texts';
import { HostLanes } from '../../src/harvest/fetching/lanes';
import { isPublic, isPublicOrInside } from '../../src/harvest/fetching/reachable';
import { runs } from '../helpers/property-runs';
import { closeFetchers, closeSites, fetcher, pages, redirect, site, withRobots } from './web';

afterEach(async () => {
  await closeFetchers();
  await closeSites();
});

const accept = 'text/turtle';
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

/** The fault of a fetch that fails. */
async function faultOf(fetching: Promise<unknown>): Promise<FetchFault> {
  const error = await fetching.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FetchFault);
  return error as FetchFault;
}

describe('a document', () => {
  it('comes with its address, type, digest, date, validators and links', async () => {
    const { url } = await site(
      pages({
        '/catalog': redirect('/catalog.ttl'),
        '/catalog.ttl': (response) =>
          response
            .writeHead(200, {
              'content-type': 'text/turtle; charset=utf-8',
              etag: '"v1"',
              'last-modified': 'Sun, 29 Nov 2026 08:00:00 GMT',
              link: '</next.ttl>; rel="next", <https://example.org/shape>; rel="describedby profile"; type="text/turtle"',
            })
            .end('<#a> a <#b> .'),
      }),
    );

    const document = await fetcher().get(`${url}/catalog#part`, accept);

    expect({ ...document, bytes: text(document.bytes) }).toEqual({
      address: `${url}/catalog.ttl`,
      bytes: '<#a> a <#b> .',
      type: 'text/turtle; charset=utf-8',
      fetchedAt: '2026-11-30T12:00:00.000Z',
      digest: `sha256:${createHash('sha256').update('<#a> a <#b> .').digest('hex')}`,
      lastModified: '2026-11-29T08:00:00.000Z',
      validators: { etag: '"v1"', lastModified: 'Sun, 29 Nov 2026 08:00:00 GMT' },
      links: [
        { rel: 'next', href: `${url}/next.ttl`, type: null },
        { rel: 'describedby', href: 'https://example.org/shape', type: 'text/turtle' },
        { rel: 'profile', href: 'https://example.org/shape', type: 'text/turtle' },
      ],
    });
  });

  it('is not sent again when it is unchanged, and the walk goes on where it went on before', async () => {
    const { url, requests } = await site(
      pages({
        '/a.ttl': (response, { headers }) =>
          headers['if-none-match'] === '"v1"' &&
          headers['if-modified-since'] === 'Sun, 29 Nov 2026 08:00:00 GMT'
            ? response.writeHead(304, { etag: '"v1"' }).end()
            : response.writeHead(500).end(),
      }),
    );
    const recall = async (address: string) =>
      address === `${url}/a.ttl`
        ? {
            validators: { etag: '"v1"', lastModified: 'Sun, 29 Nov 2026 08:00:00 GMT' },
            digest: 'sha256:00',
            leadsTo: [`${url}/b.ttl`],
          }
        : null;

    const document = await fetcher({ recall }).get(`${url}/a.ttl`, accept);

    expect(document).toMatchObject({
      unchanged: true,
      digest: 'sha256:00',
      leadsTo: [`${url}/b.ttl`],
      validators: { etag: '"v1"' },
    });
    expect(document.bytes).toHaveLength(0);
    expect(requests).toHaveLength(1);
    // Express, among others, answers a request that wants no cache with the whole document.
    expect(requests[0]?.headers).toMatchObject({ 'cache-control': 'max-age=0' });
    expect(requests[0]?.headers.pragma).toBeUndefined();
  });

  it('tells the server who asks, and what is read', async () => {
    const { url, requests } = await site(pages({ '/a': 'x' }));

    await fetcher().get(`${url}/a`, accept);

    expect(requests[0]?.headers).toMatchObject({ 'user-agent': 'num-gateway/test', accept: 'text/turtle' });
  });

  it('is unpacked', async () => {
    const { url } = await site(
      pages({
        '/a': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed')),
      }),
    );

    expect(text((await fetcher().get(`${url}/a`, accept)).bytes)).toBe('packed');
  });
});

describe('the operator’s network', () => {
  it('is not asked, whatever a redirect says', async () => {
    const inside = await site(pages({ '/secret': 'secret' }), '127.0.0.1');
    const { url } = await site(pages({ '/a': redirect(`${inside.url}/secret`) }));

    const fault = await faultOf(fetcher().get(`${url}/a`, accept));

    expect(fault).toMatchObject({ code: 'INSIDE_THE_NETWORK', address: `${inside.url}/secret` });
    expect(inside.connections).toBe(0);
  });

  it.each([
    '127.0.0.1',
    'localhost',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '0.0.0.0',
  ])('is not asked as %s', async (host) => {
    const inside = await site(pages({ '/': 'secret' }), '127.0.0.1');

    const fault = await faultOf(fetcher({ robots: 'ignored' }).get(`http://${host}:${inside.port}/`, accept));

    expect(fault.code).toBe('INSIDE_THE_NETWORK');
    expect(inside.connections).toBe(0);
  });

  it('is not asked by a name that stands for it as well, or only at the next look-up', async () => {
    const inside = await site(pages({ '/a': 'secret', '/b': 'secret' }), '127.0.0.1');
    const outside = await site((_, response) => void response.setHeader('connection', 'close').end('public'));
    const answers = [
      [
        { address: '127.0.0.1', family: 4 },
        { address: '127.0.0.2', family: 4 },
      ],
      [{ address: '127.0.0.1', family: 4 }],
    ];
    const lookUp = async () => answers.shift() ?? [{ address: '127.0.0.1', family: 4 }];
    const asking = fetcher({ lookUp, robots: 'ignored' });

    expect(text((await asking.get(`http://rebinding.example.org:${outside.port}/a`, accept)).bytes)).toBe(
      'public',
    );
    expect(await faultOf(asking.get(`http://rebinding.example.org:${outside.port}/b`, accept))).toMatchObject(
      {
        code: 'INSIDE_THE_NETWORK',
      },
    );
    expect(inside.connections).toBe(0);
  });

  it('is asked where the source may', async () => {
    const inside = await site(pages({ '/a': 'intranet' }), '127.0.0.1');

    const document = await fetcher({ mayReach: isPublicOrInside }).get(`${inside.url}/a`, accept);

    expect(text(document.bytes)).toBe('intranet');
  });

  it('is any address that is not routed publicly, in any notation', () => {
    const part = fc.integer({ min: 0, max: 255 });
    const blocks = fc.constantFrom(
      [0],
      [10],
      [127],
      [100, 64],
      [169, 254],
      [172, 16],
      [172, 31],
      [192, 0, 0],
      [192, 168],
      [198, 18],
      [224],
      [240],
      [255, 255, 255, 255],
    );
    fc.assert(
      fc.property(blocks, fc.tuple(part, part, part), (block, rest) => {
        const address = [...block, ...rest].slice(0, 4).join('.');
        expect([address, `::ffff:${address}`, `64:ff9b::${address}`].filter(isPublic)).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });

  it.each([
    ['8.8.8.8', true],
    ['::ffff:8.8.8.8', true],
    ['2a01:4f8::1', true],
    ['64:ff9b::8.8.8.8', true],
    ['fc00::1', false],
    ['fe80::1', false],
    ['::7f00:1', false],
    ['2002:7f00:1::', false],
    ['2001:db8::1', false],
    ['ff02::1', false],
    ['::', false],
    ['no address', false],
  ])('knows whether %s is public', (address, is) => {
    expect(isPublic(address)).toBe(is);
  });

  it('keeps the addresses closed where clouds hand out credentials, even if it may be asked', () => {
    expect(['10.1.2.3', '192.168.1.1', '127.0.0.1', '::1', 'fd00::1'].filter(isPublicOrInside)).toHaveLength(
      5,
    );
    expect(['169.254.169.254', 'fe80::1', '224.0.0.1', '0.0.0.0'].filter(isPublicOrInside)).toEqual([]);
  });
});

describe('credentials', () => {
  const headers = { authorization: 'Bearer abc' };

  it('go to their host, and to no other that it leads to', async () => {
    const other = await site(pages({ '/b': 'other' }));
    const own = await site(pages({ '/a': redirect('/c'), '/c': redirect(`${other.url}/b`) }));

    await fetcher({ credentials: { for: `${own.url}/catalog`, headers } }).get(`${own.url}/a`, accept);

    expect(own.requests.map((request) => request.headers.authorization)).toEqual([
      'Bearer abc',
      'Bearer abc',
    ]);
    expect(other.requests.map((request) => request.headers.authorization)).toEqual([undefined]);
  });

  it('are not taken from addresses, where others may have written them', async () => {
    const { url, port, requests } = await site(pages({ '/a': 'x' }));

    const document = await fetcher().get(url.replace('//', '//user:secret@') + '/a', accept);

    expect(document.address).toBe(`http://127.0.0.2:${port}/a`);
    expect(requests[0]?.headers.authorization).toBeUndefined();
  });
});

describe('a server', () => {
  it('is asked one thing at a time, whichever source asks', async () => {
    let running = 0;
    let most = 0;
    const { url } = await site((_, response) => {
      most = Math.max(most, (running += 1));
      setTimeout(() => {
        running -= 1;
        response.end('x');
      }, 20);
    });
    const lanes = new HostLanes();
    const [one, another] = [fetcher({ lanes }), fetcher({ lanes })];

    await Promise.all(
      ['/a', '/b', '/c'].flatMap((path) => [one.get(url + path, accept), another.get(url + path, accept)]),
    );

    expect(most).toBe(1);
  });

  it('is asked three times when it fails for the moment', async () => {
    const answers = [503, 500, 200];
    const { url, asked } = await site(
      (_, response) => void response.writeHead(answers.shift() ?? 500).end('x'),
    );

    expect(text((await fetcher().get(`${url}/a`, accept)).bytes)).toBe('x');
    expect(asked).toHaveLength(3);
    expect(await faultOf(fetcher().get(`${url}/a`, accept))).toMatchObject({
      code: 'HTTP_STATUS',
      status: 500,
    });
    expect(asked).toHaveLength(6);
  });

  it('is left alone for as long as it asks', async () => {
    const times: number[] = [];
    const { url } = await site((_, response) => {
      times.push(performance.now());
      if (times.length === 1) response.writeHead(429, { 'retry-after': '1' }).end();
      else response.end('x');
    });

    await fetcher().get(`${url}/a`, accept);

    const [first = 0, second = 0] = times;
    expect(second - first).toBeGreaterThanOrEqual(990);
  });

  it('is not waited for when it wants to be left alone for long', async () => {
    const { url, asked } = await site(
      (_, response) => void response.writeHead(429, { 'retry-after': 'Tue, 01 Dec 2026 12:00:00 GMT' }).end(),
    );

    expect(await faultOf(fetcher().get(`${url}/a`, accept))).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      retryAfter: 86_400_000,
    });
    expect(asked).toHaveLength(1);
  });

  it.each([
    [401, 'NOT_ALLOWED'],
    [403, 'NOT_ALLOWED'],
    [404, 'NOT_FOUND'],
    [410, 'NOT_FOUND'],
    [406, 'HTTP_STATUS'],
    [304, 'HTTP_STATUS'],
  ])('that answers %s is asked once', async (status, code) => {
    const { url, asked } = await site((_, response) => void response.writeHead(status).end());

    expect(await faultOf(fetcher().get(`${url}/a`, accept))).toMatchObject({ code, status });
    expect(asked).toHaveLength(1);
  });

  it('that is dead, sends half a document, or something else than it says, is told as such', async () => {
    const dead = await site((_, response) => void response.end());
    await closeSites();
    const half = await site((_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half');
      setTimeout(() => response.destroy(), 20);
    });
    const mute = await site((request) => void request.socket.destroy());
    const wrong = await site(
      (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('not packed'),
    );

    expect((await faultOf(fetcher({ robots: 'ignored' }).get(dead.url, accept))).code).toBe('UNREACHABLE');
    expect((await faultOf(fetcher().get(half.url, accept))).code).toBe('CUT_OFF');
    expect((await faultOf(fetcher().get(mute.url, accept))).code).toBe('UNREACHABLE');
    expect((await faultOf(fetcher().get(wrong.url, accept))).code).toBe('WRONG_ENCODING');
    expect([half.asked.length, mute.asked.length, wrong.asked.length]).toEqual([3, 3, 1]);
  });

  it('that sends a byte now and then is not waited for', async () => {
    const { url } = await site((_, response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });

    expect((await faultOf(fetcher({ limits: { milliseconds: 200, tries: 1 } }).get(url, accept))).code).toBe(
      'TIMEOUT',
    );
  });

  it('that never answers is not waited for', async () => {
    const { url, asked } = await site(() => undefined);

    expect((await faultOf(fetcher({ limits: { milliseconds: 100 } }).get(url, accept))).code).toBe('TIMEOUT');
    expect(asked).toHaveLength(3);
  });

  it('cannot fill the memory, by what it says, sends or packs', async () => {
    const limits = { bytes: 100_000 };
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    const stated = await site(
      (_, response) => void response.writeHead(200, { 'content-length': '200000' }).write('x'),
    );
    const sent = await site((_, response) => {
      const flood = setInterval(() => response.write(Buffer.alloc(50_000)), 1);
      response.on('close', () => clearInterval(flood));
    });
    const packed = await site(
      (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );

    expect(bomb.length).toBeLessThan(limits.bytes);
    for (const { url } of [stated, sent, packed])
      expect((await faultOf(fetcher({ limits }).get(url, accept))).code).toBe('TOO_LARGE');
  });

  it('that redirects in a circle, or away from the web, is not followed', async () => {
    const { url, asked } = await site(pages({ '/a': redirect('/a'), '/b': redirect('file:///etc/passwd') }));

    expect((await faultOf(fetcher().get(`${url}/a`, accept))).code).toBe('TOO_MANY_REDIRECTS');
    expect(asked).toHaveLength(6);
    expect((await faultOf(fetcher().get(`${url}/b`, accept))).code).toBe('NOT_HTTP');
    expect((await faultOf(fetcher().get('ftp://example.org/a', accept))).code).toBe('NOT_HTTP');
  });

  it('is no longer asked when the run is stopped, in the middle of an answer and while it waits', async () => {
    const slow = await site((_, response) => void response.write('x'));
    const later = await site((_, response) => void response.writeHead(503, { 'retry-after': '60' }).end());
    for (const { url, asked } of [slow, later]) {
      const stop = new AbortController();
      const fetching = fetcher({ signal: stop.signal }).get(url, accept);
      while (asked.length === 0) await after(5);
      stop.abort();
      expect((await faultOf(fetching)).code).toBe('STOPPED');
    }
  });
});

describe('robots.txt', () => {
  const rules = (robots: string | number) =>
    withRobots(({ url }, response) => {
      if (url !== '/robots.txt') response.end('x');
      else if (typeof robots === 'number') response.writeHead(robots).end();
      else response.end(robots);
    });

  it('is obeyed, and read once', async () => {
    let read = 0;
    const { url, asked } = await site(
      withRobots(({ url: path }, response) => {
        if (path === '/robots.txt') read += 1;
        response.end('User-agent: *\nAllow: /\n\nUser-agent: num-gateway\nDisallow: /private/\n');
      }),
    );
    const asking = fetcher();

    await asking.get(`${url}/public/a`, accept);
    expect(await faultOf(asking.get(`${url}/private/a`, accept))).toMatchObject({
      code: 'ROBOTS',
      address: `${url}/private/a`,
    });
    expect(asked).toEqual(['/public/a']);
    expect(read).toBe(1);
  });

  it('is not asked where the source says so', async () => {
    const { url } = await site(rules('User-agent: *\nDisallow: /'));

    expect(text((await fetcher({ robots: 'ignored' }).get(`${url}/a`, accept)).bytes)).toBe('x');
  });

  it('allows all where it is missing or forbidden, and nothing where it fails', async () => {
    for (const status of [404, 403]) {
      const { url } = await site(rules(status));
      expect(text((await fetcher().get(`${url}/a`, accept)).bytes)).toBe('x');
    }
    const { url, asked } = await site(rules(500));
    expect(await faultOf(fetcher().get(`${url}/a`, accept))).toMatchObject({
      code: 'HTTP_STATUS',
      address: `${url}/robots.txt`,
    });
    expect(asked).toEqual([]);
  });

  it('sets the pause between requests', async () => {
    const { url } = await site(rules('User-agent: *\nCrawl-delay: 0.3'));
    const asking = fetcher();
    await asking.get(`${url}/a`, accept);
    const begin = performance.now();

    await asking.get(`${url}/b`, accept);

    expect(performance.now() - begin).toBeGreaterThanOrEqual(290);
  });
});

it('says what happened and what to do, in German and English', () => {
  const finding = fetchFinding(
    new FetchFault('NOT_ALLOWED', 'https://fdp.example.org/a', { status: 401 }),
    'https://fdp.example.org/',
  );

  expect(finding).toEqual({
    id: 'not-allowed',
    severity: 'ERROR',
    kind: 'fetch',
    place: { document: 'https://fdp.example.org/', line: null, column: null },
    subject: null,
    property: null,
    value: 'https://fdp.example.org/a',
    message: {
      en: 'The server does not let us in at https://fdp.example.org/a (HTTP 401).',
      de: 'Der Server lässt uns bei https://fdp.example.org/a nicht ein (HTTP 401).',
    },
    remedy: {
      en: 'Ask its operator for access, and name the environment variable with it in "credentials".',
      de: 'Bitten Sie den Betreiber um Zugang, und nennen Sie die Umgebungsvariable damit in „credentials“.',
    },
  });
});
