/** A program that is killed at any moment of forgetting has forgotten all of it or nothing, and the next start finishes what it began. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { readRawPages } from '../src-main/adapters/store/raw-pages.ts';
import { createStoreFixture } from '../src-main/adapters/store/store-fixture.ts';

/** `JARVIS_KILLS` asks for more of them. */
const kills = Number(process.env.JARVIS_KILLS ?? 15);
/** What lies on disk is read and compared after so many. */
const killsToCheck = 5;

const at = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
const program = `
  const { openStore } = await import(${at('../src-main/adapters/store/open-store.ts')});
  const { createBrain } = await import(${at('../src-main/memory/create-brain.ts')});
  const { newId } = await import(${at('../src-main/domain/id.ts')});
  const clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now(), zone: () => 'UTC', after: () => () => undefined };
  const [path, key, backupsDir, run] = process.argv.slice(1);
  const { memory, organizer, episodic, semantic, perception, eraser } =
    openStore({ path, key: Buffer.from(key, 'hex'), backupsDir, clock });
  const brain = createBrain({ episodic, semantic, perception, eraser, clock, conversations: memory, zone: () => 'UTC',
    preferences: () => ({ excludedTopics: [] }), rooms: { letGo: () => undefined }, embedder: { model: 'none' } });
  const affect = { valence: 0, arousal: 0, dominance: 0, emotion: 'neutral' };
  const letters = 'bcdfghjkmp';
  const wordOf = number => 'zq' + String(number).padStart(7, '0').replace(/\\d/g, digit => letters[digit]);
  const tell = async (word, date) => {
    const [conversationId, id, turnId, answerId] = [newId(), newId(), newId(), newId()];
    const times = { createdAtMs: Date.now() };
    const text = 'Le ' + word + ' est dans la cave avec toutes les autres choses du voisin';
    const { question } = await memory.acceptTurn({ id, turnId, conversationId, parent: 'head', text, origin: 'typed', ...times }, { id: answerId, ...times });
    await memory.finishAnswer(answerId, { text: 'Donc : ' + text, status: 'complete' });
    const place = { conversationId, messageId: id, answerId };
    const episode = { id, place, provenance: 'user', speaker: 'user', atMs: Date.now(), text, language: 'fr', affect, salience: 0, entities: [word] };
    await episodic.add(episode, { model: 'none', whole: new Float32Array(8).fill(1), parts: [] });
    const fact = { id: newId(), subject: word, relation: 'is_in', value: 'cave', language: 'fr', confidence: 1, timesSaid: 1, firstSaidMs: 1, lastSaidMs: 1, proposedBy: 'rules', sourceEpisodeIds: [id] };
    const summary = { id: newId(), about: { kind: 'person', name: word }, text, language: 'fr', madeAtMs: 1, interval: { startMs: 1, endMs: 2 }, sourceEpisodeIds: [id] };
    await semantic.commitNight({ id: newId(), atMs: 1, episodeIds: [id], changes: [{ kind: 'learned', fact }], summaries: [summary] });
    await organizer.addNote({ id: newId(), text: 'Penser au ' + word, createdAtMs: 1 });
  };
  for (let number = 0; ; number += 1) {
    const word = wordOf(Number(run) * 1000 + number);
    await tell(word);
    console.log('told ' + word);
    if (number % 2 === 0) continue;
    const { token } = await brain.previewForget(word);
    console.log('forgetting ' + word);
    await brain.forget(token);
    console.log('forgotten ' + word);
  }`;

test(
  `${kills} kills at random moments: what is forgotten is gone from everywhere, and nothing is half gone`,
  async () => {
    const fixture = createStoreFixture();
    const { path, key, backupsDir } = fixture.options;
    const lines: string[] = [];
    const cut = { whole: 0, gone: 0 };
    try {
      for (let run = 0; run < kills; run += 1) {
        const own = await runAndKill([path, Buffer.from(key).toString('hex'), backupsDir, String(run)]);
        lines.push(...own);
        if ((run + 1) % killsToCheck === 0) await requireSound(fixture, lines, cut);
      }
      console.log(
        `${kills} kills: of the orders that were cut off ${cut.gone} had gone, ${cut.whole} had not`,
      );
      expect(lines.filter(line => line.startsWith('forgotten')).length).toBeGreaterThan(0);
      expect(cut.whole + cut.gone).toBeGreaterThan(0);
    } finally {
      fixture.remove();
    }
  },
  kills * 8000,
);

async function requireSound(
  fixture: ReturnType<typeof createStoreFixture>,
  lines: readonly string[],
  cut: { whole: number; gone: number },
): Promise<void> {
  const { memory, eraser, episodic, close } = fixture.open();
  expect(await memory.verify()).toEqual([]);
  const kinds = new Map<string, Set<string>>();
  for await (const texts of eraser.texts())
    for (const { kind, text } of texts)
      for (const word of text.match(/zq[a-z]{7}/g) ?? [])
        kinds.set(word, (kinds.get(word) ?? new Set()).add(kind));
  const told = wordsAfter('told', lines);
  const forgetting = wordsAfter('forgetting', lines);
  const forgotten = wordsAfter('forgotten', lines);
  for (const word of told) {
    const found = [...(kinds.get(word) ?? [])].sort();
    if (forgotten.has(word)) expect(found, word).toEqual([]);
    else if (!forgetting.has(word) || found.length > 0)
      expect(found, word).toEqual(['episode', 'fact', 'message', 'note', 'summary', 'title']);
  }
  const left = [...forgetting].filter(word => !forgotten.has(word));
  cut.whole = left.filter(word => kinds.has(word)).length;
  cut.gone = left.length - cut.whole;
  const receipts = await eraser.receipts(1_000_000);
  expect(receipts).toHaveLength(forgotten.size + cut.gone);
  for (const { episodes, facts, summaries, messages, notes } of receipts)
    expect([episodes, facts, summaries, messages, notes]).toEqual([1, 1, 1, 2, 1]);
  expect((await episodic.models()).map(({ episodes }) => episodes)).toEqual([await episodic.count()]);
  close();
  const bytes = readRawPages(fixture.options.path, fixture.options.key);
  for (const word of forgetting) if (!kinds.has(word)) expect(bytes.includes(word), word).toBe(false);
  expect([...kinds.keys()].some(word => bytes.includes(word))).toBe(true);
}

const wordsAfter = (what: string, lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.filter(line => line.startsWith(`${what} `)).map(line => line.split(' ')[1] ?? ''));

/** The lines that it had said when it was killed, at a random moment after its first order. */
async function runAndKill(args: readonly string[]): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  const begun = new Promise<void>(resolve => {
    reader.on('line', line => {
      lines.push(line);
      if (line.startsWith('forgetting')) resolve();
    });
  });
  await Promise.race([begun, once(reader, 'close')]);
  setTimeout(() => child.kill('SIGKILL'), Math.random() * 150);
  if (child.exitCode === null) await once(reader, 'close');
  return lines;
}
