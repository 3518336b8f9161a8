/** Turns over the real store and scripted models that wait until the test lets them go on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../src-main/adapters/store/open-store.ts';
import type { AnswerPart, AnswerPlan } from '../src-main/conversation/answer-part.ts';
import type { Turn } from '../src-main/conversation/run-turn.ts';
import type { AskInput } from '../src-main/conversation/turn-ports.ts';
import { Turns } from '../src-main/conversation/turns.ts';
import { newId } from '../src-main/domain/id.ts';
import type { Clock } from '../src-main/ports/clock.ts';

/** One request that reached a model, and the way to answer it. */
export class AskedModel {
  readonly turn: Turn;
  /** Texts of what it was told stands before the question; undefined where it was to look itself. */
  readonly earlier: readonly string[] | undefined;
  isStopped = false;
  private readonly parts: AnswerPart[] = [];
  private isOver = false;
  private wake = (): void => undefined;

  constructor(turn: Turn, earlier: readonly string[] | undefined) {
    this.turn = turn;
    this.earlier = earlier;
  }

  say(text: string): void {
    this.parts.push({ kind: 'text', text });
    this.wake();
  }

  end(): void {
    this.parts.push({ kind: 'finished', notices: [] });
    this.isOver = true;
    this.wake();
  }

  async *answer(signal: AbortSignal): AsyncGenerator<AnswerPart> {
    const answeredBy = { kind: 'model', backendId: 'b', backendLabel: 'B', model: 'm' } as const;
    yield { kind: 'by', answeredBy };
    signal.addEventListener('abort', () => {
      this.isStopped = true;
      this.wake();
    });
    for (;;) {
      signal.throwIfAborted();
      const part = this.parts.shift();
      if (part !== undefined) yield part;
      else if (this.isOver) return;
      else await new Promise<void>(resolve => (this.wake = resolve));
    }
  }
}

export function openTurnStage() {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-stage-'));
  const stage = { nowMs: Date.UTC(2026, 10, 21, 9, 0, 0) };
  const clock: Clock = {
    nowMs: () => stage.nowMs,
    monotonicMs: () => stage.nowMs,
    zone: () => 'Europe/Paris',
    after: () => () => undefined,
  };
  const store = openStore({
    path: join(folder, 'jarvis.db'),
    key: new Uint8Array(32).fill(7),
    backupsDir: join(folder, 'backups'),
    clock,
  });
  const asked: AskedModel[] = [];
  const seen: string[] = [];
  const effects: string[] = [];
  /** Words that begin with "timer" are for a skill. */
  const plan = (turn: Turn): AnswerPlan => {
    const { text } = turn.userMessage;
    if (!text.startsWith('timer')) {
      const ask = (signal: AbortSignal, earlier?: readonly { readonly text: string }[]) => {
        const model = new AskedModel(
          turn,
          earlier?.map(message => message.text),
        );
        asked.push(model);
        return model.answer(signal);
      };
      return { answeredBy: 'model', parts: ask };
    }
    return {
      answeredBy: 'skill',
      parts: async function* () {
        effects.push(text);
        yield { kind: 'by', answeredBy: { kind: 'skill', intent: 'timer.set' } };
        yield { kind: 'text', text: 'Set.' };
        yield { kind: 'finished', notices: [] };
      },
    };
  };
  const turns = new Turns({
    store: store.memory,
    clock,
    zone: () => 'Europe/Paris',
    detectLanguage: () => 'en',
    profileLanguage: () => 'fr',
    plan,
    warm: () => effects.push('warm'),
    observer: {
      accepted: (_id, message) => seen.push(`accepted ${message.text}`),
      queued: turn => seen.push(`queued ${turn.text}`),
      unqueued: turn => seen.push(`unqueued ${turn.text}`),
      thinking: () => seen.push('thinking'),
      words: (_turn, offset, text) => seen.push(`${offset} ${text}`),
      ended: (_turn, message, state) => seen.push(`${state} ${message.text}`),
      lost: (_turn, error) => seen.push(`lost ${error.code}`),
      cut: (_turnId, message) => seen.push(`cut ${message.text} ${message.status}`),
    },
  });
  const input = (text: string, more: Partial<AskInput> = {}): AskInput => ({
    turnId: newId(),
    conversationId: 'c1',
    text,
    origin: 'spoken',
    ...more,
  });
  return {
    stage,
    store: store.memory,
    turns,
    asked,
    seen,
    effects,
    input,
    /** `u question`, `a answer stopped`, …; the status of what is complete is left out. */
    branch: async () =>
      (await store.memory.openBranch('c1')).map(({ role, text, status }) =>
        [role[0], text, status].filter(word => word !== 'complete').join(' '),
      ),
    close: async () => {
      await turns.close();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits for what happens without a clock. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await nextRound();
}
export const nextRound = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
