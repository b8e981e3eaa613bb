/** The steps of deploy/Dockerfile, in a clean folder: what it copies is all that the gateway needs to start, as a user without rights. */
import { execFile as execFileCallback } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startProgram } from '../helpers/gateway-process';

jest.setTimeout(600_000);

const execFile = promisify(execFileCallback);
const root = join(__dirname, '../..');

interface Instruction {
  name: string;
  text: string;
}

/** The instructions of the last stage, each on one line. */
async function lastStage(): Promise<Instruction[]> {
  const text = await readFile(join(root, 'deploy/Dockerfile'), 'utf8');
  const lines = text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '');
  const from = lines.findLastIndex((line) => line.startsWith('FROM '));
  return lines.slice(from).map((line) => {
    const [, name = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    return { name, text: rest };
  });
}

const only = (stage: readonly Instruction[], name: string): string =>
  stage.find((instruction) => instruction.name === name)?.text ?? '';

let folder: string;
let app: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'num-gateway-container-'));
  app = join(folder, 'app');
  await chmod(folder, 0o755);
  await mkdir(app);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('what the image holds starts beside a prebuilt dist, by its command and by npm start, is healthy, and stops in order', async () => {
  const stage = await lastStage();
  for (const file of ['package.json', 'package-lock.json', '.npmrc'])
    await cp(join(root, file), join(app, file));
  // The one package that is compiled comes as it was compiled here.
  await execFile('npm', ['ci', '--omit=dev', '--ignore-scripts', '--prefer-offline'], { cwd: app });
  const compiled = 'node_modules/sqlite3/build';
  await cp(join(root, compiled), join(app, compiled), { recursive: true });
  for (const { text } of stage.filter(({ name }) => name === 'COPY')) {
    const [, path = ''] = /^--from=\w+ \/app\/(\S+) \.\/\1$/.exec(text) ?? [];
    expect(path).not.toBe('');
    if (path !== 'node_modules') await cp(join(root, path), join(app, path), { recursive: true });
  }
  const data = join(folder, 'data');
  await mkdir(data);
  await chmod(data, 0o777);
  const set = [...only(stage, 'ENV').matchAll(/(\w+)=(\S+)/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  const env = {
    ...(Object.fromEntries(set) as Record<string, string>),
    DATABASE_URL: `sqlite:${join(data, 'catalogue.sqlite')}`,
    SUBGRAPHS_KEPT_AT: join(data, 'subgraphs.json'),
    HOME: data,
    HOST: '127.0.0.1',
    PORT: '0',
  };
  /** As somebody to whom nothing but /data belongs. */
  const start = (command: readonly string[]) => {
    const [program = '', ...args] = command;
    const isRoot = process.getuid?.() === 0;
    return isRoot
      ? startProgram(
          'setpriv',
          ['--reuid=65534', '--regid=65534', '--clear-groups', '--no-new-privs', program, ...args],
          {
            env,
            cwd: app,
          },
        )
      : startProgram(program, args, { env, cwd: app });
  };

  const byCommand = start(JSON.parse(only(stage, 'CMD')) as string[]);
  const [, url = ''] = await byCommand.prints(/(http:\S+)\/graphql/);
  const [, health = ''] = /CMD (\[.*\])$/.exec(only(stage, 'HEALTHCHECK')) ?? [];
  const [program = '', ...args] = JSON.parse(health) as string[];
  const isHealthy = () =>
    execFile(program, args, { env: { PATH: process.env.PATH ?? '', PORT: new URL(url).port } }).then(
      () => true,
      () => false,
    );

  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(
    (await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } })).headers.get('content-type'),
  ).toMatch(/html/);
  expect(await isHealthy()).toBe(true);
  expect(await byCommand.stop('SIGTERM')).toMatchObject({ code: 0, signal: null, stderr: '' });
  expect(await isHealthy()).toBe(false);

  const byNpm = start(['npm', 'start']);
  const [, again = ''] = await byNpm.prints(/(http:\S+)\/graphql/);
  expect((await fetch(`${again}/readyz`)).status).toBe(200);
  expect(await byNpm.stop('SIGTERM')).toMatchObject({ code: 0, signal: null });
});
