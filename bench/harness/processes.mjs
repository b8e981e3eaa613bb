/** The processes of the benchmark: servers and the client, and what Linux says of the time and the memory that they take. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

const { setTimeout, clearTimeout } = globalThis;

/** How long a server may take to start, in milliseconds: at a million datasets ours counts them first. */
const longestStart = 180_000;

const running = new Set();

/** Nothing of the benchmark runs on when it ends, however it ends. */
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

function keep(child) {
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
}

/** Starts a server, which prints its address as soon as it listens. */
export async function startServer({ node, script, env, root }) {
  const child = keep(
    spawn(node, script, {
      cwd: root,
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  let said = '';
  const url = await new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`${script.join(' ')} ${why}:\n${said}`));
    const timer = setTimeout(() => fail('did not listen in time'), longestStart);
    child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const [, found] = /(http:\/\/[\w.]+:\d+)/.exec(said) ?? [];
      if (found) resolve(found);
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
  return {
    url,
    pid: child.pid,
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Starts the process that writes to a database, which needs the gateway's own Node. */
export async function startWriter({ databaseUrl, root }) {
  const child = keep(
    spawn(process.execPath, ['bench/harness/writer.cjs'], {
      cwd: root,
      env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    }),
  );
  await once(child, 'message');
  return { write: () => child.send('write'), stop: () => child.kill() };
}

/** Starts the client. */
export function startClient(node, script) {
  const child = keep(
    spawn(node, [script], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
    }),
  );
  return {
    load: async (task) => {
      child.send(task);
      const [result] = await once(child, 'message');
      if (result.error) throw new Error(result.error);
      return result;
    },
    stop: () => child.kill(),
  };
}

/** Linux counts the time of processes in hundredths of a second. */
const ticksPerSecond = 100;

const fieldsOf = (pid) => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** Seconds of CPU that a process has taken so far, with all its threads; null where the system does not tell. */
export function cpuOf(pid) {
  try {
    const fields = fieldsOf(pid);
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return null;
  }
}

/** Seconds of CPU of a process and its children, those that have ended among them; 0 without a process. */
export function cpuOfFamily(pid) {
  if (pid === undefined) return 0;
  try {
    const fields = fieldsOf(pid);
    const own = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
    const children = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const child = fieldsOf(name);
          return Number(child[1]) === pid ? [Number(child[11]) + Number(child[12])] : [];
        } catch {
          return [];
        }
      });
    return children.reduce((sum, ticks) => sum + ticks, own) / ticksPerSecond;
  } catch {
    return 0;
  }
}

/** The most memory that a process has had, in bytes; null where the system does not tell. */
export function peakMemoryOf(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes ? Number(kilobytes) * 1024 : null;
  } catch {
    return null;
  }
}
