/** Commands about where the keys of the data lie. */
import * as z from 'zod/mini';
import { secretPlaces } from '../src-main/domain/secret-place.ts';
import { command, nothing } from './schemas.ts';

const place = z.enum(secretPlaces);

export const secretCommands = {
  'secret.place': command(nothing, z.object({ place })),
  /**
   * Moves every key, or none. `passphrase`: for a place that is locked by one. Throws `secret.only-in-desktop`,
   * `secret.no-keeper`, `secret.unavailable`, `secret.in-the-way`, `secret.passphrase-needed`.
   */
  'secret.move': command(
    z.object({
      to: place,
      passphrase: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(1000))),
    }),
    z.object({ place }),
  ),
} as const;
