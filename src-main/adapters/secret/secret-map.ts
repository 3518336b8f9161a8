/** Named secrets as text, the form in which the file and the passphrase store keep them. */
import * as z from 'zod/mini';
import { JarvisError } from '../../domain/errors.ts';

export type SecretMap = ReadonlyMap<string, Uint8Array>;

const schema = z.strictObject({ version: z.literal(1), secrets: z.record(z.string(), z.base64()) });

export function formatSecrets(secrets: SecretMap): string {
  const entries = [...secrets].map(([name, value]) => [name, Buffer.from(value).toString('base64')]);
  return `${JSON.stringify({ version: 1, secrets: Object.fromEntries(entries) }, null, 2)}\n`;
}

/** Throws `secret.damaged`; `path` is shown to the user. */
export function parseSecrets(text: string, path: string): SecretMap {
  const parsed = schema.safeParse(jsonOf(text, path));
  if (!parsed.success) throw new JarvisError('secret.damaged', { path });
  return new Map(
    Object.entries(parsed.data.secrets).map(([name, value]) => [
      name,
      Uint8Array.from(Buffer.from(value, 'base64')),
    ]),
  );
}

/** The parser's own message quotes the text, which holds secrets: it is not kept as the cause. */
export function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JarvisError('secret.damaged', { path });
  }
}
