/** What can be done with conversations as a whole: pin them, fork them; and what was measured of their turns. */
import * as z from 'zod/mini';
import { command, conversation, id, turnTimeline } from './schemas.ts';

export const conversationCommands = {
  /** Above all others, or among them again. */
  'conversation.pin': command(z.object({ id, isPinned: z.boolean() }), conversation),
  /** A new conversation `id` with all that stands on the branch up to this message, it included. */
  'conversation.fork': command(z.object({ id, messageId: id }), conversation),
} as const;

export const conversationEvents = {
  /** More was measured of an answer: its first words, its first sound. */
  'turn.timed': z.object({ turnId: id, conversationId: id, answerId: id, timeline: turnTimeline }),
} as const;
