/** Tells every window what happens to turns, and counts it. */
import type { Publish } from '../api/services.ts';
import type { TurnsObserver } from '../conversation/turn-ports.ts';
import type { BranchMessage } from '../domain/conversation.ts';
import { asJarvisError, reportError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import type { Log } from '../observability/log.ts';
import type { Observer } from '../observability/observer.ts';
import type { Clock } from '../ports/clock.ts';
import type { MemoryStore } from '../ports/memory-store.ts';

export interface PublishTurnsOptions {
  readonly publish: Publish;
  readonly observer: Observer;
  readonly log: Log;
  readonly memory: MemoryStore;
  readonly clock: Clock;
  /** The profile's. */
  readonly language: () => Language;
}

export function publishTurns(options: PublishTurnsOptions): TurnsObserver {
  const { publish, observer, log, memory, clock, language } = options;
  const startedMs = new Map<string, number>();
  /** When the first word of each answer came. */
  const wordsFromMs = new Map<string, number>();
  const conversationChanged = (id: string): void => {
    memory.getConversation(id).then(
      conversation => publish('conversation.changed', conversation),
      (error: unknown) => observer.countError('store', asJarvisError(error).code),
    );
  };
  const since = (turnId: string): number => (clock.monotonicMs() - (startedMs.get(turnId) ?? 0)) / 1000;
  /** What follows the first token, by the time it took; a single one has none. */
  const observeRate = ({ usage, answeredBy }: BranchMessage, fromMs: number | undefined): void => {
    const tokens = (usage?.answerTokens ?? 0) - 1;
    const seconds = fromMs === undefined ? 0 : (clock.monotonicMs() - fromMs) / 1000;
    if (answeredBy?.kind === 'model' && tokens > 0 && seconds > 0)
      observer.observeTokenRate(answeredBy.model, tokens / seconds);
  };
  return {
    accepted: (turnId, message) => {
      publish('turn.accepted', { turnId, message });
      conversationChanged(message.conversationId);
    },
    queued: turn => publish('turn.queued', turn),
    unqueued: ({ turnId, conversationId }) => publish('turn.unqueued', { turnId, conversationId }),
    thinking: ({ turnId }, answer) => {
      startedMs.set(turnId, clock.monotonicMs());
      publish('turn.thinking', { turnId, answer });
    },
    words: (turn, offset, text) => {
      if (offset === 0) {
        observer.observeStage('first_token', since(turn.turnId));
        wordsFromMs.set(turn.turnId, clock.monotonicMs());
      }
      publish('turn.delta', { turnId: turn.turnId, answerId: turn.answerId, offset, text });
    },
    ended: ({ turnId, conversationId }, message, state, error) => {
      const seconds = since(turnId);
      observer.observeStage('total', seconds);
      const durationMs = Math.round(seconds * 1000);
      log.write(
        error ? 'warn' : 'info',
        'turn.ended',
        { turnId, state, durationMs, code: error?.code },
        error,
      );
      observeRate(message, wordsFromMs.get(turnId));
      startedMs.delete(turnId);
      wordsFromMs.delete(turnId);
      if (error) observer.countError(error.stage, error.code);
      publish('turn.ended', { turnId, message });
      conversationChanged(conversationId);
    },
    timed: timed => publish('turn.timed', timed),
    // For every window the turn ended once more, with the words that stay.
    cut: (turnId, message) => publish('turn.ended', { turnId, message }),
    lost: (turn, error) => {
      startedMs.delete(turn.turnId);
      wordsFromMs.delete(turn.turnId);
      observer.countError(error.stage, error.code);
      log.write('error', 'turn.lost', { turnId: turn.turnId, code: error.code }, error);
      publish('app.failed', reportError(error, language()));
      publish('conversation.reloaded', { id: turn.conversationId });
    },
  };
}
