/** The built gateway as a program of its own: run to its end, or served until it is told to stop. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const dist = join(root, 'dist/src');
const deadline = 120_000;

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Settings {
  /** Environment variables beside PATH. */
  env?: Record<string, string>;
  /** The Node to run under; by default the one that runs the tests. */
  node?: string;
  /** Folder in which it runs. */
  cwd?: string;
}

/** A program that runs. */
class Running {
  stdout = '';
  stderr = '';
  readonly ended: Promise<Ended>;
  private look: () => void = () => undefined;

  constructor(private readonly child: ChildProcess) {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text;
      this.look();
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.ended = new Promise((resolve) => {
      child.on('close', (code, signal) => {
        resolve({ code, signal, stdout: this.stdout, stderr: this.stderr });
        this.look();
      });
    });
  }

  /** Resolves with the match as soon as the program has printed it. */
  async prints(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`${why}\n${this.stdout}\n${this.stderr}`));
      const timer = setTimeout(() => fail(`It did not print ${String(pattern)} in time.`), deadline);
      this.look = () => {
        const match = pattern.exec(this.stdout);
        const { exitCode, signalCode } = this.child;
        if (match) resolve(match);
        else if (exitCode !== null || signalCode !== null)
          fail(`It ended before it printed ${String(pattern)}.`);
        else return;
        clearTimeout(timer);
      };
      this.look();
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Sends a signal and waits for the end. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }

  /** The lines of the log so far, which are JSON. */
  get log(): Record<string, unknown>[] {
    const lines = this.stdout.split('\n').filter((line) => line.startsWith('{'));
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }
}

/** Starts the command line, `num-gateway <args>`. */
const start = (args: readonly string[], settings: Settings = {}): Running =>
  startScript([join(dist, 'commands/num-gateway.js'), ...args], settings);

/** Starts Node with the arguments given, from the root of the project. */
export function startScript(args: readonly string[], settings: Settings = {}): Running {
  if (!existsSync(dist)) throw new Error('The gateway is not built: run "npm run build:server".');
  return startProgram(settings.node ?? process.execPath, args, settings);
}

/** Starts a program, from the root of the project where nothing else is said. */
export function startProgram(
  program: string,
  args: readonly string[],
  { env, cwd = root }: Settings = {},
): Running {
  const { PATH = '' } = process.env;
  return new Running(spawn(program, args, { cwd, env: { PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** Runs the command line to its end. */
export const run = (args: readonly string[], settings?: Settings): Promise<Ended> =>
  start(args, settings).ended;

/** Starts `num-gateway serve` on a free port; resolves when it says where to go. */
export async function serve(settings: Settings = {}): Promise<Running & { url: string }> {
  const running = start(['serve'], { ...settings, env: { PORT: '0', ...settings.env } });
  const [, url = ''] = await running.prints(/(http:\S+)\/graphql/);
  return Object.assign(running, { url });
}
