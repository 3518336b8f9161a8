/** A keyed check beside the database, which tells a wrong key from a damaged file before SQLite touches anything. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeFileAtomically } from '../files/write-file-atomically.ts';

const saltBytes = 16;
const checkBytes = 32;
const magic = Buffer.from('jarvis key check 1\n', 'latin1');

/** HMAC-SHA-256 under a random 256-bit key says nothing about that key. */
const check = (key: Uint8Array, salt: Uint8Array): Buffer =>
  createHmac('sha256', key).update(magic).update(salt).digest();

const checkPath = (databasePath: string): string => `${databasePath}.key-check`;

/** `unknown`: there is no check, or it is unreadable; the database then has to tell by itself. */
export function compareKey(databasePath: string, key: Uint8Array): 'right' | 'wrong' | 'unknown' {
  const path = checkPath(databasePath);
  if (!existsSync(path)) return 'unknown';
  const file = readFileSync(path);
  const whole = magic.length + saltBytes + checkBytes;
  if (file.length !== whole || !file.subarray(0, magic.length).equals(magic)) return 'unknown';
  const salt = file.subarray(magic.length, magic.length + saltBytes);
  return timingSafeEqual(check(key, salt), file.subarray(magic.length + saltBytes)) ? 'right' : 'wrong';
}

/** Written only after a database was opened with this key. */
export function writeKeyCheck(databasePath: string, key: Uint8Array): void {
  const salt = randomBytes(saltBytes);
  writeFileAtomically(checkPath(databasePath), Buffer.concat([magic, salt, check(key, salt)]));
}
