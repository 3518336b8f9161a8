/** Brings sqlite-vec's functions into a connection, or their equal where it has no program for this machine. */
import type { Database } from 'better-sqlite3-multiple-ciphers';
import { getLoadablePath } from 'sqlite-vec';
import { asInt8, fromInt8 } from './vector-numbers.ts';

const ready = new WeakSet<Database>();

/** Once for each connection; about a millisecond. */
export function loadVectorFunctions(database: Database): void {
  if (ready.has(database)) return;
  const path = extensionPath();
  if (path === undefined) defineCosine(database);
  else database.loadExtension(path);
  ready.add(database);
}

/** A library cannot be loaded out of a packed archive. Undefined on Windows for ARM, for which there is none. */
function extensionPath(): string | undefined {
  if (process.platform === 'win32' && process.arch === 'arm64') return undefined;
  return getLoadablePath().replace('app.asar', 'app.asar.unpacked');
}

export function defineCosine(database: Database): void {
  const options = { deterministic: true };
  database.function('vec_int8', options, (bytes: unknown) => bytes);
  database.function('vec_distance_cosine', options, (one: unknown, other: unknown) => {
    const [a, b] = [fromInt8(asInt8(one as Uint8Array)), fromInt8(asInt8(other as Uint8Array))];
    return 1 - a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
  });
}
