/** What is asked of a window in words. */
import * as z from 'zod/mini';
import { namedKinds, saidCommands } from '../src-main/domain/window-command.ts';
import { id } from './schemas.ts';

export const windowEvents = {
  /** Somebody said what their window shall do: the window in which this turn was asked does it, and no other. */
  'window.command': z.object({
    conversationId: id,
    turnId: id,
    order: z.union([
      z.object({ command: z.enum(saidCommands), on: z.exactOptional(z.boolean()) }),
      z.object({ kind: z.enum(namedKinds), words: z.string().check(z.maxLength(300)) }),
    ]),
  }),
} as const;
