/** Whether a manifest may be believed: whose it is, for whom, until when, and that it is no older one. */
import { JarvisError } from '../../domain/errors.ts';
import type { UpdateChannel, UpdateManifest } from '../../domain/update.ts';
import type { UpdateRecord } from '../../domain/update-record.ts';
import { readEnvelope, readManifest } from './manifest-format.ts';
import { checkSignatures, type UpdateTrust, withManifestKeys } from './update-keys.ts';

export interface UpdateTarget {
  readonly channel: UpdateChannel;
  readonly platform: string;
  readonly arch: string;
}

/** What a manifest that is believed changes of what is known. */
export interface Learned {
  readonly manifest: UpdateManifest;
  readonly known: Pick<UpdateRecord, 'sequences' | 'latestIssuedMs' | 'learnedKeys' | 'revokedKeys'>;
}

/** Clocks of computers differ by minutes; one that is a day behind is wrong. */
const clockToleranceMs = 24 * 3_600_000;

export const targetName = ({ channel, platform, arch }: UpdateTarget): string =>
  `${channel}-${platform}-${arch}`;

/**
 * Throws `update.malformed`, `-unknown-key`, `-revoked-key`, `-bad-signature`, `-other-target`, `-from-the-future`,
 * `-expired`, `-replayed`. `builtIn`: the keys in the program. Nothing is changed by a manifest that is refused.
 */
export function verifyManifest(
  text: string,
  target: UpdateTarget,
  builtIn: UpdateTrust,
  record: Pick<UpdateRecord, 'sequences' | 'latestIssuedMs' | 'learnedKeys' | 'revokedKeys'>,
  nowMs: number,
): Learned {
  const trust = {
    keys: [...builtIn.keys, ...record.learnedKeys.filter(key => !isIn(key.id, builtIn))],
    revoked: [...builtIn.revoked, ...record.revokedKeys],
  };
  const envelope = readEnvelope(text);
  checkSignatures(envelope, trust);
  const manifest = readManifest(envelope.manifest);
  checkTarget(manifest, target);
  checkTimes(manifest, record.latestIssuedMs, nowMs);
  const name = targetName(target);
  const known = record.sequences[name] ?? 0;
  if (manifest.sequence < known)
    throw new JarvisError('update.replayed', { found: manifest.sequence, known });
  const next = withManifestKeys(trust, manifest);
  return {
    manifest,
    known: {
      sequences: { ...record.sequences, [name]: manifest.sequence },
      latestIssuedMs: Math.max(record.latestIssuedMs, manifest.issuedMs),
      learnedKeys: next.keys.filter(({ id }) => !isIn(id, builtIn)),
      revokedKeys: next.revoked.filter(id => !builtIn.revoked.includes(id)),
    },
  };
}

const isIn = (id: string, { keys }: UpdateTrust): boolean => keys.some(key => key.id === id);

function checkTarget({ channel, platform, arch }: UpdateManifest, target: UpdateTarget): void {
  const [found, expected] = [targetName({ channel, platform, arch }), targetName(target)];
  if (found !== expected) throw new JarvisError('update.other-target', { found, expected });
}

/** A clock that was set back makes no manifest young again: it is at least as late as the latest one that we saw. */
function checkTimes({ issuedMs, expiresMs }: UpdateManifest, latestIssuedMs: number, nowMs: number): void {
  if (issuedMs > nowMs + clockToleranceMs)
    throw new JarvisError('update.from-the-future', { date: dayOf(issuedMs) });
  if (Math.max(nowMs, latestIssuedMs) >= expiresMs)
    throw new JarvisError('update.expired', { date: dayOf(expiresMs) });
}

const dayOf = (timeMs: number): string => new Date(timeMs).toISOString().slice(0, 10);
