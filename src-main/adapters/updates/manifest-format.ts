/** The file in which a manifest stands with its signatures, and its way to and from our own types. */
import * as z from 'zod/mini';
import { JarvisError } from '../../domain/errors.ts';
import { packageKinds, type UpdateManifest, updateChannels, updatePlatforms } from '../../domain/update.ts';
import { isVersion } from '../../domain/update-version.ts';
import type { Json } from './canonical-json.ts';

export const manifestFormat = 'jarvis-update';
export const manifestFormatVersion = 1;
/** Ours have a few thousand bytes, notes included. */
export const longestManifestBytes = 256 * 1024;

const keyIdForm = /^[a-z0-9][a-z0-9-]{0,39}$/;
const keyId = z.string().check(z.regex(keyIdForm));
const base64 = (bytes: number) =>
  z.string().check(z.refine(text => isBase64(text, bytes), `${bytes} bytes in base64`));
const version = z.string().check(z.maxLength(64), z.refine(isVersion, 'a version'));
const time = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/), z.refine(isTime, 'a moment'));
const notes = z.string().check(z.maxLength(20_000));

export const updateKeySchema = z.strictObject({ id: keyId, publicKey: base64(32) });

const fileSchema = z.strictObject({
  // A plain name: it can lead nowhere but beside the manifest, and into our own folder.
  name: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,119}$/)),
  kind: z.enum(packageKinds),
  bytes: z.int().check(z.positive()),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  sha512: base64(64),
});

const manifestSchema = z.strictObject({
  format: z.literal(manifestFormat),
  formatVersion: z.literal(manifestFormatVersion),
  sequence: z.int().check(z.positive()),
  version,
  channel: z.enum(updateChannels),
  platform: z.enum(updatePlatforms),
  arch: z.string().check(z.regex(/^[a-z0-9]{2,12}$/)),
  issued: time,
  expires: time,
  minimumVersion: z.exactOptional(version),
  minimumSystem: z.exactOptional(z.string().check(z.regex(/^\d+(\.\d+){0,3}$/))),
  stagedPercent: z.int().check(z.minimum(0), z.maximum(100)),
  notes: z.strictObject({ fr: notes, en: notes }),
  files: z.array(fileSchema).check(z.minLength(1), z.maxLength(8)),
  keys: z.exactOptional(z.array(updateKeySchema).check(z.maxLength(8))),
  revoked: z.exactOptional(z.array(keyId).check(z.maxLength(32))),
});

const envelopeSchema = z.strictObject({
  manifest: z.record(z.string(), z.unknown()),
  signatures: z
    .array(z.strictObject({ key: keyId, signature: base64(64) }))
    .check(z.minLength(1), z.maxLength(8)),
});

export interface Envelope {
  /** As it stands in the file: what the signatures are over. */
  readonly manifest: Json;
  readonly signatures: readonly { readonly key: string; readonly signature: string }[];
}

/** A key of another name could sign, but no manifest could name it. */
export const isKeyId = (id: string): boolean => keyIdForm.test(id);

/** Throws `update.malformed`. */
export function readEnvelope(text: string): Envelope {
  if (Buffer.byteLength(text) > longestManifestBytes) throw malformed('size');
  const parsed = envelopeSchema.safeParse(parse(text));
  if (!parsed.success) throw malformed(placeOf(parsed.error), parsed.error);
  // It came out of a JSON text.
  return parsed.data as Envelope;
}

/** Throws `update.malformed`. To be called only with what a signature was found to hold over. */
export function readManifest(value: Json): UpdateManifest {
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) throw malformed(placeOf(parsed.error), parsed.error);
  const { format: _format, formatVersion: _version, issued, expires, ...rest } = parsed.data;
  if (Date.parse(expires) <= Date.parse(issued)) throw malformed('expires');
  return { ...rest, issuedMs: Date.parse(issued), expiresMs: Date.parse(expires) };
}

/** The form that is signed. */
export function writeManifest({ issuedMs, expiresMs, ...rest }: UpdateManifest): Json {
  const written = {
    ...rest,
    format: manifestFormat,
    formatVersion: manifestFormatVersion,
    issued: secondsOf(issuedMs),
    expires: secondsOf(expiresMs),
  };
  return manifestSchema.parse(written) as Json;
}

/** What the manifest of a channel and system is called in the folder of releases. */
export const manifestName = (channel: string, platform: string, arch: string): string =>
  `update-${channel}-${platform}-${arch}.json`;

const secondsOf = (timeMs: number): string => `${new Date(timeMs).toISOString().slice(0, 19)}Z`;

function isTime(text: string): boolean {
  return !Number.isNaN(Date.parse(text)) && secondsOf(Date.parse(text)) === text;
}

function isBase64(text: string, bytes: number): boolean {
  const decoded = Buffer.from(text, 'base64');
  return decoded.length === bytes && decoded.toString('base64') === text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw malformed('JSON', error);
  }
}

const placeOf = (error: z.core.$ZodError): string => error.issues[0]?.path.join('.') || 'JSON';
const malformed = (detail: string, cause?: unknown) => new JarvisError('update.malformed', { detail }, cause);
