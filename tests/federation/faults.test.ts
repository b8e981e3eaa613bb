/** A neighbour that fails takes its own fields with it, and nothing else. */
import { readFile } from 'node:fs/promises';
import { eventually } from '../helpers/eventually';
import { runs } from '../helpers/property-runs';
import { linked, scans, scansSdl, type Linked } from './linked-gateway';
import { faults, Neighbour } from './neighbour';

interface Answered {
  status: number;
  text: string;
  data: unknown;
  errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[];
}

const question = '{ infrastructures { nodes { slug scans } } }';
const partial = {
  infrastructures: {
    nodes: [
      { slug: 'aktin', scans: null },
      { slug: 'racoon', scans: null },
    ],
  },
};
const whole = {
  infrastructures: {
    nodes: [
      { slug: 'aktin', scans: 5 },
      { slug: 'racoon', scans: 6 },
    ],
  },
};

/** Long between looks: what these tests see, questions have found out. */
const never = { SUBGRAPHS_POLL_MS: '1000000' };

let racoon: Neighbour;
let link: Linked;

const ask = async (query: string, headers?: Record<string, string>): Promise<Answered> => {
  const { status, text, json } = await link.gateway.ask(query, headers);
  return { status, text, ...(json as Omit<Answered, 'status' | 'text'>) };
};
const reports = async () => {
  const { data } = await ask('{ subgraphs { name state version lastError { code } contributes { field } } }');
  return (data as { subgraphs: Record<string, unknown>[] }).subgraphs;
};

const begin = async (): Promise<void> => {
  racoon = await Neighbour.start('scans', scansSdl, scans);
};
const end = async (): Promise<void> => {
  await link.end();
  await racoon.stop();
};

describe('a neighbour that', () => {
  beforeAll(async () => {
    racoon = await Neighbour.start('scans', scansSdl, scans);
    // Long enough to read 10 MiB on a busy machine.
    link = await linked([racoon], { more: '    timeoutMs: 2000\n', environment: never });
  });
  afterAll(end);

  it.each([
    ['resets the connection', faults.resets, 'UNREACHABLE'],
    ['stops in the middle of its answer', faults.stopsInTheMiddle, 'UNREACHABLE'],
    ['hangs', faults.hangs, 'TIMEOUT'],
    ['answers HTML', faults.html, 'NOT_JSON'],
    ['answers broken JSON', faults.brokenJson, 'NOT_JSON'],
    ['answers other JSON', faults.noGraphql, 'NOT_GRAPHQL'],
    ['answers a list', faults.aList, 'NOT_GRAPHQL'],
    ['answers for fewer records than asked', faults.entitiesOfAnotherLength, null],
    ['answers null without an error', faults.nothing, 'NOT_GRAPHQL'],
    ['answers null with no errors', faults.nothingAndNoErrors, 'NOT_GRAPHQL'],
    ['answers none of the fields', faults.noFields, null],
    ['answers with status 500', faults.status500, 'HTTP_STATUS'],
    ['answers with status 401', faults.status401, 'HTTP_STATUS'],
    ['sends us elsewhere', faults.redirects, 'REDIRECT'],
    ['answers more than 10 MiB', faults.tooMuch, 'TOO_LARGE'],
  ])('%s leaves a partial answer and one error', async (_, fault, code) => {
    racoon.fault = fault;

    const { status, text, data, errors } = await ask(question);

    expect(status).toBe(200);
    expect(data).toEqual(partial);
    expect(errors).toEqual([
      {
        message: expect.stringMatching(/^The subgraph "scans" /) as string,
        path: ['infrastructures', 'nodes'],
        extensions: { code: 'UPSTREAM_UNAVAILABLE', serviceName: 'scans' },
      },
    ]);
    for (const secret of ['secret-of-upstream', racoon.url, '_entities', 'representations'])
      expect(text).not.toContain(secret);
    if (code !== null) expect(await reports()).toMatchObject([{ state: 'UNAVAILABLE', lastError: { code } }]);
    racoon.fault = null;
    expect(await ask(question)).toMatchObject({ data: whole });
    expect(await reports()).toMatchObject([{ state: 'AVAILABLE' }]);
  });
});

/** An error as many servers report it: with what nobody else should read. */
const reported = {
  message: 'connect ECONNREFUSED 10.1.2.3:5432 (secret-of-upstream): SELECT * FROM patients',
  path: ['_entities', 0, 'scans'],
  locations: [{ line: 1, column: 1 }],
  extensions: { code: 'COUNTING', stacktrace: ['secret-of-upstream'] },
};
const reporting = (errors: unknown[]) => {
  racoon.fault = (response) =>
    response.end(JSON.stringify({ data: { _entities: [{ scans: null }, { scans: 6 }] }, errors }));
};

describe('a neighbour that is reached and', () => {
  beforeAll(async () => {
    await begin();
    link = await linked([racoon], { environment: never });
  });
  afterAll(end);
  afterEach(async () => {
    racoon.deploy(scansSdl, scans);
    racoon.fault = null;
    // It is well again, so that it is not left alone.
    expect(await ask(question)).toMatchObject({ data: whole });
  });

  it.each([
    ['a field of Query', '{"data":{}}', ['machines']],
    ['what a record must have', '{"data":{"machines":[{}]}}', ['machines', 0, 'serial']],
  ])('leaves out %s is told', async (_, answer, path) => {
    racoon.fault = (response) => response.end(answer);

    const { data, errors } = await ask('{ machines { serial } }');

    expect(JSON.stringify(data)).toMatch(/^\{"machines":(null|\[null\])\}$/);
    expect(errors).toMatchObject([
      { path, extensions: { code: 'UPSTREAM_UNAVAILABLE', serviceName: 'scans' } },
    ]);
  });

  it('answers values of the wrong type loses them, once told', async () => {
    racoon.deploy(scansSdl.replace('scans: Int', 'scans: String'), {
      ...scans,
      Infrastructure: ({ slug }) => ({ __typename: 'Infrastructure', slug, scans: 'secret-of-upstream' }),
    });

    const { data, errors, text } = await ask(question);

    expect(data).toEqual(partial);
    expect(errors).toMatchObject([
      {
        path: ['infrastructures', 'nodes', 0, 'scans'],
        extensions: { code: 'UPSTREAM_UNAVAILABLE', serviceName: 'scans' },
      },
    ]);
    expect(text).not.toContain('secret-of-upstream');
  });

  it('answers several values of the wrong type is told once', async () => {
    racoon.fault = (response) =>
      response.end(
        '{"data":{"_entities":[{"__typename":"Infrastructure","scans":"secret-of-upstream","machines":7},{"scans":{},"machines":[{"serial":null,"scans":"1.5"},"secret-of-upstream"]}]}}',
      );

    const { data, errors, text } = await ask(
      '{ infrastructures { nodes { slug scans machines { serial scans } } } }',
    );

    expect(data).toEqual({
      infrastructures: {
        nodes: [
          { slug: 'aktin', scans: null, machines: null },
          { slug: 'racoon', scans: null, machines: null },
        ],
      },
    });
    expect(errors).toEqual([
      {
        message: 'The subgraph "scans" answered values that its schema does not allow.',
        path: ['infrastructures', 'nodes', 0, 'scans'],
        extensions: { code: 'UPSTREAM_UNAVAILABLE', serviceName: 'scans' },
      },
    ]);
    expect(text).not.toContain('secret-of-upstream');
  });

  it.each([
    [
      'a value within a record',
      '[{"serial":"M1","at":null}]',
      [{ serial: 'M1', scans: null, at: null }],
      [0, 'scans'],
    ],
    [
      'a record within a record',
      '[{"serial":"M1","scans":7}]',
      [{ serial: 'M1', scans: 7, at: null }],
      [0, 'at'],
    ],
    [
      'the key of one of our records',
      '[{"serial":"M1","scans":7,"at":{"__typename":"Institution"}}]',
      [{ serial: 'M1', scans: 7, at: null }],
      [0, 'at', 'name'],
    ],
    [
      'the type of one of our records',
      '[{"serial":"M1","scans":7,"at":{"slug":"marburg"}}]',
      [{ serial: 'M1', scans: 7, at: null }],
      [0, 'at', 'name'],
    ],
  ])('leaves out %s is told', async (_, answer, machines, path) => {
    racoon.fault = (response) => response.end(`{"data":{"machines":${answer}}}`);

    const { data, errors } = await ask('{ machines { serial scans at { name } } }');

    expect(data).toEqual({ machines });
    expect(errors).toMatchObject([
      { path: ['machines', ...path], extensions: { code: 'UPSTREAM_UNAVAILABLE', serviceName: 'scans' } },
    ]);
  });

  it('answers more than it was asked changes nothing of ours', async () => {
    racoon.fault = (response) =>
      response.end(
        '{"data":{"_entities":[{"slug":"stolen","scans":1,"__proto__":{"slug":"polluted"}},{"slug":"stolen","scans":2}]}}',
      );

    expect((await ask(question)).data).toEqual({
      infrastructures: {
        nodes: [
          { slug: 'aktin', scans: 1 },
          { slug: 'racoon', scans: 2 },
        ],
      },
    });
  });

  it('is healthy and reports an error is told by code and path: its own words are for the log alone', async () => {
    reporting([reported]);

    const { data, errors } = await ask(question);

    expect(data).toEqual({
      infrastructures: {
        nodes: [
          { slug: 'aktin', scans: null },
          { slug: 'racoon', scans: 6 },
        ],
      },
    });
    expect(errors).toEqual([
      {
        message: 'The subgraph "scans" reported an error.',
        path: ['infrastructures', 'nodes', 0, 'scans'],
        extensions: { code: 'COUNTING', serviceName: 'scans' },
      },
    ]);
  });

  it.each([
    ['code', { ...reported, extensions: { code: 'secret-of-upstream: SELECT' } }],
    ['path', { ...reported, path: ['_entities', 'secret-of-upstream: SELECT'] }],
  ])('cannot bring a text of its own to clients as the %s of an error', async (_, error) => {
    reporting([error]);

    const answer = await ask(question);

    expect(answer.errors).toHaveLength(1);
    expect(JSON.stringify(answer)).not.toMatch(/secret|SELECT/);
  });
});

describe('a neighbour of its own that', () => {
  beforeEach(begin);
  afterEach(end);
  it('is down leaves the rest, and the gateway ready', async () => {
    link = await linked([racoon], { environment: never });
    await racoon.stop();

    expect(await ask('{ machines { serial } institution(slug: "marburg") { slug } }')).toMatchObject({
      status: 200,
      data: { machines: null, institution: { slug: 'marburg' } },
      errors: [{ path: ['machines'], extensions: { code: 'UPSTREAM_UNAVAILABLE', serviceName: 'scans' } }],
    });
    expect((await link.gateway.get('/readyz')).status).toBe(200);
  });

  it('is down gives no table, which is told as a fault behind the gateway', async () => {
    link = await linked([racoon], { environment: never });
    await racoon.stop();

    const query = new URLSearchParams({ query: `query Scans ${question}`, format: 'csv' });
    const { status, json } = await link.gateway.get(`/graphql?${query.toString()}`);

    expect(status).toBe(502);
    expect(json).toMatchObject({ errors: [{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }] });
  });

  it('is down is told once for a question, however many fields it has', async () => {
    link = await linked([racoon], { environment: never });
    await racoon.stop();

    const { data, errors } = await ask('{ one: machines { serial } other: machines { serial } }');

    expect(data).toEqual({ one: null, other: null });
    expect(errors).toMatchObject([{ path: ['one'] }]);
  });

  it('is quoted where its entry says so, without the rest of the error', async () => {
    link = await linked([racoon], { environment: never, more: '    errorMessages: shown\n' });
    reporting([{ ...reported, message: 'These scans are being counted.' }]);

    expect((await ask(question)).errors).toEqual([
      {
        message: 'These scans are being counted.',
        path: ['infrastructures', 'nodes', 0, 'scans'],
        extensions: { code: 'COUNTING', serviceName: 'scans' },
      },
    ]);
  });
});

describe('the gateway', () => {
  beforeEach(begin);
  afterEach(end);

  it('asks again where that is safe and may help', async () => {
    link = await linked([racoon], { environment: never });
    let failures = 1;
    racoon.fault = (response) => {
      if (--failures === 0) racoon.fault = null;
      response.writeHead(503).end();
    };

    expect(await ask(question)).toMatchObject({ data: whole });
    expect(racoon.asked).toHaveLength(2);
  });

  it('leaves a neighbour alone that fails again and again, and tries it later', async () => {
    link = await linked([racoon], { environment: never });
    racoon.fault = faults.html;
    for (let time = 0; time < 5; time++) await ask(question);
    const asked = racoon.asked.length;

    expect((await ask(question)).errors).toMatchObject([
      { message: expect.stringContaining('left alone') as string },
    ]);
    expect(racoon.asked).toHaveLength(asked);

    racoon.fault = null;
    await eventually(async () => JSON.stringify((await ask(question)).data), JSON.stringify(whole), 15_000);
  });

  it('counts a question once towards that, however often it was repeated', async () => {
    link = await linked([racoon], { environment: never });
    racoon.fault = (response) => response.writeHead(503).end();
    for (let time = 0; time < 4; time++) await ask(question);
    expect(racoon.asked).toHaveLength(12);

    racoon.fault = null;

    expect(await ask(question)).toMatchObject({ data: whole });
  });

  it('has at most so many questions in flight at a neighbour', async () => {
    link = await linked([racoon], { more: '    maxInFlight: 2\n', environment: never });
    let most = 0;
    let inFlight = 0;
    racoon.fault = (response) => {
      most = Math.max(most, (inFlight += 1));
      setImmediate(() => {
        inFlight -= 1;
        response.end('{"data":{"_entities":[{"scans":1},{"scans":2}]}}');
      });
    };

    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(question)));

    expect(most).toBeLessThanOrEqual(2);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const busy = answers.flatMap(({ errors = [] }) => errors);
    for (const { extensions } of busy) expect(extensions.code).toBe('UPSTREAM_UNAVAILABLE');
  });

  it('answers within its own deadline, whatever a neighbour is allowed', async () => {
    link = await linked([racoon], { environment: { ...never, DEADLINE_MS: '500' } });
    racoon.fault = faults.hangs;

    const { status, data, errors } = await ask(question);

    expect(status).toBe(200);
    expect(data).toEqual(partial);
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });

  it('starts without a neighbour that is down, and links it in when it comes', async () => {
    await racoon.stop();
    link = await linked([racoon]);

    expect(await reports()).toMatchObject([
      {
        name: 'scans',
        state: 'UNAVAILABLE',
        version: null,
        contributes: [],
        lastError: { code: 'UNREACHABLE' },
      },
    ]);
    expect(await ask('{ infrastructure(slug: "aktin") { slug } }')).toMatchObject({
      data: { infrastructure: { slug: 'aktin' } },
    });

    await racoon.listen();
    await eventually(async () => JSON.stringify((await ask(question)).data ?? null), JSON.stringify(whole));
  });

  it('starts with the schema that composed last where a neighbour is down', async () => {
    link = await linked([racoon]);
    expect(await readFile(link.keptAt, 'utf8')).toContain('scans: Int');
    await link.gateway.stop();
    await racoon.stop();

    await link.gateway.start(link.environment);

    expect(await ask(question)).toMatchObject({ data: partial, errors: [{}] });
  });

  it('keeps the last good schema of a neighbour that comes with a wrong one, and says so', async () => {
    link = await linked([racoon]);
    racoon.deploy(`${scansSdl} enum PlacePrecision { SOMEWHERE }`);

    await eventually(async () => String((await reports())[0]?.state), 'REFUSED');
    expect(await ask(question)).toMatchObject({ data: whole });
    expect(link.gateway.log.filter(({ msg }) => msg === 'A subgraph was not linked in')).toMatchObject([
      {
        subgraph: 'scans',
        problems: ['It changes our enum PlacePrecision. Give it the same values, or another name.'],
      },
    ]);
  });

  it('says no longer that a neighbour is refused that takes its wrong schema back', async () => {
    link = await linked([racoon]);
    racoon.deploy(`${scansSdl} enum PlacePrecision { SOMEWHERE }`);
    await eventually(async () => String((await reports())[0]?.state), 'REFUSED');

    racoon.deploy(scansSdl);

    await eventually(async () => String((await reports())[0]?.state), 'AVAILABLE');
  });

  it('exchanges the schema again and again under load and loses no request', async () => {
    link = await linked([racoon]);
    let deploying = true;
    const answers: Answered[] = [];
    const clients = Array.from({ length: 3 }, async () => {
      while (deploying) answers.push(await ask(question));
    });
    for (let time = 1; time <= runs(12); time++) {
      racoon.deploy(scansSdl.replace('scans: Int', `scans: Int new${time}: Int`), scans);
      await eventually(
        async () => (await ask(`{ infrastructures { nodes { new${time} } } }`)).errors === undefined,
        true,
      );
    }
    deploying = false;
    await Promise.all(clients);

    for (const each of answers) expect(each).toMatchObject({ status: 200, data: whole });
    expect(answers.every(({ errors }) => errors === undefined)).toBe(true);
  }, 120_000);
});
