/** What the keys that are heard in every program can do, as the desktop program tells it. */
import * as z from 'zod/mini';
import { globalKeyNames, type KeysStatus, keyLimits, keySources } from '../src-main/domain/global-key.ts';
import { matching } from './schemas.ts';

export const globalKeyName = z.enum(globalKeyNames);

export const keysStatus = matching<KeysStatus>()(
  z.object({
    source: z.enum(keySources),
    canHold: z.boolean(),
    why: z.exactOptional(z.enum(keyLimits)),
    taken: z.readonly(z.array(globalKeyName)),
    commands: z.object({ talk: z.string(), quick: z.string() }),
  }),
);
