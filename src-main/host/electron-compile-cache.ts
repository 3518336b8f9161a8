/** What V8 compiled of the program at its starts before, kept beside what Chromium keeps of its pages. */
import { readdirSync, rmSync } from 'node:fs';
import { constants, enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { app } from 'electron';
import { keepsCompiled } from './shell/keeps-compiled.ts';
import type { Concern } from './shell/shell-parts.ts';

/** The start is over by then, and what it needed is compiled. */
const keepAfterMs = 10_000;

let kept: string | undefined;

const folderOfAll = (): string => join(app.getPath('userData'), 'Compiled');

/** To be called before anything large is loaded; where it cannot be, all is compiled each time, as without it. */
export function takeCompiled(): void {
  if (!keepsCompiled({ platform: process.platform, env: process.env, isPackaged: app.isPackaged })) return;
  const folder = join(folderOfAll(), app.getVersion());
  if (enableCompileCache(folder).status === constants.compileCacheStatus.ENABLED) kept = folder;
}

/** For the engines, each in a process of its own. */
export const compileCacheEnv = (): Readonly<Record<string, string>> =>
  kept === undefined ? {} : { NODE_COMPILE_CACHE: kept };

/** Writes down what this start compiled, for the program may end without a chance to; what other versions left goes. */
export const keepCompiled: Concern = ({ clock, log }) =>
  clock.after(keepAfterMs, () => {
    if (kept === undefined) return;
    flushCompileCache();
    try {
      for (const version of readdirSync(folderOfAll()))
        if (version !== app.getVersion()) rmSync(join(folderOfAll(), version), { recursive: true });
    } catch (error) {
      log.write('warn', 'cache.notCleared', {}, error);
    }
  });
