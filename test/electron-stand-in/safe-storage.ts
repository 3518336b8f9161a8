/**
 * What the desktop would keep for the program. Without a password manager, which is how the stand-in is unless it is given
 * one, it says `basic_text` as Electron does, and its password is the one that stands in Chromium's source. With
 * STAND_IN_KEYRING, a file that plays the password manager, it says `gnome_libsecret`: a played one, not the system's.
 */
import { createCipheriv, createDecipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Chromium's own, on Linux. */
const derive = (password: string): Buffer => pbkdf2Sync(password, 'saltysalt', 1, 16, 'sha1');
const vector = Buffer.alloc(16, ' ');

export function createSafeStorage(isReady: () => boolean) {
  const keyring = process.env.STAND_IN_KEYRING;
  const password = (): string => {
    if (keyring === undefined) return 'peanuts';
    if (!existsSync(keyring)) writeFileSync(keyring, randomBytes(16).toString('base64'), { mode: 0o600 });
    return readFileSync(keyring, 'utf8');
  };
  const version = keyring === undefined ? 'v10' : 'v11';
  const encryptString = (plainText: string): Buffer => {
    if (!isReady()) throw new Error('safeStorage cannot be used before app is ready');
    const cipher = createCipheriv('aes-128-cbc', derive(password()), vector);
    return Buffer.concat([Buffer.from(version), cipher.update(plainText, 'utf8'), cipher.final()]);
  };
  const decryptString = (encrypted: Buffer): string => {
    if (!isReady()) throw new Error('safeStorage cannot be used before app is ready');
    if (encrypted.subarray(0, 3).toString() !== version)
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
    const decipher = createDecipheriv('aes-128-cbc', derive(password()), vector);
    return Buffer.concat([decipher.update(encrypted.subarray(3)), decipher.final()]).toString('utf8');
  };
  return {
    isEncryptionAvailable: (): boolean => isReady(),
    isAsyncEncryptionAvailable: async (): Promise<boolean> => isReady(),
    getSelectedStorageBackend: (): 'unknown' | 'gnome_libsecret' | 'basic_text' => {
      if (!isReady()) return 'unknown';
      return keyring === undefined ? 'basic_text' : 'gnome_libsecret';
    },
    encryptString,
    decryptString,
    encryptStringAsync: async (plainText: string): Promise<Buffer> => encryptString(plainText),
    decryptStringAsync: async (encrypted: Buffer) => ({
      result: decryptString(encrypted),
      shouldReEncrypt: false,
    }),
  };
}
