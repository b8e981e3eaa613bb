/** The files of deploy/, checked as far as that can be done without Docker and without a machine of their own. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { variableNames } from '../../src/config';
import { eventually } from '../helpers/eventually';
import { startProgram } from '../helpers/gateway-process';
import { serveSeeds } from '../helpers/serve-seeds';

jest.setTimeout(120_000);

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, 'deploy', path), 'utf8');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'num-gateway-deploy-'));
});
const running: { stop: (signal: NodeJS.Signals) => Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((program) => program.stop('SIGTERM')));
  await rm(folder, { recursive: true, force: true });
});

/** Where a program is that not every machine has; tests that need it are skipped elsewhere. */
const placeOf = (program: string): string | null =>
  ['/usr/sbin', '/usr/bin', '/usr/local/bin']
    .map((path) => join(path, program))
    .find((path) => existsSync(path)) ?? null;
const itWith = (program: string | null) => (program === null ? it.skip : it);

/** Variables that others than src/config read. */
const others = ['NODE_ENV', 'NODE_OPTIONS'];

interface Service {
  build?: { context: string; dockerfile: string };
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  environment?: Record<string, string>;
  volumes?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  tmpfs?: string[];
}

describe('deploy/compose.yaml', () => {
  const { services, volumes } = parse(read('compose.yaml')) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
  };

  it('names files, services and volumes that are there', () => {
    const context = join(root, 'deploy', services.gateway?.build?.context ?? 'none');
    expect(existsSync(join(context, services.gateway?.build?.dockerfile ?? 'none'))).toBe(true);
    for (const service of Object.values(services)) {
      for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
        expect(condition).toBe('service_healthy');
        expect(services[other]?.healthcheck).toBeDefined();
      }
      for (const volume of service.volumes ?? []) expect(volumes).toHaveProperty(volume.split(':')[0] ?? '');
    }
    expect(services.gateway?.environment?.DATABASE_URL).toContain('@database/num');
  });

  it('gives every service a root that cannot be written, and no capabilities but those that it names', () => {
    for (const service of Object.values(services)) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
      expect(service.tmpfs).toContain('/tmp');
    }
  });
});

it('every variable that deploy/ sets is one that is read', () => {
  const { services } = parse(read('compose.yaml')) as { services: { gateway: Service } };
  const inDockerfile = [...read('Dockerfile').matchAll(/^(?:ENV| {4}) ?([A-Z_]+)=/gm)].map(
    ([, name]) => name,
  );
  const inUnit = [...read('num-gateway.service').matchAll(/^Environment=([A-Z_]+)=/gm)].map(
    ([, name]) => name,
  );
  const names = [...Object.keys(services.gateway.environment ?? {}), ...inDockerfile, ...inUnit];

  expect(names.length).toBeGreaterThan(12);
  for (const name of names) expect([...variableNames, ...others]).toContain(name);
});

const systemd = placeOf('systemd-analyze');
itWith(systemd)('systemd finds nothing wrong with the unit', async () => {
  const unit = join(folder, 'num-gateway.service');
  // Node may lie elsewhere on this machine, and the gateway does.
  await writeFile(
    unit,
    read('num-gateway.service')
      .replace('/usr/bin/node', process.execPath)
      .replaceAll('/opt/num-gateway', root),
  );

  const said = execFileSync(systemd ?? '', ['verify', '--man=no', unit], { encoding: 'utf8', stdio: 'pipe' });

  expect(said).toBe('');
});

const nginx = placeOf('nginx');
itWith(nginx)(
  'nginx takes the example, passes queries on, keeps metrics back and leaves refusals to the gateway',
  async () => {
    const gateway = await serveSeeds({
      env: { PUBLIC_URL: 'https://data.example.org', TRUST_PROXY: '1' },
    });
    const port = await freePort();
    const example = read('nginx.conf')
      .replace('127.0.0.1:4000', new URL(gateway.url).host)
      .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
      .replaceAll(/^\s*ssl_certificate.*\n/gm, '');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${join(folder, name)};`,
    );
    const config = join(folder, 'nginx.conf');
    await writeFile(
      config,
      `daemon off; pid ${join(folder, 'pid')}; error_log stderr; worker_processes 1;
     events {} http { access_log off; ${temporary.join(' ')} ${example} }`,
    );
    const args = ['-p', folder, '-e', 'stderr', '-c', config];
    execFileSync(nginx ?? '', ['-t', ...args], { stdio: 'pipe' });
    const proxy = startProgram(nginx ?? '', args);
    running.push(proxy, gateway);
    const url = `http://127.0.0.1:${port}`;
    const statusOf = (path: string, options: RequestInit = {}) =>
      fetch(`${url}${path}`, options).then(
        ({ status }) => status,
        () => 0,
      );
    await eventually(() => statusOf('/readyz'), 200);
    const post = (query: string) => ({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });

    const answer: unknown = await (
      await fetch(`${url}/graphql`, post('{ institution(slug: "marburg") { iri } }'))
    ).json();

    expect(answer).toMatchObject({
      data: { institution: { iri: 'https://data.example.org/institutions/marburg' } },
    });
    expect(await statusOf('/metrics')).toBe(404);
    const tooLong = await fetch(`${url}/graphql`, post(`{ __typename } # ${'a'.repeat(110_000)}`));
    expect([tooLong.status, tooLong.headers.get('content-type')]).toEqual([
      413,
      expect.stringMatching(/json/),
    ]);
    expect(
      await statusOf('/graphql?query={institutions{nodes{slug}}}&format=csv', {
        headers: { 'apollo-require-preflight': 'true' },
      }),
    ).toBe(200);
    await proxy.stop('SIGQUIT');
    await gateway.stop();
  },
);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
