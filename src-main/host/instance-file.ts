/** Where the running program can be reached, for a second start and the command line: a file only its user can read. */
import { readFile, rm } from 'node:fs/promises';
import * as z from 'zod/mini';
import { writeFileAtomically } from '../adapters/files/write-file-atomically.ts';

const proof = { token: z.string(), pid: z.int() };
/** The web host has an address on loopback; the desktop program a socket of the file system, or a named pipe. */
const instance = z.union([
  z.object({ url: z.string(), ...proof }),
  z.object({ socket: z.string(), ...proof }),
]);
export type Instance = z.output<typeof instance>;

export function writeInstance(path: string, running: Instance): void {
  // After a power cut nothing runs that it could lead to.
  writeFileAtomically(path, JSON.stringify(running), { durable: false });
}

/** Undefined when no program has left its address, or the file makes no sense. */
export async function readInstance(path: string): Promise<Instance | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
  const parsed = instance.safeParse(parseJson(text));
  return parsed.success ? parsed.data : undefined;
}

export async function removeInstance(path: string): Promise<void> {
  await rm(path, { force: true });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
