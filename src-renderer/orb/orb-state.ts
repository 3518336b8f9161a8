/** Which one of eight shapes the core shows, from everything that is true of the window at once. */
import type { Message } from '../store/contract-types.ts';
import type { Toast, WindowState } from '../store/state.ts';
import type { VoiceRemark } from '../voice/voice-view.ts';

export const orbShapes = [
  'idle',
  'armed',
  'listening',
  'thinking',
  'speaking',
  'private',
  'offline',
  'error',
] as const;
export type OrbShape = (typeof orbShapes)[number];

export interface OrbLook {
  readonly shape: OrbShape;
  /** What goes on keeps its shape and turns violet. */
  readonly isPrivate: boolean;
}

/** What is at fault, and what mends it. */
export type Trouble =
  | { readonly kind: 'connection' }
  /** Words that could not be sent. */
  | { readonly kind: 'unsent'; readonly id: string; readonly text: string; readonly canRetry: boolean }
  /** An answer that could not be given; `questionId`: what to answer again. */
  | {
      readonly kind: 'answer';
      readonly id: string;
      readonly text: string | undefined;
      readonly questionId: string | null;
    }
  /** The microphone cannot be used; `id`: of the remark that says so. */
  | { readonly kind: 'microphone'; readonly id: string; readonly remark: VoiceRemark };

export type Facts = Pick<
  WindowState,
  'connection' | 'memory' | 'open' | 'outbox' | 'preferences' | 'putAway' | 'running' | 'toasts' | 'voice'
>;

/** Besides the window's state. */
export interface Surroundings {
  readonly isOnline: boolean;
  /** Since when faults count, in ms since 1970. */
  readonly sinceMs: number;
}

/** Error first, then what is going on, then what lasts: private, offline, armed, idle. */
export function orbLook(facts: Facts, around: Surroundings): OrbLook {
  const { isPrivate } = facts.memory;
  const shape = troubleOf(facts, around.sinceMs) === undefined ? calmShape(facts, around.isOnline) : 'error';
  return { shape, isPrivate };
}

function calmShape(facts: Facts, isOnline: boolean): OrbShape {
  const going = goingOn(facts);
  if (going !== undefined) return going;
  if (facts.memory.isPrivate) return 'private';
  if (!isOnline || facts.connection !== 'open') return 'offline';
  return facts.voice.state === 'armed' ? 'armed' : 'idle';
}

/** One who speaks is shown before the answer that is still heard, as the answer gives way to them. */
function goingOn({ voice, running, open }: Facts): OrbShape | undefined {
  if (voice.state === 'hearing' || (voice.state === 'listening' && !voice.speaking)) return 'listening';
  if (voice.speaking || voice.state === 'speaking') return 'speaking';
  if (voice.state === 'follow-up') return 'listening';
  if (voice.state === 'recognising' || voice.state === 'thinking' || running.has(open.id)) return 'thinking';
  return undefined;
}

/** What stands in the way now. `sinceMs`: when this window was opened, in ms since 1970; an old answer that once failed is no fault of today, and whoever goes on leaves a fault behind. */
export function troubleOf(facts: Facts, sinceMs = performance.timeOrigin): Trouble | undefined {
  const trouble = nearestTrouble(facts, sinceMs);
  return trouble !== undefined && 'id' in trouble && trouble.id === facts.putAway ? undefined : trouble;
}

function nearestTrouble(facts: Facts, sinceMs: number): Trouble | undefined {
  const { connection, open, outbox, running, toasts, voice } = facts;
  if (connection === 'closed') return { kind: 'connection' };
  if (running.has(open.id) || voice.speaking || isTalking(facts)) return undefined;
  const unsent = outbox.findLast(one => one.conversationId === open.id && one.error !== undefined);
  if (unsent?.error !== undefined) {
    const { message, retryable } = unsent.error;
    return { kind: 'unsent', id: unsent.turnId, text: message, canRetry: retryable };
  }
  const deaf = toasts.findLast(isDeafness);
  if (deaf?.text.kind === 'voice') return { kind: 'microphone', id: deaf.id, remark: deaf.text.remark };
  return failedAnswer(open.messages.get(open.order.at(-1) ?? ''), sinceMs);
}

/** Where Jarvis listens by itself, only words are talking: it waits for them all the time. */
function isTalking({ voice: { state }, preferences }: Facts): boolean {
  const { mode } = preferences.voice;
  const waitsByItself = mode === 'always' || mode === 'hotword';
  return state === 'hearing' || state === 'recognising' || (state === 'listening' && !waitsByItself);
}

/** Remarks after which nothing is heard any more; the dock says them, with what mends it. */
export const isDeafness = ({ text }: Toast): boolean =>
  text.kind === 'voice' && (text.remark.kind === 'microphone' || text.remark.kind === 'listening-stopped');

function failedAnswer(last: Message | undefined, sinceMs: number): Trouble | undefined {
  if (last?.role !== 'assistant' || last.status !== 'failed') return undefined;
  if (last.createdAtMs < sinceMs) return undefined;
  return { kind: 'answer', id: last.id, text: last.error?.message, questionId: last.parentId };
}
