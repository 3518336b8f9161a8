/** A store in a folder of its own with a dialogue in it, and the hippocampus over it: what the product recalls with. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStaticTableEmbedder } from '../src-main/adapters/embedder/static-table.ts';
import { openStore, type Store } from '../src-main/adapters/store/open-store.ts';
import { detectLanguage } from '../src-main/domain/detect-language.ts';
import { fold } from '../src-main/domain/fold.ts';
import { newId } from '../src-main/domain/id.ts';
import { neutralAffect } from '../src-main/domain/memory.ts';
import { systemClock } from '../src-main/host/system-clock.ts';
import { HippocampusEpisodicMemory } from '../src-main/memory/hippocampus-episodic-memory/hippocampus.ts';
import { planRecall } from '../src-main/memory/prefrontal-working-memory/plan-recall.ts';
import type { RecallPlan } from '../src-main/memory/prefrontal-working-memory/recall-plan.ts';
import { foldedName } from '../src-main/memory/recall-ranking/answer-features.ts';
import { embedEpisodes } from '../src-main/ports/embed-episodes.ts';
import type { Embedder } from '../src-main/ports/embedder.ts';
import type { DialogueTurn } from './memory-dialogues.ts';

const tableFolder = new URL('../models/embedding/jarvis-static-fr-en', import.meta.url).pathname;
export const builtInTable = (): Embedder => createStaticTableEmbedder(tableFolder);

export interface MemoryStage {
  readonly store: Store;
  readonly hippocampus: HippocampusEpisodicMemory;
  /** Ids of the episodes, in the order of the turns. */
  readonly ids: readonly string[];
  readonly speakers: ReadonlySet<string>;
  close(): void;
}

export async function stageOf(
  turns: readonly Pick<DialogueTurn, 'session' | 'speaker' | 'text' | 'atMs'>[],
  embedder: Embedder,
  wordEmbedder: Embedder | undefined = embedder,
): Promise<MemoryStage> {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-bench-memory-'));
  const store = openStore({
    path: join(folder, 'jarvis.db'),
    key: randomBytes(32),
    backupsDir: join(folder, 'backups'),
    clock: systemClock,
    busyTimeoutMs: 0,
  });
  const vectors = await embedEpisodes(
    embedder,
    turns.map(({ text }) => text),
  );
  const conversations = new Map(turns.map(({ session }) => [session, newId()]));
  const ids = turns.map(() => newId());
  await store.episodic.addAll(
    turns.map((turn, place) => ({
      episode: {
        id: ids[place] as string,
        place: { conversationId: conversations.get(turn.session) as string },
        provenance: 'user' as const,
        speaker: turn.speaker,
        atMs: turn.atMs,
        text: turn.text,
        language: detectLanguage(turn.text) ?? 'en',
        affect: neutralAffect,
        // Whatever it is, it must cost nothing: recall ranks by it only where a measure asks for it.
        salience: ((place * 7919) % 101) / 100,
        entities: [],
      },
      vectors: vectors[place] as (typeof vectors)[number],
    })),
  );
  return {
    store,
    hippocampus: new HippocampusEpisodicMemory({
      store: store.episodic,
      embedder,
      ...(wordEmbedder && { wordEmbedder }),
    }),
    ids,
    speakers: new Set(turns.map(({ speaker }) => foldedName(speaker))),
    close: () => {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The product's plan; a question that it would not ask of memory is asked all the same, as it stands. */
export function planOf(
  text: string,
  nowMs: number,
  knownNames: ReadonlySet<string>,
  withoutPlan = false,
): RecallPlan {
  const language = detectLanguage(text) ?? 'en';
  const plan = withoutPlan ? undefined : planRecall({ text, language, nowMs, zone: 'UTC', knownNames });
  return (
    plan ?? {
      language,
      searches: [
        { kind: 'question', text, words: fold(text).match(/[\p{L}\p{N}]+/gu) ?? [], weight: 1, names: [] },
      ],
      names: [],
      speakers: [],
      asksDate: false,
      asksList: false,
      asksPast: false,
      isQuestion: true,
    }
  );
}
