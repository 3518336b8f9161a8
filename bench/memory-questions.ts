/** Asks the questions of dialogues as the product would, and of plain BM25. */
import type { RecallOptions } from '../src-main/memory/hippocampus-episodic-memory/hippocampus.ts';
import { bm25 } from './bm25.ts';
import type { Dialogue, DialogueQuestion } from './memory-dialogues.ts';
import { type Asked, recallInTokens, tokensOf } from './memory-measures.ts';
import { type MemoryStage, planOf } from './memory-stage.ts';

export type AskedIn = Asked & { readonly inTokens: number };

/** Asked a day after the last words. */
const laterMs = 86_400_000;
const ranksRead = 100;

export interface Asking {
  readonly options?: RecallOptions;
  /** The question in the other language, where there is one. */
  readonly translated?: boolean;
  readonly only?: (question: DialogueQuestion) => boolean;
  /** Without what the prefrontal cortex planned: the bare question. */
  readonly withoutPlan?: boolean;
}

export async function askAll(
  dialogue: Dialogue,
  stage: MemoryStage,
  asking: Asking = {},
): Promise<AskedIn[]> {
  const placeOf = new Map(stage.ids.map((id, place) => [id, place]));
  const lengths = tokensOfTurns(dialogue);
  const nowMs = (dialogue.turns.at(-1)?.atMs ?? 0) + laterMs;
  const asked: AskedIn[] = [];
  for (const question of questionsOf(dialogue, asking)) {
    const startedMs = performance.now();
    const plan = planOf(question.text, nowMs, stage.speakers, asking.withoutPlan);
    const memories = await stage.hippocampus.recall(plan, { limit: ranksRead, ...asking.options });
    const ms = performance.now() - startedMs;
    const ranked = memories.map(({ id }) => placeOf.get(id) ?? -1);
    const one: Asked = { category: question.category, evidence: question.evidence, ranked, ms };
    asked.push({ ...one, inTokens: recallInTokens(one, lengths) });
  }
  return asked;
}

export function askBm25(dialogue: Dialogue, asking: Asking = {}): AskedIn[] {
  const lengths = tokensOfTurns(dialogue);
  const ranking = bm25(dialogue.turns.map(({ text }) => text));
  return questionsOf(dialogue, asking).map(({ text, category, evidence }) => {
    const startedMs = performance.now();
    const ranked = ranking(text).slice(0, ranksRead);
    const one: Asked = { category, evidence, ranked, ms: performance.now() - startedMs };
    return { ...one, inTokens: recallInTokens(one, lengths) };
  });
}

function questionsOf({ questions }: Dialogue, { translated, only }: Asking): readonly DialogueQuestion[] {
  const wanted = only ? questions.filter(only) : questions;
  if (translated !== true) return wanted;
  return wanted.flatMap(question =>
    question.translation === undefined ? [] : [{ ...question, text: question.translation }],
  );
}

const tokensOfTurns = ({ turns }: Dialogue): readonly number[] =>
  turns.map(({ speaker, text }) => tokensOf(`${speaker}: ${text}`));
