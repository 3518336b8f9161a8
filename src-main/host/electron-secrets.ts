/** Seals secrets by Electron's safeStorage, where the system really keeps its key. */
import { safeStorage } from 'electron';
import type { Sealer } from '../ports/sealer.ts';

/** Where Linux has no password manager, safeStorage uses a password that stands in its source. */
const open: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

export const electronSealer: Sealer = {
  keeper: async () => {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return undefined;
    if (process.platform === 'darwin') return 'keychain';
    if (process.platform === 'win32') return 'dpapi';
    const keeper = safeStorage.getSelectedStorageBackend();
    return open.has(keeper) ? undefined : keeper;
  },
  seal: secret => safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64')),
  unseal: async sealed => {
    const { result } = await safeStorage.decryptStringAsync(Buffer.from(sealed));
    return Uint8Array.from(Buffer.from(result, 'base64'));
  },
};
