/** Runs the command line as a user does: a process of its own, in a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../cli.ts', import.meta.url));

export interface CliRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Written to standard input, which is then closed; absent: closed at once. */
  readonly input?: string;
  /** Hears standard output as it grows. */
  readonly onOutput?: (soFar: string, child: ChildProcess) => void;
}

/** An address where nothing listens, so that no real Ollama of the machine takes part. */
const noOllama = '127.0.0.1:9';

export function runCli(args: readonly string[], options: CliOptions): Promise<CliRun> {
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      ...process.env,
      LANG: 'en_GB.UTF-8',
      LC_ALL: '',
      NO_COLOR: '',
      OLLAMA_HOST: noOllama,
      JARVIS_SECRETS: 'file',
      JARVIS_DATA_DIR: options.dataDir,
      ...options.env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    options.onOutput?.(stdout, child);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  // A program that has ended before it read everything is no fault of the test.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', status => resolve({ status, stdout, stderr }));
  });
}
