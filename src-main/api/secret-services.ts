/** Where the keys of the data lie, and the way to another place. */
import type { SecretPlace } from '../domain/secret-place.ts';

export interface SecretServices {
  place(): SecretPlace;
  /** Every key, or none. */
  move(to: SecretPlace, passphrase?: string): Promise<void>;
}
