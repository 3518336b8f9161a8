/** Not written yet: the answers come here. */
import type { Clock } from '../ports/clock.ts';
import type { OrganizerStore } from '../ports/organizer-store.ts';
import type { Understanding } from '../domain/intent.ts';
import type { Language } from '../domain/language.ts';

export interface SkillRunner {
  answer(
    understanding: Understanding,
    asked: { language: Language; text: string; messageId?: string },
  ): Promise<{ text: string; intent: string; organizerChanged: boolean } | undefined>;
}

export function createSkillRunner(_: {
  organizer: OrganizerStore;
  clock: Clock;
  zone: () => string;
  lastAnswer: () => string | undefined;
}): SkillRunner {
  return { answer: async () => undefined };
}
