/** What every skill's answer is made from, and what it gives back. */

import type { Origin } from '../../domain/conversation.ts';
import type { Understanding } from '../../domain/intent.ts';
import type { Language } from '../../domain/language.ts';
import type { UsedMemory } from '../../domain/memory.ts';
import type { Clock } from '../../ports/clock.ts';
import type { OrganizerStore } from '../../ports/organizer-store.ts';
import type { AskedKnowledge } from '../asked-knowledge.ts';
import type { AskedAt, AskedMemory } from '../asked-memory.ts';
import type { AskedWindow } from '../asked-window.ts';
import type { Details } from '../grammar.ts';

export interface Surroundings {
  readonly organizer: OrganizerStore;
  readonly clock: Clock;
  /** The user's IANA zone. */
  readonly zone: () => string;
  /** The answer before this one, to be repeated. */
  readonly lastAnswer: () => string | undefined;
  readonly manner: MannerOfSpeaking;
  readonly askedMemory: AskedMemory;
  readonly askedKnowledge: AskedKnowledge;
  readonly askedWindow: AskedWindow;
}

/** How Jarvis speaks to this person. */
export interface MannerOfSpeaking {
  /** `volume`: 0 to 1; `rate`: 0.5 to 2. */
  current(): { readonly volume: number; readonly rate: number };
  change(next: { readonly volume: number; readonly rate: number }): Promise<void>;
}

export interface Question {
  readonly understanding: Understanding & { readonly details?: Details };
  readonly language: Language;
  readonly text: string;
  readonly messageId?: string;
  readonly askedAt?: AskedAt;
  /** How the words came; absent where nobody said them just now. */
  readonly origin?: Origin;
}

export interface Spoken {
  readonly text: string;
  /** Timers, notes, lists or facts are no longer what they were. */
  readonly organizerChanged: boolean;
  /** The memories that it tells. */
  readonly recalled?: readonly UsedMemory[];
  /** To be done when the words are final, for a skill that had to look first whether it is meant. */
  readonly effect?: () => Promise<void>;
}

/** One skill: undefined when, on a closer look, the question is for somebody else. */
export type Skill = (question: Question, around: Surroundings) => Promise<Spoken | undefined>;

export const say = (text: string): Spoken => ({ text, organizerChanged: false });
export const changed = (text: string): Spoken => ({ text, organizerChanged: true });

export const textSlot = (question: Question, name: string): string => {
  const value = question.understanding.slots[name];
  return typeof value === 'string' ? value : '';
};
export const numberSlot = (question: Question, name: string): number | undefined => {
  const value = question.understanding.slots[name];
  return typeof value === 'number' ? value : undefined;
};
export const listSlot = (question: Question, name: string): readonly string[] => {
  const value = question.understanding.slots[name];
  return Array.isArray(value) ? value : [];
};
