/** The processes under a process, and the machines they talk to, as Linux tells them. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process may end while it is looked at; then there is nothing to read. */
function orNothing<T>(read: () => T, nothing: T): T {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES') return nothing;
    throw error;
  }
}

/** State and parent stand behind the name, which may itself hold spaces and brackets. */
function statOf(pid: number): { readonly state: string; readonly parent: number } | undefined {
  const text = orNothing(() => readFileSync(`/proc/${pid}/stat`, 'utf8'), '');
  if (text === '') return undefined;
  const [state = '', parent = ''] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state, parent: Number(parent) };
}

/** True while it runs; a dead child that nobody asked about yet does not. */
export const isAlive = (pid: number): boolean => !['Z', 'X', undefined].includes(statOf(pid)?.state);

/** Children, their children and so on. */
export function descendantsOf(pid: number): readonly number[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  const parents = new Map(pids.map(one => [one, statOf(one)?.parent]));
  const found = [pid];
  for (const parent of found) found.push(...pids.filter(one => parents.get(one) === parent));
  return found.slice(1);
}

/** Remote addresses (hexadecimal, as the kernel writes them) of the process's own sockets. */
export function remotesOf(pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  const inodes = new Set(
    orNothing(() => readdirSync(folder), [])
      .map(fd => orNothing(() => readlinkSync(`${folder}/${fd}`), ''))
      .flatMap(target => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []),
  );
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap(protocol =>
    orNothing(() => readFileSync(`/proc/${pid}/net/${protocol}`, 'utf8'), '')
      .split('\n')
      .map(line => line.trim().split(/\s+/))
      .filter(fields => inodes.has(fields[9] ?? ''))
      .map(fields => fields[2]?.split(':')[0] ?? ''),
  );
}

/** 127.0.0.0/8 and ::1 in the kernel's byte order, and sockets that only listen. */
export const staysHere = (remote: string): boolean =>
  /^[0-9A-F]{6}7F$/.test(remote) ||
  /^0{8}$|^0{32}$|^0{24}01000000$|^0{16}FFFF0000[0-9A-F]{6}7F$/.test(remote);

/** The command line of a process, its words joined by spaces; empty when it ended. */
export const commandLineOf = (pid: number): string =>
  orNothing(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'), '').replaceAll('\0', ' ');
