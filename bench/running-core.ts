/** A client of a program that `startJarvis` started, connected and greeted. */

import type { Client } from '../src-preload/connect.ts';
import { clientOf } from '../test/core-client.ts';
import { type JarvisProgram, removeDataDir, type StartOptions, startJarvis } from '../test/jarvis-program.ts';

export interface RunningCore {
  readonly program: JarvisProgram;
  readonly client: Client;
  close(): Promise<void>;
}

/** Starts the built program in a data folder of its own, which goes with it. */
export async function startCore(options: StartOptions = {}): Promise<RunningCore> {
  const program = await startJarvis(options);
  const client = await clientOf(program.dataDir);
  return {
    program,
    client,
    close: async () => {
      client.close();
      await program.stop();
      await removeDataDir(program.dataDir);
    },
  };
}
