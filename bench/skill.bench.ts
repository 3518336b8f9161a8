/**
 * A built-in skill from the key press, which sends `turn.ask`, to the whole answer, which is on disk by then: with the
 * core in this process and a wire in memory, and over the WebSocket of the built program. No model is there.
 */
import { closeSync, existsSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { createMachineSettingsFile } from '../src-main/adapters/settings/machine-settings-file.ts';
import { newId } from '../src-main/domain/id.ts';
import { assemble } from '../src-main/host/assemble.ts';
import { dataFolder } from '../src-main/host/data-folder.ts';
import { startObserving } from '../src-main/host/observing.ts';
import { systemClock as clock } from '../src-main/host/system-clock.ts';
import { type Client, connect } from '../src-preload/connect.ts';
import type { EventData } from '../src-preload/contract.ts';
import { newDataDir, noOllama, removeDataDir } from '../test/jarvis-program.ts';
import type { Bench, Row } from './bench.ts';
import { startCore } from './running-core.ts';
import { atMost, median, p95 } from './statistics.ts';

/** What sets something is followed by what takes it away, so that the hundredth round finds what the first one found. */
const sentences = {
  fr: [
    'quelle heure est-il ?',
    'quel jour sommes-nous ?',
    'quelle heure est-il à Tokyo ?',
    'combien font dix-sept fois vingt-trois ?',
    'quinze pour cent de deux cent quarante',
    'convertis dix miles en kilomètres',
    'mets un minuteur de cinq minutes',
    'annule le minuteur',
    'ajoute du pain à la liste de courses',
    'enlève le pain de la liste de courses',
    'que peux-tu faire ?',
    'répète',
  ],
  en: [
    'what time is it?',
    'what day is it today?',
    'what time is it in Tokyo?',
    'what is seventeen times twenty-three?',
    'fifteen percent of two hundred and forty',
    'convert ten miles to kilometres',
    'set a timer for five minutes',
    'cancel the timer',
    'add bread to the shopping list',
    'remove bread from the shopping list',
    'what can you do?',
    'repeat that',
  ],
} as const;
const rounds = 15;
const warmUpRounds = 3;
const targetMs = 5;

const bench: Bench = {
  name: 'skill',
  baseline: 'two writes of 4 KiB brought to the same disk: the question and the answer',
  run,
};
export default bench;

/** A file system in memory: what is left there is the core's own work, without the disk that waits for its flushes. */
const memoryDisk = '/dev/shm';

async function run(): Promise<readonly Row[]> {
  const disks: [name: string, newFolder: () => Promise<string>][] = [['disk', newDataDir]];
  if (existsSync(memoryDisk)) disks.push(['no disk', () => mkdtemp(join(memoryDisk, 'jarvis-bench-'))]);
  const rows: Row[] = [];
  for (const [name, newFolder] of disks) {
    rows.push(...(await inMemory(await newFolder(), `${name}, wire in memory`)));
    rows.push(...(await overWebSocket(await newFolder(), `${name}, over WebSocket`)));
  }
  return rows;
}

async function inMemory(dataDir: string, way: string): Promise<Row[]> {
  const folder = dataFolder(dataDir);
  const settings = createMachineSettingsFile(folder.settings);
  const observing = startObserving(folder, 'info', clock, () => undefined);
  const env = { JARVIS_SECRETS: 'file', OLLAMA_HOST: noOllama };
  const core = await assemble({ folder, settings, clock, ...observing, language: 'en', env });
  const client = connect(async () => core.connect(), { clientId: newId() });
  try {
    return await measure(client, dataDir, way);
  } finally {
    client.close();
    await core.close();
    await observing.close();
    await removeDataDir(dataDir);
  }
}

async function overWebSocket(dataDir: string, way: string): Promise<Row[]> {
  const core = await startCore({ dataDir });
  try {
    return await measure(core.client, dataDir, way);
  } finally {
    await core.close();
  }
}

async function measure(client: Client, dataDir: string, way: string): Promise<Row[]> {
  const measured = { fr: [] as number[], en: [] as number[], disk: [] as number[] };
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    for (const language of ['fr', 'en'] as const) {
      const conversationId = newId();
      for (const text of sentences[language]) {
        const [answerMs, diskMs] = [await timeAnswer(client, conversationId, text), timeDisk(dataDir)];
        if (round < 0) continue;
        measured[language].push(answerMs);
        measured.disk.push(diskMs);
      }
    }
  }
  const { fr, en, disk } = measured;
  const all = [...fr, ...en];
  return [
    { what: `${way}: median`, value: median(all), unit: 'ms', baseline: median(disk) },
    atMost({ what: `${way}: French, p95`, value: p95(fr), unit: 'ms', baseline: p95(disk) }, targetMs),
    atMost({ what: `${way}: English, p95`, value: p95(en), unit: 'ms', baseline: p95(disk) }, targetMs),
    {
      what: `${way}: over the disk's own time, p95 of pairs`,
      value: p95(all.map((ms, at) => ms - (disk[at] ?? 0))),
      unit: 'ms',
    },
  ];
}

async function timeAnswer(client: Client, conversationId: string, text: string): Promise<number> {
  const turnId = newId();
  const ended = Promise.withResolvers<EventData<'turn.ended'>>();
  const off = client.on('turn.ended', end => {
    if (end.turnId === turnId) ended.resolve(end);
  });
  const startedMs = performance.now();
  const accepted = client.call('turn.ask', { turnId, conversationId, text, origin: 'typed' });
  const { message } = await ended.promise;
  const tookMs = performance.now() - startedMs;
  off();
  await accepted;
  if (message.answeredBy?.kind !== 'skill' || message.text === '')
    throw new Error(`no skill answered "${text}"`);
  return tookMs;
}

function timeDisk(dataDir: string): number {
  const page = Buffer.alloc(4096);
  const file = openSync(join(dataDir, 'disk'), 'a');
  const startedMs = performance.now();
  for (let write = 0; write < 2; write += 1) {
    writeSync(file, page);
    fdatasyncSync(file);
  }
  const tookMs = performance.now() - startedMs;
  closeSync(file);
  return tookMs;
}
