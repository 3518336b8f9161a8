/** Seals small secrets with a key that the desktop keeps for this program alone, as Electron's safeStorage does. */
export interface Sealer {
  /** Name of what keeps that key, such as `gnome_libsecret`; undefined where it would lie open like a file's. */
  keeper(): Promise<string | undefined>;
  seal(secret: Uint8Array): Promise<Uint8Array>;
  /** Rejects when it was sealed with another key. */
  unseal(sealed: Uint8Array): Promise<Uint8Array>;
}
