/** A screen of its own for programs that want one. */
import { spawn } from 'node:child_process';
import { PackageError } from './package-error.mjs';

/** Runs `work` with the name of a display that lasts as long. Throws `tool-missing`. */
export async function withDisplay(work) {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const number = await new Promise((resolve, reject) => {
      server.stdout.once('data', data => resolve(String(data).trim()));
      server.once('error', () => reject(new PackageError('tool-missing', { name: 'Xvfb', detail: 'xvfb' })));
      server.once('exit', status =>
        reject(new PackageError('trial-failed', { name: 'Xvfb', detail: status })),
      );
    });
    return await work(`:${number}`);
  } finally {
    server.kill();
  }
}
