/** The whole recall over 100,000 memories: plan, candidates, features and ranking; with and without the embedding. */
import { newId } from '../src-main/domain/id.ts';
import type { Row } from './bench.ts';
import { createChatText } from './chat-text.ts';
import { builtInTable, planOf, stageOf } from './memory-stage.ts';
import { atMost, median, p95 } from './statistics.ts';

const memories = 100_000;
const warmUps = 60;
const rounds = 300;
const turnsOfConversation = 20;
const startMs = Date.UTC(2024, 0, 1);
const stepMs = 200_000;

export async function latencyRows(): Promise<readonly Row[]> {
  const chat = createChatText(7);
  const turns = Array.from({ length: memories }, (_, at) => {
    const said = chat.message().slice(0, 40 + Math.floor(chat.random() ** 2 * 260));
    const session = Math.floor(at / turnsOfConversation);
    return { session, speaker: 'user', text: `${said}.`, atMs: startMs + at * stepMs };
  });
  const table = builtInTable();
  const stage = await stageOf(turns, table);
  await stage.store.episodic.prepare(table.model);
  await stage.hippocampus.prepare();
  const language = () => (chat.random() < 0.5 ? 'fr' : 'en');
  const question = () => {
    const words = Array.from({ length: 4 + Math.floor(chat.random() * 6) }, () =>
      chat.word(language(), Math.floor(10 ** (chat.random() * 3.7))),
    );
    return `${words.join(' ')}?`;
  };
  const known = new Set([newId()]);
  const whole: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const text = question();
    const plan = planOf(text, startMs + memories * stepMs, known);
    const began = performance.now();
    await stage.hippocampus.recall(plan);
    const recalledMs = performance.now() - began;
    const embedding = performance.now();
    await table.embed([text, text, text]);
    const embeddedMs = performance.now() - embedding;
    if (round < warmUps) continue;
    whole.push(recalledMs);
    bare.push(recalledMs - embeddedMs);
  }
  stage.close();
  const of = `of ${memories.toLocaleString('en')} memories`;
  return [
    { what: `recall ${of} with the embedding, median`, value: median(whole), unit: 'ms' },
    atMost({ what: `recall ${of} with the embedding, p95`, value: p95(whole), unit: 'ms' }, 6),
    atMost({ what: `recall ${of} without the embedding, p95`, value: p95(bare), unit: 'ms' }, 5),
  ];
}
