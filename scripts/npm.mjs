/** Calls npm: the one that runs this script, else the one on the path. */
import { run } from './program.mjs';
import { npmFailure, SetupError } from './setup-error.mjs';

/** Waits between tries are short: a machine without a network should hear so soon. */
const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
const retries = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

/** Throws SetupError. `path`: the folder that npm writes to. */
export async function npm(args, { cwd, path }) {
  const own = process.env.npm_execpath;
  const isScript = own !== undefined && /npm-cli\.[cm]?js$/.test(own);
  const [command, first] = isScript ? [process.execPath, [own]] : ['npm', []];
  const options = { cwd, shell: !isScript && process.platform === 'win32' };
  const { status, output } = await run(command, [...first, ...args, ...quiet, ...retries], options);
  if (status === 127) throw new SetupError('no-npm');
  if (status !== 0) throw npmFailure(output, path);
}
