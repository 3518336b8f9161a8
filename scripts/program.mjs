/** Runs other programs so that none is left behind when this one ends. */
import { spawn } from 'node:child_process';

const running = new Set();
const isWindows = process.platform === 'win32';

/** Ends a program with everything it started. */
export function endGroup(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  try {
    if (isWindows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    // It ended between the question and the signal.
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Runs a program to its end, in a process group of its own, and gives `{status, output}`; a program that cannot be
 * started has the status 127. `limitMs`: it is ended after that, with the status 124. `echo`: what it says is shown.
 */
export function run(command, args, { cwd, env, limitMs, echo = false, shell = false } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !isWindows,
      windowsHide: true,
    });
    running.add(child);
    let output = '';
    let isLate = false;
    const hear = piece => {
      output += piece;
      if (echo) process.stdout.write(piece);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    const timer =
      limitMs === undefined
        ? undefined
        : setTimeout(() => {
            isLate = true;
            endGroup(child, 'SIGKILL');
          }, limitMs);
    const end = status => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ status: isLate ? 124 : status, output });
    };
    child.on('error', error => {
      output += String(error);
      end(127);
    });
    child.on('close', (status, signal) => end(status ?? (signal === null ? 1 : 128)));
  });
}

/** Ctrl-C and its like end what runs, then this program. */
export function endWithSignals() {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ]) {
    process.on(signal, () => {
      for (const child of running) endGroup(child, 'SIGKILL');
      process.exit(128 + number);
    });
  }
}
