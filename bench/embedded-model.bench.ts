/** What it costs to run llama.cpp in a process of its own: the same answer through the adapter and straight from the library. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getLlama, LlamaChat } from 'node-llama-cpp';
import { PlainChatWrapper } from '../native/language-process/plain-chat-wrapper.ts';
import {
  createLanguageProcess,
  EmbeddedLanguageModel,
} from '../src-main/adapters/language-model/embedded.ts';
import { systemClock } from '../src-main/host/system-clock.ts';
import type { Bench, Row } from './bench.ts';

const stories = join(resolve(process.env.JARVIS_TEST_ASSETS ?? '../shared'), 'models/llm/stories260K.gguf');
/** The longer it is, the longer each token takes: with some 700 tokens this model is near 400 tokens a second. */
const slowPrompt = 'The cat saw a bird in the tree. '.repeat(50);
const fastPrompt = 'Once upon a time';
const answerTokens = 150;
const rounds = 20;
const warmUpRounds = 4;
/** One thread on each side: more than there are free cores would measure their waiting for each other. */
const threads = 1;

interface Measured {
  readonly firstPieceMs: number;
  readonly wholeMs: number;
}
type Answerer = (prompt: string, onText: () => void) => Promise<void>;
interface Sides<T> {
  readonly ours: T;
  readonly theirs: T;
}

const bench: Bench = {
  name: 'embedded-model',
  baseline: 'node-llama-cpp in the process that asks: same model, prompt, options and thread',
  run,
};
export default bench;

async function run(): Promise<readonly Row[]> {
  if (!existsSync(stories)) throw new Error(`${stories} is missing; JARVIS_TEST_ASSETS says where it lies`);
  const modelsDir = mkdtempSync(join(tmpdir(), 'jarvis-bench-'));
  copyFileSync(stories, join(modelsDir, 'stories.gguf'));
  const raw = await openRaw();
  const adapter = new EmbeddedLanguageModel({
    process: createLanguageProcess({ clock: systemClock }),
    modelsDir,
    clock: systemClock,
    totalMemoryBytes: Number.POSITIVE_INFINITY,
    threads,
    gpu: false,
  });
  try {
    const sides = { ours: throughAdapter(adapter), theirs: raw.answer };
    const slow = await measure(sides, slowPrompt);
    const fast = await measure(sides, fastPrompt);
    return [...rows('long prompt', slow, 0.98), ...rows('short prompt', fast)];
  } finally {
    await adapter.close();
    await raw.close();
    rmSync(modelsDir, { recursive: true });
  }
}

/** Turn by turn, so that whatever else the machine does meets both. */
async function measure({ ours, theirs }: Sides<Answerer>, prompt: string): Promise<Sides<Measured[]>> {
  const measured: Sides<Measured[]> = { ours: [], theirs: [] };
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    const pair = { ours: await time(ours, prompt), theirs: await time(theirs, prompt) };
    if (round < 0) continue;
    measured.ours.push(pair.ours);
    measured.theirs.push(pair.theirs);
  }
  return measured;
}

async function time(answer: Answerer, prompt: string): Promise<Measured> {
  const startedMs = performance.now();
  let firstPieceMs: number | undefined;
  await answer(prompt, () => {
    firstPieceMs ??= performance.now() - startedMs;
  });
  return { firstPieceMs: firstPieceMs ?? Number.NaN, wholeMs: performance.now() - startedMs };
}

function throughAdapter(adapter: EmbeddedLanguageModel): Answerer {
  return async (prompt, onText) => {
    const request = {
      model: 'stories',
      messages: [{ role: 'user', content: prompt }],
      options: { temperature: 0, maxTokens: answerTokens },
    } as const;
    for await (const event of adapter.generate(request, new AbortController().signal))
      if (event.kind === 'text') onText();
  };
}

async function openRaw(): Promise<{ answer: Answerer; close: () => Promise<void> }> {
  const llama = await getLlama({
    gpu: false,
    build: 'never',
    skipDownload: true,
    maxThreads: threads,
    logger: () => {},
  });
  const model = await llama.loadModel({ modelPath: stories });
  const context = await model.createContext({ contextSize: model.trainContextSize, threads });
  const chat = new LlamaChat({
    contextSequence: context.getSequence(),
    chatWrapper: new PlainChatWrapper(),
  });
  return {
    answer: async (prompt, onText) => {
      await chat.generateResponse(
        [
          { type: 'user', text: prompt },
          { type: 'model', response: [] },
        ],
        { temperature: 0, maxTokens: answerTokens, onTextChunk: onText },
      );
    },
    close: () => llama.dispose(),
  };
}

function rows(what: string, { ours, theirs }: Sides<Measured[]>, target?: number): Row[] {
  const rate = (all: Measured[]): number => (answerTokens / quantile(wholes(all), 0.5)) * 1000;
  const ratio = rate(ours) / rate(theirs);
  // Side by side in each round: a busy machine makes quantiles of each side alone incomparable.
  const added = quantile(
    ours.map((one, round) => one.firstPieceMs - (theirs[round]?.firstPieceMs ?? Number.NaN)),
    0.5,
  );
  return [
    { what: `${what}: tokens, median`, value: rate(ours), unit: 'tokens/s', baseline: rate(theirs) },
    {
      what: `${what}: throughput against the library`,
      value: ratio,
      unit: 'ratio',
      ...(target === undefined ? {} : { target, pass: ratio >= target }),
    },
    { what: `${what}: first piece added, median`, value: added, unit: 'ms', target: 2, pass: added <= 2 },
    {
      what: `${what}: first piece p95`,
      value: quantile(firsts(ours), 0.95),
      unit: 'ms',
      baseline: quantile(firsts(theirs), 0.95),
    },
  ];
}

const wholes = (all: readonly Measured[]): number[] => all.map(one => one.wholeMs);
const firsts = (all: readonly Measured[]): number[] => all.map(one => one.firstPieceMs);

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
