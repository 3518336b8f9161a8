/** What an answer is made of, and who will give it. */
import type { AnsweredBy, Message, Notice, Usage } from '../domain/conversation.ts';
import type { UsedMemory } from '../domain/memory.ts';
import type { Recalled } from './recalled.ts';

/** In order: who speaks, words, and one end. */
export type AnswerPart =
  | { readonly kind: 'by'; readonly answeredBy: AnsweredBy; readonly recalled?: readonly UsedMemory[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'finished'; readonly usage?: Usage; readonly notices: readonly Notice[] };

/** Who answers, decided without any effect. */
export interface AnswerPlan {
  readonly answeredBy: 'skill' | 'model';
  /** Of a skill. */
  readonly intent?: string;
  /**
   * Has its effects, or asks a model, once it is read. `earlier`: what stands before the user's words, where these are
   * not on disk yet. `recalled`: what a model is told from memory. Throws JarvisError, or AbortError once `signal` is
   * aborted.
   */
  parts(signal: AbortSignal, earlier?: readonly Message[], recalled?: Recalled): AsyncIterable<AnswerPart>;
}
