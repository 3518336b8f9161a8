/** Where keys and tokens lie. */
import type { SecretPlace } from '../domain/secret-place.ts';

/**
 * Where keys and tokens lie: the system keychain, sealed by the desktop program, a file only the user can read, or a file
 * locked by a passphrase.
 */
export interface SecretStore {
  readonly kind: SecretPlace;
  /** One sentence for the user where the place is weaker than a keychain; code of a notice, not free text. */
  readonly warning?: 'secrets-in-file' | undefined;
  get(name: string): Promise<Uint8Array | undefined>;
  set(name: string, value: Uint8Array): Promise<void>;
  delete(name: string): Promise<void>;
  /** Absent where a place cannot tell. */
  readonly names?: () => Promise<readonly string[]>;
}
