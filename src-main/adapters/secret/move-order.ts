/** An order to move the secrets, left for the desktop program: only that can seal and unseal them. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { SecretPlace } from '../../domain/secret-place.ts';
import { fileError } from '../files/file-error.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';

/** A passphrase is never written down, so a move under one is never left for later. */
const schema = z.strictObject({ to: z.enum(['keychain', 'desktop', 'file']) });
export type LaterPlace = Exclude<SecretPlace, 'passphrase'>;

const path = (dataDir: string): string => join(dataDir, 'secret-move.json');

/** Throws `store.read-only`, `store.disk-full`. */
export function leaveMoveOrder(dataDir: string, to: LaterPlace): void {
  try {
    writeFileAtomically(path(dataDir), `${JSON.stringify({ to })}\n`);
  } catch (error) {
    throw fileError(error, dataDir);
  }
}

/** Carries the order out that was left, if one was. It is followed once: whether it could be is told by what is thrown. */
export async function followMoveOrder(
  dataDir: string,
  move: (to: LaterPlace) => Promise<void>,
): Promise<LaterPlace | undefined> {
  if (!existsSync(path(dataDir))) return undefined;
  const to = read(dataDir);
  try {
    if (to !== undefined) await move(to);
  } finally {
    rmSync(path(dataDir), { force: true });
  }
  return to;
}

/** An order that makes no sense is none. */
function read(dataDir: string): LaterPlace | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path(dataDir), 'utf8')));
    return parsed.success ? parsed.data.to : undefined;
  } catch {
    return undefined;
  }
}
