/** The way from the command line to a core: the program that runs already, else one started in this process. */
import { type Client, connect } from '../../../src-preload/connect.ts';
import { JarvisError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import type { Language } from '../../domain/language.ts';
import { connectRunning } from '../call-running.ts';
import type { DataFolder } from '../data-folder.ts';
import { readInstance } from '../instance-file.ts';
import { systemClock } from '../system-clock.ts';
import type { CoreAccess } from './command.ts';

/** How long a running program may take to welcome us before it counts as gone. */
const welcomeLimitMs = 3000;

export function openCoreAccess(folder: DataFolder, language: Language): CoreAccess {
  let client: Promise<Client> | undefined;
  let isOwn = false;
  const closing: (() => Promise<void> | void)[] = [];
  const open = async (): Promise<Client> => {
    const running = await connectToRunning(folder);
    if (running !== undefined) {
      closing.push(() => running.close());
      return running;
    }
    isOwn = true;
    return startCore(folder, language, closing);
  };
  return {
    open: () => {
      client ??= open();
      return client;
    },
    isOwn: () => isOwn,
    close: async () => {
      // A core that is still starting must not be left half open; why it failed was told to the one who asked.
      await client?.catch(() => undefined);
      for (const close of closing.splice(0).toReversed()) await close();
    },
  };
}

/** Undefined when none runs here, or what is left of its address leads nowhere. Throws when it lets us in no more. */
async function connectToRunning(folder: DataFolder): Promise<Client | undefined> {
  const instance = await readInstance(folder.instance);
  if (instance === undefined || !isAlive(instance.pid)) return undefined;
  const client = connectRunning(instance);
  try {
    return (await isWelcomed(client)) ? client : undefined;
  } catch (error) {
    client.close();
    throw error;
  }
}

/** False, and closed, after the limit; rejects when the connection is closed for good. */
function isWelcomed(client: Client): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const cancel = systemClock.after(welcomeLimitMs, () => {
      resolve(false);
      client.close();
    });
    client.onState((state, error) => {
      if (state !== 'open' && state !== 'closed') return;
      cancel();
      if (state === 'open') resolve(true);
      else reject(error ?? new JarvisError('wire.closed'));
    });
  });
}

/** After a crash the file names a process that is gone. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Loaded only here: commands that talk to a running program need none of it. */
async function startCore(
  folder: DataFolder,
  language: Language,
  closing: (() => Promise<void> | void)[],
): Promise<Client> {
  const [{ assemble }, { startObserving }, { createMachineSettingsFile }] = await Promise.all([
    import('../assemble.ts'),
    import('../observing.ts'),
    import('../../adapters/settings/machine-settings-file.ts'),
  ]);
  const settings = createMachineSettingsFile(folder.settings);
  // A log that cannot be written is the doctor's matter, not one of each command.
  const { observer, log, values, close } = startObserving(
    folder,
    settings.current().logLevel,
    systemClock,
    () => undefined,
  );
  closing.push(close);
  const core = await assemble({
    folder,
    settings,
    clock: systemClock,
    observer,
    log,
    values,
    language,
    env: process.env,
  });
  closing.push(() => core.close());
  const client = connect(async () => core.connect(), { clientId: newId(), language: () => language });
  closing.push(() => client.close());
  return client;
}
