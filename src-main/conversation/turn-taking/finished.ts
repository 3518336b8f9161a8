/** How likely the speaker of these words has finished: by their ending, and by whether they are an order that Jarvis understands. */
import type { Language } from '../../domain/language.ts';
import { understand } from '../../skills/understand.ts';
import { endingOf } from './ending/ending.ts';
import { together } from './waiting.ts';

/** Orders that are whole once they are understood; what a note or a reminder is about may always go on. */
const closed = /^(?:time|date|day|timer|math|percent|units|list\.show|note\.list|repeat|help|stop)(?:\.|$)/;
const namesList = /\b(?:list|liste)\b.*\p{L}$|\p{L} list$/iu;
/** Less may be the beginning of anything. */
const fewestWords = 3;
const understoodWhole = 0.75;
/** Only the kind of order counts here, so any moment and place will do. */
const anyMoment = { nowMs: 0, zone: 'UTC' };

/** @returns probability from 0 to 1. */
export function finishedBy(text: string, language: Language): number {
  const { complete, confidence } = endingOf(text, language);
  const byEnding = complete ? confidence : 1 - confidence;
  return complete && isWholeOrder(text, language) ? together(byEnding, understoodWhole) : byEnding;
}

function isWholeOrder(text: string, language: Language): boolean {
  if (text.trim().split(/\s+/).length < fewestWords) return false;
  const { intent, slots } = understand(text, { language, ...anyMoment });
  if (intent === 'reminder.set') return 'when' in slots && 'what' in slots;
  if (intent === 'list.add' || intent === 'list.remove') return namesList.test(text);
  return closed.test(intent);
}
