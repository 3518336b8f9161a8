/** Checks a catalogue before anything is fetched by it. */
import { isIP } from 'node:net';
import { posix } from 'node:path';
import * as z from 'zod/mini';
import type { Catalogue, CatalogueModel } from '../../domain/catalogue.ts';
import { JarvisError } from '../../domain/errors.ts';

const text = z.string().check(z.minLength(1), z.maxLength(300));
const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/));
const language = z.enum(['fr', 'en']);

const file = z.strictObject({
  path: z.string().check(z.refine(isPlainPath, 'a path inside the folder')),
  addresses: z.array(z.string().check(z.refine(isSafeAddress, 'an https address'))).check(z.minLength(1)),
  bytes: z.exactOptional(z.int().check(z.positive())),
  aboutBytes: z.exactOptional(z.int().check(z.positive())),
  sha256: z.exactOptional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  md5: z.exactOptional(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
});

const model = z.strictObject({
  id,
  name: text,
  purpose: z.enum([
    'recognition',
    'partial-text',
    'voice',
    'voice-data',
    'wake-word',
    'voice-activity',
    'end-of-turn',
    'language',
    'embedding',
  ]),
  engine: id,
  languages: z.array(language).check(z.minLength(1)),
  licence: text,
  memoryMb: z.int().check(z.positive()),
  minimumCores: z.exactOptional(z.int().check(z.positive())),
  needs: z.exactOptional(z.array(id)),
  prepare: z.exactOptional(z.literal('piper')),
  builtIn: z.exactOptional(z.boolean()),
  about: z.strictObject({ fr: text, en: text }),
  files: z.array(file),
});

const schema = z.strictObject({ version: z.literal(1), models: z.array(model) });

/** Throws `model.catalogue-invalid` with what is wrong first. `origin`: shown to the user. */
export function readCatalogue(value: unknown, origin: string): Catalogue {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(origin, `${issue?.path.join('.')}: ${issue?.message}`, parsed.error);
  }
  const fault = faultOf(parsed.data.models);
  if (fault !== undefined) throw invalid(origin, fault);
  return { models: parsed.data.models };
}

/** What no schema of a single model can see. */
function faultOf(models: readonly CatalogueModel[]): string | undefined {
  const ids = models.map(one => one.id);
  const twice = ids.find((one, place) => ids.indexOf(one) !== place);
  if (twice !== undefined) return `id "${twice}" twice`;
  for (const one of models) {
    const paths = one.files.map(({ path }) => path);
    if (new Set(paths).size < paths.length) return `${one.id}: a path twice`;
    if ((one.files.length === 0) !== (one.builtIn === true)) return `${one.id}: files`;
    const unknown = one.needs?.find(needed => !ids.includes(needed));
    if (unknown !== undefined) return `${one.id} needs "${unknown}"`;
  }
  return undefined;
}

function isPlainPath(path: string): boolean {
  const parts = path.split('/');
  return (
    posix.normalize(path) === path &&
    parts.length <= 5 &&
    parts.every(part => /^[\w][\w.+-]{0,99}$/.test(part))
  );
}

/** Plain http is for this machine alone. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  if (username !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'));

const invalid = (origin: string, detail: string, cause?: unknown) =>
  new JarvisError('model.catalogue-invalid', { file: origin, detail }, cause);
