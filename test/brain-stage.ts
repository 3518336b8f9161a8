/** A brain with its real rooms over a real store, whose clock and embedder a test chooses. */
import { createStaticTableEmbedder } from '../src-main/adapters/embedder/static-table.ts';
import type { Store } from '../src-main/adapters/store/open-store.ts';
import type { Message } from '../src-main/domain/conversation.ts';
import { newId } from '../src-main/domain/id.ts';
import type { MemoryPreferences } from '../src-main/domain/settings.ts';
import { embeddingTableFolder } from '../src-main/host/embedding-table-folder.ts';
import type { Brain } from '../src-main/memory/brain.ts';
import { openRooms } from '../src-main/memory/brain-rooms.ts';
import { createBrain } from '../src-main/memory/create-brain.ts';
import type { Embedder } from '../src-main/ports/embedder.ts';

export interface BrainStage {
  readonly brain: Brain;
  readonly clock: { nowMs: number; monotonicMs: number; zone: string };
  readonly preferences: { -readonly [K in keyof MemoryPreferences]: MemoryPreferences[K] };
  /** Said and answered now; returns the message. */
  say(text: string, conversationId?: string): Promise<Message>;
  /** The sentences that a search finds. */
  search(text: string): Promise<readonly string[]>;
}

export const builtInTable = (): Embedder => createStaticTableEmbedder(embeddingTableFolder);

export function openBrainStage(store: Store, embedder: Embedder = builtInTable()): BrainStage {
  const time = { nowMs: Date.UTC(2026, 2, 2, 9), monotonicMs: 0, zone: 'Europe/Paris' };
  const clock = {
    nowMs: () => time.nowMs,
    monotonicMs: () => time.monotonicMs,
    zone: () => time.zone,
    after: () => () => undefined,
  };
  const preferences: BrainStage['preferences'] = { recall: true, affect: true, excludedTopics: [] };
  const { memory: conversations, ...stores } = store;
  const brain = createBrain({
    ...{ ...stores, conversations, embedder, clock },
    zone: () => time.zone,
    preferences: () => preferences,
    changePreferences: async () => undefined,
    isPrivate: () => false,
    setPrivate: async () => undefined,
    estimateTokens: text => text.length / 4,
    userName: () => 'Ada',
    rooms: openRooms({
      ...{ episodic: store.episodic, semantic: store.semantic, conversations, embedder, clock },
      zone: () => time.zone,
      model: () => undefined,
    }),
  });
  return {
    ...{ brain, clock: time, preferences },
    say: async (text, conversationId = newId()) => {
      const createdAtMs = time.nowMs;
      const { question, answer } = await conversations.acceptTurn(
        { id: newId(), turnId: newId(), conversationId, parent: 'head', text, origin: 'typed', createdAtMs },
        { id: newId(), createdAtMs },
      );
      const whole = await conversations.finishAnswer(answer.id, { text: 'Bien.', status: 'complete' });
      await brain.perceive({ question, answer: whole, provenance: 'user' });
      return question;
    },
    search: async text => {
      const { memories } = await brain.recall({
        ...{ text, language: 'fr', nowMs: time.nowMs, zone: time.zone },
        purpose: 'search',
      });
      return memories.map(memory => memory.text);
    },
  };
}
