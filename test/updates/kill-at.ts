/** Ends this process with SIGKILL at a chosen moment: before or after the n-th time that it touches the disk. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const killAt = Number(process.env.KILL_AT ?? 0);
let moments = 0;

/** One moment at which the power may fail. */
export function moment(): void {
  moments += 1;
  if (moments === killAt) process.kill(process.pid, 'SIGKILL');
}

export const countMoments = (): number => moments;

type Work = (...given: never[]) => unknown;

function watch(where: object, names: readonly string[]): void {
  const owner = where as Record<string, Work>;
  for (const name of names) {
    const work = owner[name];
    if (work === undefined) throw new Error(`${name} is not there`);
    owner[name] = function watched(this: unknown, ...given: never[]): unknown {
      moment();
      const done = work.apply(this, given);
      if (!(done instanceof Promise)) {
        moment();
        return done;
      }
      return done.finally(moment);
    };
  }
}

const handle = await fs.promises.open(process.execPath);
watch(Object.getPrototypeOf(handle), ['write', 'writeFile', 'sync', 'datasync', 'truncate']);
await handle.close();
watch(fs, ['openSync', 'writeSync', 'fsyncSync', 'renameSync', 'rmSync', 'mkdirSync', 'copyFileSync']);
watch(fs.promises, ['open', 'rename', 'rm', 'link', 'copyFile', 'chmod', 'mkdir', 'truncate']);
syncBuiltinESMExports();
