/** The back ends of this machine behind one directory: Ollama, the user's servers, llama.cpp with its own files. */
import { freemem, totalmem } from 'node:os';
import { createLanguageProcess, EmbeddedLanguageModel } from '../adapters/language-model/embedded.ts';
import { OllamaLanguageModel } from '../adapters/language-model/ollama.ts';
import { ResilientLanguageModel } from '../adapters/language-model/resilient-language-model.ts';
import type { MachineSettingsFile } from '../adapters/settings/machine-settings-file.ts';
import type { Publish } from '../api/services.ts';
import type { ModelCandidate } from '../conversation/answer-turn.ts';
import { ModelDirectory } from '../conversation/model-directory.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { SecretStore } from '../ports/secret-store.ts';
import type { DataFolder } from './data-folder.ts';
import { createModelServices, type HostModelServices } from './model-services.ts';
import { engineProgram } from './program-path.ts';

export interface LanguageModelsOptions {
  readonly folder: DataFolder;
  readonly settings: MachineSettingsFile;
  readonly clock: Clock;
  readonly secrets: SecretStore;
  readonly publish: Publish;
  readonly speechChanged: () => void;
  /** No engine of our own. */
  readonly isSafe?: boolean;
  /** `OLLAMA_HOST`; `JARVIS_MODEL_THREADS`: at most so many threads for llama.cpp. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface LanguageModels {
  readonly services: HostModelServices;
  candidates(): readonly ModelCandidate[];
  /** What this back end would answer with now. */
  candidateOf(backendId: string): ModelCandidate | undefined;
  /** Begins to look for the back ends; returns at once. */
  start(): void;
  /** Resolves when every back end was looked for once. */
  firstLook(): Promise<void>;
  /** Ends llama.cpp's process; it starts anew when it is next needed. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Makes every back end known; nothing is asked of any before `start`. */
export async function openLanguageModels(options: LanguageModelsOptions): Promise<LanguageModels> {
  const { folder, settings, clock, env, publish } = options;
  const { order, chosen } = settings.current().models;
  const resilient = (model: ConstructorParameters<typeof ResilientLanguageModel>[0]) =>
    new ResilientLanguageModel(model, clock);
  const directory = new ModelDirectory({ clock, freeMemoryBytes: freemem, order, ...(chosen && { chosen }) });
  const llama = createLanguageProcess({ clock, ...engineProgram('language-process') });
  directory.addBackend(resilient(ollama(env.OLLAMA_HOST)));
  const services = createModelServices({
    ...options,
    directory,
    languageModelsDir: folder.languageModels,
    resilient,
  });
  await services.openServers();
  const threads = Number(env.JARVIS_MODEL_THREADS);
  const embedded = new EmbeddedLanguageModel({
    process: llama,
    modelsDir: folder.languageModels,
    clock,
    totalMemoryBytes: totalmem(),
    ...(threads > 0 && { threads }),
  });
  if (options.isSafe !== true) directory.addBackend(resilient(embedded));
  directory.onChange(snapshot => publish('models.changed', snapshot));
  return {
    services,
    candidates: () => directory.candidates(),
    candidateOf: id => directory.candidates().find(({ backend }) => backend.backendId === id),
    start: () => directory.start(),
    firstLook: () => directory.firstLook(),
    restart: () => llama.stop(),
    close: async () => {
      await directory.close();
      await llama.stop();
    },
  };
}

/** Throws `host.bad-option` for an OLLAMA_HOST that is no address. */
function ollama(address: string | undefined): OllamaLanguageModel {
  try {
    return new OllamaLanguageModel({ backendId: 'ollama', label: 'Ollama', ...(address && { address }) });
  } catch (error) {
    throw new JarvisError('host.bad-option', { detail: `OLLAMA_HOST=${address}` }, error);
  }
}
