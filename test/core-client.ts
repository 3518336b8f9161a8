/** A client of a running program, over the line that the command line uses. */
import { join } from 'node:path';
import { connectRunning } from '../src-main/host/call-running.ts';
import { readInstance } from '../src-main/host/instance-file.ts';
import type { Client } from '../src-preload/connect.ts';
import { testHost } from './test-host.ts';

/** Throws when no program has left its address in the data folder. */
export async function clientOf(dataDir: string): Promise<Client> {
  const instance = await readInstance(join(dataDir, 'instance.json'));
  if (instance === undefined) throw new Error('no program runs on this data folder');
  return connectRunning(instance);
}

/** Another one-time link into the window; the desktop program has no more than one window, and its address. */
export async function linkOf(dataDir: string): Promise<string> {
  if (testHost !== 'web') return (await import('./desktop-program.ts')).desktopProgramOf(dataDir).link;
  const client = await clientOf(dataDir);
  const { url } = await client.call('window.link', {});
  client.close();
  return url;
}
