/** `npm start`: sets up what is missing, then runs Jarvis in Electron where that can be had, else in the browser, and ends with it. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { findElectron } from './electron.mjs';
import { endWithSignals } from './program.mjs';
import { root } from './root.mjs';
import { prepare } from './setup.mjs';
import { SetupError } from './setup-error.mjs';
import { webProgram } from './web-program.mjs';

/** A signal that comes twice within this time is one: a terminal sends Ctrl-C to npm and to us, and npm passes it on. */
const sameSignalMs = 1000;
const parentWatchMs = 500;

const node = await prepareOrExplain();
const electron = await findElectron(programArguments());
if (electron.why !== undefined) process.stderr.write(`${electron.why}\n`);
process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM').removeAllListeners('SIGHUP');
const given = programArguments().filter(arg => arg !== '--web');
const [command, args] = electron.path ? [electron.path, [root, ...given]] : [node, [...webProgram, ...given]];
const program = spawn(command, args, {
  // The channel tells the program that we are gone, also after a SIGKILL. A session of its own keeps the terminal's
  // signals from reaching it beside ours.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  detached: process.platform !== 'win32',
  env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'dist', '.compile-cache') },
});
passOnSignals(program);
endWithParent(program);
program.on('error', error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
program.on('exit', (status, signal) => {
  process.exit(status ?? 128 + constants.signals[signal]);
});

async function prepareOrExplain() {
  endWithSignals();
  try {
    return await prepare();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function passOnSignals(child) {
  const lastMs = new Map();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      const nowMs = performance.now();
      if (nowMs - (lastMs.get(signal) ?? Number.NEGATIVE_INFINITY) < sameSignalMs) return;
      lastMs.set(signal, nowMs);
      // On Windows the console has told the program itself, and a signal would end it at once.
      if (process.platform !== 'win32') child.kill(signal);
    });
  }
}

/** npm passes a SIGTERM on to its shell, which dies of it without a word to us. */
function endWithParent(child) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, parentWatchMs);
  watch.unref();
}

/** Ours, and those that npm took for its own because no `--` stood before them. */
function programArguments() {
  const { npm_config_open: open, npm_config_port: port, npm_config_data_dir: dataDir } = process.env;
  return [
    ...process.argv.slice(2),
    ...(open === '' || open === 'false' ? ['--no-open'] : []),
    ...(port === undefined ? [] : ['--port', port]),
    ...(dataDir === undefined ? [] : ['--data-dir', dataDir]),
  ];
}
