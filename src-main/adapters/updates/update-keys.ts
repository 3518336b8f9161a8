/** Ed25519 keys that sign new versions: those in the program, those learned since, and those withdrawn. */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { JarvisError } from '../../domain/errors.ts';
import type { UpdateKey, UpdateManifest } from '../../domain/update.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import type { Envelope } from './manifest-format.ts';

export interface UpdateTrust {
  readonly keys: readonly UpdateKey[];
  readonly revoked: readonly string[];
}

/** A signature over a manifest can be passed off as one over nothing else. */
const purpose = 'jarvis update manifest 1\n';
/** What stands before the 32 bytes of an Ed25519 key in the form that Node reads (RFC 8410). */
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

const signedBytes = (manifest: Json): Buffer => Buffer.from(`${purpose}${canonicalJson(manifest)}`, 'utf8');

/** `key`: PKCS #8, as PEM or as base64 of its bytes. */
export function readPrivateKey(key: string): KeyObject {
  const text = key.trim();
  const read = text.startsWith('-----')
    ? createPrivateKey(text)
    : createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
  if (read.asymmetricKeyType !== 'ed25519') throw new RangeError('not an Ed25519 key');
  return read;
}

/** 32 bytes, base64. */
export const publicHalf = (privateKey: KeyObject): string =>
  createPublicKey(privateKey)
    .export({ format: 'der', type: 'spki' })
    .subarray(publicPrefix.length)
    .toString('base64');

export function signManifest(
  manifest: Json,
  key: string,
  privateKey: KeyObject,
): Envelope['signatures'][number] {
  return { key, signature: sign(null, signedBytes(manifest), privateKey).toString('base64') };
}

/** One good signature of a trusted key is enough. Throws `update.unknown-key`, `-revoked-key`, `-bad-signature`, `-malformed`. */
export function checkSignatures({ manifest, signatures }: Envelope, { keys, revoked }: UpdateTrust): void {
  const named = signatures.map(({ key }) => key).join(', ');
  const known = signatures.flatMap(({ key: id, signature }) => {
    const key = keys.find(one => one.id === id);
    return key === undefined ? [] : [{ ...key, signature }];
  });
  if (known.length === 0) throw new JarvisError('update.unknown-key', { key: named });
  const standing = known.filter(({ id }) => !revoked.includes(id));
  if (standing.length === 0) throw new JarvisError('update.revoked-key', { key: named });
  const bytes = bytesOf(manifest);
  const isGood = standing.some(({ publicKey, signature }) =>
    verify(null, bytes, publicKeyOf(publicKey), Buffer.from(signature, 'base64')),
  );
  if (!isGood) throw new JarvisError('update.bad-signature');
}

/** What nobody has signed yet may be nested beyond all measure, or hold fractions. */
function bytesOf(manifest: Json): Buffer {
  try {
    return signedBytes(manifest);
  } catch (error) {
    if (error instanceof RangeError) throw new JarvisError('update.malformed', { detail: 'JSON' }, error);
    throw error;
  }
}

function publicKeyOf(publicKey: string): KeyObject {
  const key = Buffer.concat([publicPrefix, Buffer.from(publicKey, 'base64')]);
  return createPublicKey({ key, format: 'der', type: 'spki' });
}

/**
 * What a manifest, whose signature was found good, makes of the trust. Throws `update.malformed` where it would take a
 * known key's name for another key, or leave none: nobody could ever sign again.
 */
export function withManifestKeys({ keys, revoked }: UpdateTrust, manifest: UpdateManifest): UpdateTrust {
  const added = (manifest.keys ?? []).filter(key => !keys.some(({ id }) => id === key.id));
  const isTaken = (manifest.keys ?? []).some(key =>
    keys.some(({ id, publicKey }) => id === key.id && publicKey !== key.publicKey),
  );
  const next = {
    keys: [...keys, ...added],
    revoked: [...new Set([...revoked, ...(manifest.revoked ?? [])])],
  };
  const isNoneLeft = next.keys.every(({ id }) => next.revoked.includes(id));
  if (isTaken || isNoneLeft) throw new JarvisError('update.malformed', { detail: 'keys' });
  return next;
}
