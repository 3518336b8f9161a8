/** Language models in GGUF files, run by llama.cpp in a process of its own. */
import { fileURLToPath } from 'node:url';
import { JarvisError } from '../../domain/errors.ts';
import type { ModelInfo } from '../../domain/model.ts';
import type { Clock } from '../../ports/clock.ts';
import type { GenerateEvent, GenerateRequest, LanguageModel } from '../../ports/language-model.ts';
import type { LaunchProgram } from '../../ports/program-launcher.ts';
import { createNativeProcess, launchOf, type NativeProcess } from '../process/native-process.ts';
import { type ModelFile, ModelFolder } from './embedded-model-files.ts';
import { streamOf } from './embedded-stream.ts';

export interface EmbeddedSettings {
  /** As made by `createLanguageProcess`. */
  readonly process: NativeProcess;
  /** Folder of the `.gguf` files; it need not exist. */
  readonly modelsDir: string;
  readonly clock: Clock;
  /** A model larger than this is refused before it makes the machine swap. */
  readonly totalMemoryBytes: number;
  /** At most so many threads; absent: one for each physical core. */
  readonly threads?: number;
  /** `auto` (the default) uses a graphics card that llama.cpp can use. */
  readonly gpu?: 'auto' | false;
}

const label = 'llama.cpp';
/** Weights that are read for the first time, from a slow disk, are silent for a while. */
const stallMs = 120_000;
/** An hour without a question, and the memory of the model is given back. */
const idleStopMs = 60 * 60_000;

/** @param options.program path of the language program; absent: the one of the sources. */
export function createLanguageProcess(options: {
  readonly clock: Clock;
  readonly program?: string;
  readonly launch?: LaunchProgram;
}): NativeProcess {
  return createNativeProcess({
    program:
      options.program ?? fileURLToPath(new URL('../../../native/language-process/main.ts', import.meta.url)),
    name: label,
    clock: options.clock,
    ...launchOf(options),
    diedCode: 'model.crashed',
    failedCode: 'model.bad-answer',
    idleStopMs,
  });
}

export class EmbeddedLanguageModel implements LanguageModel {
  readonly kind = 'embedded';
  readonly backendId = 'embedded';
  readonly label = label;
  readonly address: string;
  private readonly settings: EmbeddedSettings;
  private readonly folder: ModelFolder;
  private readonly closing = new AbortController();

  constructor(settings: EmbeddedSettings) {
    this.settings = settings;
    this.address = settings.modelsDir;
    this.folder = new ModelFolder(settings.modelsDir);
  }

  /** Files that are damaged, or hold no language model, are left out. */
  async listModels(signal: AbortSignal): Promise<readonly ModelInfo[]> {
    signal.throwIfAborted();
    return (await this.folder.list()).map(describe);
  }

  /** Throws `model.not-found`, or what is wrong with the file. */
  async describeModel(model: string, signal: AbortSignal): Promise<ModelInfo> {
    signal.throwIfAborted();
    return describe(await this.folder.find(model));
  }

  async *generate(request: GenerateRequest, callerSignal: AbortSignal): AsyncGenerator<GenerateEvent, void> {
    const signal = AbortSignal.any([callerSignal, this.closing.signal]);
    signal.throwIfAborted();
    if (request.tools?.length) throw new JarvisError('model.refused', { backend: label, detail: 'tools' });
    const params = await this.paramsOf(request);
    const { process, clock } = this.settings;
    yield* streamOf({ process, clock, params, signal, backend: label, stallMs });
  }

  /** Brings a model into memory before it is asked anything. */
  async load(model: string, signal: AbortSignal): Promise<void> {
    await this.settings.process.request('load', await this.fileParams(model), { signal });
  }

  /** Gives the memory of the model back, so that its file can be removed. */
  async unload(): Promise<void> {
    if (this.settings.process.state().status === 'running') await this.settings.process.request('unload', {});
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.settings.process.stop();
  }

  private async paramsOf({ model, messages, options = {}, responseSchema, think }: GenerateRequest) {
    return {
      ...(await this.fileParams(model)),
      // The embedded models do not see.
      messages: messages.map(({ images: _pictures, ...message }) => message),
      ...options,
      stop: options.stop?.filter(text => text !== ''),
      responseSchema,
      think,
    };
  }

  private async fileParams(model: string) {
    const { threads, gpu = 'auto', totalMemoryBytes } = this.settings;
    const file = await this.folder.find(model);
    if (file.info.fileBytes > totalMemoryBytes) throw new JarvisError('model.out-of-memory', { model });
    return { model, path: file.path, threads, gpu };
  }
}

function describe({ name, info }: ModelFile): ModelInfo {
  return {
    name,
    sizeBytes: info.fileBytes,
    parameterCount: info.parameterCount,
    ...(info.contextTokens === undefined ? {} : { contextTokens: info.contextTokens }),
    capabilities: ['chat', 'structured-output'],
  };
}
