/** The web host from its options to its end. */
import { once } from 'node:events';
import { reportError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import { startWebHost } from './start-web-host.ts';
import { terminalLanguage } from './terminal-language.ts';
import { parseWebOptions, webHelp } from './web-options.ts';

/** One clear line for what was wrong and one for the mend; the status says that it failed. */
function fail(error: unknown, language: Language): number {
  const { code, message, hint } = reportError(error, language);
  process.stderr.write(`${code}: ${message}\n  ${hint}\n`);
  if (process.env.JARVIS_DEBUG)
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return code === 'host.bad-option' ? 2 : 1;
}

/** Resolves when the program is asked to end: Ctrl-C, a stop by the system, a closed terminal, or a starter that died. */
async function askedToStop(): Promise<void> {
  // `disconnect`: whoever started us over a channel is gone without a word.
  const asked = Promise.race(
    ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'].map(event => once(process, event)),
  );
  // Waiting for it must not keep a program alive that has nothing more to do.
  process.channel?.unref();
  await asked;
}

async function run(language: Language): Promise<number> {
  const options = parseWebOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(`${webHelp[language]}\n`);
    return 0;
  }
  const stopping = askedToStop();
  const host = await startWebHost(options, { language, say: line => process.stdout.write(`${line}\n`) });
  if (host === undefined) return 0;
  await stopping;
  await host.close();
  return 0;
}

/** Resolves when it has ended; the exit status says how. */
export async function runWebProgram(): Promise<void> {
  const language = terminalLanguage();
  process.exitCode = await run(language).catch((error: unknown) => fail(error, language));
}
