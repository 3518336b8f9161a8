/** Where an engine program lies, beside the built core or as source when the core itself runs from source, and how it is started here. */
import { fileURLToPath } from 'node:url';
import type { LaunchProgram } from '../ports/program-launcher.ts';

export type ProgramName =
  | 'speech-process'
  | 'language-process'
  | 'audio-file-process'
  | 'document-process'
  | 'embedding-process'
  | 'key-hook';

export interface EngineProgram {
  readonly program: string;
  /** Absent: as a child of this process, under the same Node. */
  readonly launch?: LaunchProgram;
}

/** What kind of process this is never changes: the shell says so once, before anything is put together. */
let launchHere: LaunchProgram | undefined;

/** For a host whose own binary cannot run a program of Node. */
export function launchEnginesBy(launch: LaunchProgram): void {
  launchHere = launch;
}

export function engineProgram(name: ProgramName): EngineProgram {
  const fromSource = import.meta.url.endsWith('.ts');
  const place = fromSource ? `../../native/${name}/main.ts` : `../native/${name}.js`;
  const program = fileURLToPath(new URL(place, import.meta.url));
  return { program, ...(launchHere && { launch: launchHere }) };
}
