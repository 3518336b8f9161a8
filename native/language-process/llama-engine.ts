/** llama.cpp with one model in memory at a time; requests that come together wait for each other. */
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { getLlama, type Llama, type LlamaModel } from 'node-llama-cpp';
import { RequestFailure } from '../frames.ts';
import { type ChatWindow, openChatWindow } from './chat-window.ts';
import { EngineLog } from './engine-log.ts';
import type { GenerateOutcome, GenerateRequest, LoadRequest } from './requests.ts';
import { type Answer, streamAnswer } from './stream-answer.ts';

/** Without a wish for it: a few pages of conversation, at a cost in memory that every machine with the model has. */
const usualContextTokens = 8192;
/** llama.cpp's own smallest useful window. */
const leastContextTokens = 512;

interface Loaded {
  /** Path, size and time of change: the same name may come to mean other weights. */
  readonly key: string;
  readonly model: LlamaModel;
  readonly window: ChatWindow;
}

export interface Work {
  readonly signal: AbortSignal;
  readonly note: Answer['note'];
}

export class LlamaEngine {
  private readonly log = new EngineLog();
  private llama: Llama | undefined;
  private loaded: Loaded | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private answering = 0;

  /** Answers that are being computed now. */
  get generating(): number {
    return this.answering;
  }

  /** Gives the size of the window in tokens. */
  load(request: LoadRequest, work: Work): Promise<{ contextTokens: number }> {
    return this.inTurn(async () => {
      const { window } = await this.ready(request, work);
      return { contextTokens: window.tokens };
    });
  }

  generate(request: GenerateRequest, work: Work): Promise<GenerateOutcome> {
    return this.inTurn(async () => {
      this.answering += 1;
      try {
        const { window } = await this.ready(request, work);
        return await streamAnswer(window, request, work);
      } finally {
        this.answering -= 1;
      }
    });
  }

  unload(): Promise<void> {
    return this.inTurn(() => this.release());
  }

  private inTurn<Result>(action: () => Promise<Result>): Promise<Result> {
    const result = this.turn.then(action);
    // Whoever waits next does not care how this one ended; whoever asked is told by `result`.
    this.turn = result.catch(() => undefined);
    return result;
  }

  private async ready(request: LoadRequest, { signal, note }: Work): Promise<Loaded> {
    signal.throwIfAborted();
    const key = await fileKey(request);
    const wanted = request.contextTokens ?? 0;
    if (this.loaded?.key === key && this.loaded.window.holds(wanted)) return this.loaded;
    this.log.clear();
    try {
      await this.release(key);
      const llama = await this.start(request);
      const model = this.loaded?.model ?? (await this.loadModel(llama, request, { signal, note }));
      this.loaded = { key, model, window: await this.open(llama, model, request, signal) };
      return this.loaded;
    } catch (error) {
      throw this.log.explain(error, request.model);
    }
  }

  private loadModel(llama: Llama, { path }: LoadRequest, { signal, note }: Work): Promise<LlamaModel> {
    return llama.loadModel({
      modelPath: path,
      loadSignal: signal,
      onLoadProgress: () => note({ kind: 'progress' }),
    });
  }

  private async open(
    llama: Llama,
    model: LlamaModel,
    request: LoadRequest,
    signal: AbortSignal,
  ): Promise<ChatWindow> {
    const { contextTokens } = request;
    try {
      return await openChatWindow(model, {
        least: contextTokens ?? leastContextTokens,
        most: contextTokens ?? usualContextTokens,
        threads: threadsFor(llama, request.threads),
        signal,
      });
    } catch (error) {
      await model.dispose();
      this.loaded = undefined;
      throw error;
    }
  }

  private async start({ gpu, threads }: LoadRequest): Promise<Llama> {
    this.llama ??= await getLlama({
      gpu,
      build: 'never',
      skipDownload: true,
      progressLogs: false,
      logger: this.log.record,
    });
    // More threads than free cores spin and wait for each other: a hundredfold loss, not a gain.
    this.llama.maxThreads = threadsFor(this.llama, threads);
    return this.llama;
  }

  /** Lets go of the model, or only of its window when it is the one of `kept`. */
  private async release(kept?: string): Promise<void> {
    const { loaded } = this;
    if (!loaded) return;
    await loaded.window.close();
    if (loaded.key === kept) return;
    this.loaded = undefined;
    await loaded.model.dispose();
  }
}

function threadsFor(llama: Llama, wanted = Number.POSITIVE_INFINITY): number {
  return Math.max(1, Math.min(wanted, llama.cpuMathCores, availableParallelism()));
}

async function fileKey({ path, model }: LoadRequest): Promise<string> {
  try {
    const { size, mtimeMs, ino } = await stat(path);
    return [path, size, mtimeMs, ino].join(':');
  } catch (error) {
    throw new RequestFailure('model.weights-missing', { model }, error);
  }
}
