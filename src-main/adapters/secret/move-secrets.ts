/** Moves a data folder's secrets from one place to another: until the new place is whole and was read back, the old one counts. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { JarvisError } from '../../domain/errors.ts';
import type { SecretStore } from '../../ports/secret-store.ts';
import { type Choice, remember, secretFileOf, type UnfinishedPlace } from './secret-choice.ts';

/** Takes what a place still holds out of it; a place that has a file of its own is emptied without this. */
export type EmptyPlace = (place: UnfinishedPlace) => Promise<void>;

export interface SecretMove {
  readonly dataDir: string;
  readonly from: Choice;
  readonly old: SecretStore;
  readonly to: Choice;
  /** A new view of the new place, each time. */
  readonly open: () => Promise<SecretStore>;
  /** What may be in the old place, which a keychain cannot tell. */
  readonly names: readonly string[];
  readonly emptyKeychain: EmptyPlace;
}

/**
 * @returns the new place. Throws what the places throw, and `secret.in-the-way`; the old one counts then. A program that
 * is killed meanwhile leaves a note by which `finishMove` tidies up.
 */
export async function moveSecrets(move: SecretMove): Promise<SecretStore> {
  const { dataDir, from, to, old } = move;
  const path = secretFileOf(dataDir, to.kind);
  if (path !== undefined && existsSync(path)) throw new JarvisError('secret.in-the-way', { path });
  const held = await heldIn(old, move.names);
  const names = [...held.keys()];
  const arriving = { ...to, names };
  remember(dataDir, { ...from, arriving });
  const filled = await fill(move.open, held).catch(async (error: unknown) => {
    await tidy(move, arriving, from);
    throw error;
  });
  // From here on the new place counts, and the old one is never looked at again.
  remember(dataDir, { ...to, leaving: { ...from, names } });
  await tidy(move, { ...from, names }, to);
  return filled;
}

/** @returns a view that was seen to hold everything. */
async function fill(open: SecretMove['open'], held: ReadonlyMap<string, Uint8Array>): Promise<SecretStore> {
  const filled = await open();
  for (const [name, secret] of held) await filled.set(name, secret);
  const reread = await open();
  for (const [name, secret] of held) await mustHold(reread, name, secret);
  return reread;
}

async function heldIn(
  store: SecretStore,
  known: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = new Set([...known, ...((await store.names?.()) ?? [])]);
  const held = new Map<string, Uint8Array>();
  for (const name of names) {
    const secret = await store.get(name);
    if (secret !== undefined) held.set(name, secret);
  }
  return held;
}

async function mustHold(store: SecretStore, name: string, secret: Uint8Array): Promise<void> {
  const found = await store.get(name);
  if (found === undefined || Buffer.compare(found, secret) !== 0) throw new JarvisError('secret.unavailable');
}

/** Empties the place that does not count; while it cannot be emptied, the note stays, and the next start tries again. */
async function tidy(
  { dataDir, emptyKeychain }: Pick<SecretMove, 'dataDir' | 'emptyKeychain'>,
  empty: UnfinishedPlace,
  counts: Choice,
): Promise<void> {
  const path = secretFileOf(dataDir, empty.kind);
  const isEmpty = path === undefined ? await isEmptied(emptyKeychain, empty) : isRemoved(path);
  if (isEmpty) remember(dataDir, counts);
}

/** With what a program that was killed while it wrote has left of it. */
function isRemoved(path: string): boolean {
  const isPart = (name: string): boolean => name.startsWith(`.${basename(path)}.`) && name.endsWith('.part');
  try {
    rmSync(path, { force: true });
    for (const name of readdirSync(dirname(path)).filter(isPart))
      rmSync(join(dirname(path), name), { force: true });
    return true;
  } catch (error) {
    // Another program holds it open, say: what was moved counts all the same, or the next write would go astray.
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

async function isEmptied(emptyKeychain: EmptyPlace, place: UnfinishedPlace): Promise<boolean> {
  try {
    await emptyKeychain(place);
    return true;
  } catch (error) {
    // A keychain that does not answer now.
    if (error instanceof JarvisError && error.code === 'secret.unavailable') return false;
    throw error;
  }
}

/** After a move that was cut short. `choice`: as it was noted. */
export async function finishMove(
  around: Pick<SecretMove, 'dataDir' | 'emptyKeychain'>,
  { arriving, leaving, ...counts }: Choice & { arriving?: UnfinishedPlace; leaving?: UnfinishedPlace },
): Promise<Choice> {
  const empty = arriving ?? leaving;
  if (empty !== undefined && empty.kind !== counts.kind) await tidy(around, empty, counts);
  return counts;
}
