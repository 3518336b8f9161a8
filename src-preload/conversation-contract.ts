/** What can be done with conversations as a whole: pin them, fork them; and what was measured of their turns. */
import * as z from 'zod/mini';
import { imageKinds, mostImageBytes, mostImages } from '../src-main/domain/image.ts';
import { command, conversation, id, turnTimeline } from './schemas.ts';

export const conversationCommands = {
  /** Above all others, or among them again. */
  'conversation.pin': command(z.object({ id, isPinned: z.boolean() }), conversation),
  /** A new conversation `id` with all that stands on the branch up to this message, it included. */
  'conversation.fork': command(z.object({ id, messageId: id }), conversation),
  /** A picture that went with a message, by its place among them; in base64. */
  'conversation.image': command(
    z.object({ messageId: id, at: z.int().check(z.minimum(0)) }),
    z.object({ mediaType: z.enum(imageKinds), base64: z.string() }),
  ),
} as const;

/** Pictures on their way to the core, in base64. */
export const sentImages = z
  .array(z.object({ base64: z.string().check(z.maxLength(Math.ceil((mostImageBytes * 4) / 3) + 4)) }))
  .check(z.maxLength(mostImages));

export const conversationEvents = {
  /** More was measured of an answer: its first words, its first sound. */
  'turn.timed': z.object({ turnId: id, conversationId: id, answerId: id, timeline: turnTimeline }),
} as const;
