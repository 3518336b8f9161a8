/** Commands for what a person keeps and for what runs in the background: timers, lists, notes, works. */
import * as z from 'zod/mini';
import { command, id, nothing, organizer } from './schemas.ts';

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const timeMs = z.number();
/** A month: what rings later is a reminder. */
const longestTimerMs = 31 * 24 * 3_600_000;

export const organizerCommands = {
  'organizer.get': command(nothing, organizer),
  /** Ids are the client's: sent twice, a thing is added once. What was deleted is brought back by its own id and time. */
  'timer.add': command(
    z.object({
      id,
      label: z.string().check(z.maxLength(200)),
      forMs: z.number().check(z.minimum(1000), z.maximum(longestTimerMs)),
    }),
    nothing,
  ),
  'reminder.add': command(z.object({ id, label: text(500), dueAtMs: timeMs }), nothing),
  /** So much later; from now on where it has rung, which it does again. */
  'timer.extend': command(
    z.object({ id, byMs: z.number().check(z.minimum(1000), z.maximum(longestTimerMs)) }),
    nothing,
  ),
  'timer.dismiss': command(z.object({ id }), nothing),
  'timer.cancel': command(z.object({ id }), nothing),
  'note.add': command(z.object({ id, text: text(10_000), createdAtMs: z.exactOptional(timeMs) }), nothing),
  'note.edit': command(z.object({ id, text: text(10_000) }), nothing),
  'note.delete': command(z.object({ id }), nothing),
  'listItem.add': command(
    z.object({ id, list: text(100), text: text(500), createdAtMs: z.exactOptional(timeMs) }),
    nothing,
  ),
  'listItem.delete': command(z.object({ id }), nothing),
  'fact.delete': command(z.object({ id }), nothing),
  /** What the memory does in the background; downloads, imports and documents tell of themselves. */
  'work.list': command(
    nothing,
    z.object({
      isConsolidating: z.boolean(),
      embedding: z.exactOptional(z.object({ model: z.string(), done: z.number(), total: z.number() })),
    }),
  ),
  /** Gives the consolidation up; nothing of it is half done. */
  'work.stopConsolidating': command(nothing, nothing),
} as const;
