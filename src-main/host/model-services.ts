/** Models as a user handles them: servers with their keys, files, the order, the choice; all kept in the settings. */
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { importModelFile, removeModelFile } from '../adapters/language-model/embedded-model-files.ts';
import { OpenAiCompatibleLanguageModel } from '../adapters/language-model/openai-compatible.ts';
import type { MachineSettingsFile } from '../adapters/settings/machine-settings-file.ts';
import type { ModelServices, Publish } from '../api/services.ts';
import type { ModelDirectory } from '../conversation/model-directory.ts';
import { JarvisError } from '../domain/errors.ts';
import { newId } from '../domain/id.ts';
import type { MachineSettings, ModelServerSetting } from '../domain/settings.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import type { SecretStore } from '../ports/secret-store.ts';
import { recognizeSpeechFolder, type SpeechFolder } from './speech-folder.ts';

export interface ModelServicesOptions {
  readonly directory: ModelDirectory;
  readonly languageModelsDir: string;
  readonly settings: MachineSettingsFile;
  readonly secrets: SecretStore;
  readonly publish: Publish;
  /** Adds retries, the circuit breaker and the stall limit. */
  readonly resilient: (model: LanguageModel) => LanguageModel;
  readonly speechChanged: () => void;
}

export interface HostModelServices extends ModelServices {
  /** Makes the servers of the settings known; to be called once at the start. */
  openServers(): Promise<void>;
  /** A GGUF file that was dropped on a window. */
  upload(name: string, body: Readable, signal: AbortSignal): Promise<{ what: string; name: string }>;
}

export const serverKeyName = (serverId: string): string => `model-server:${serverId}`;
const never = new AbortController().signal;

export function createModelServices(options: ModelServicesOptions): HostModelServices {
  const { directory, settings, secrets, languageModelsDir } = options;
  const changeModels = (
    change: (models: MachineSettings['models']) => Partial<MachineSettings['models']>,
  ): void => {
    settings.change(current => ({ ...current, models: { ...current.models, ...change(current.models) } }));
  };
  const openServer = async (server: ModelServerSetting): Promise<void> => {
    const key = await secrets.get(serverKeyName(server.id));
    const model = new OpenAiCompatibleLanguageModel({
      backendId: server.id,
      label: server.label,
      address: server.address,
      ...(key && { key: new TextDecoder().decode(key) }),
    });
    directory.addBackend(options.resilient(model));
  };
  const keepFile = async (source: string | Readable, name: string, signal: AbortSignal) => {
    const kept = await importModelFile(source, {
      name,
      modelsDir: languageModelsDir,
      signal,
      onProgress: (doneBytes, totalBytes) =>
        options.publish('model.progress', { name, doneBytes, totalBytes }),
    });
    await directory.refresh();
    return { what: 'language-model', name: kept.name };
  };
  return {
    openServers: async () => {
      for (const server of settings.current().models.servers) await openServer(server);
    },
    snapshot: () => directory.snapshot(),
    refresh: () => directory.refresh(),
    use: async choice => {
      directory.choose(choice);
      changeModels(() => ({ chosen: choice }));
      return directory.snapshot();
    },
    addServer: async ({ label, address, key }) => {
      const id = newId();
      // The adapter checks address and key before anything is kept.
      const checked = new OpenAiCompatibleLanguageModel({
        backendId: id,
        label,
        address,
        ...(key && { key }),
      });
      const server = { id, label: label.trim() || new URL(checked.address).host, address: checked.address };
      if (key) await secrets.set(serverKeyName(id), new TextEncoder().encode(key.trim()));
      changeModels(models => ({ servers: [...models.servers, server] }));
      await openServer(server);
      return directory.refresh();
    },
    remove: async (backendId, model) => {
      if (model !== undefined) {
        await removeFile(languageModelsDir, backendId, model);
        return directory.refresh();
      }
      if (!settings.current().models.servers.some(({ id }) => id === backendId)) {
        throw new JarvisError('input.not-found', { what: backendId });
      }
      await directory.removeBackend(backendId);
      changeModels(models => ({
        servers: models.servers.filter(({ id }) => id !== backendId),
        order: models.order.filter(id => id !== backendId),
      }));
      await secrets.delete(serverKeyName(backendId));
      return directory.snapshot();
    },
    order: async backendIds => {
      directory.setOrder(backendIds);
      changeModels(() => ({ order: backendIds }));
      return directory.snapshot();
    },
    addPath: async path => {
      const place = resolve(path);
      const found = await stat(place).catch((error: unknown) => {
        throw new JarvisError('input.not-found', { what: path }, error);
      });
      if (!found.isDirectory()) return keepFile(place, basename(place), never);
      const folder = await recognizeSpeechFolder(place);
      settings.change(current => ({ ...current, speech: withSpeechFolder(current.speech, folder) }));
      options.speechChanged();
      return { what: folder.what, name: basename(place) };
    },
    upload: (name, body, signal) => keepFile(body, name, signal),
  };
}

async function removeFile(dir: string, backendId: string, model: string): Promise<void> {
  if (backendId !== 'embedded') {
    throw new JarvisError('input.invalid', {
      detail: {
        fr: 'seuls les modèles intégrés peuvent être supprimés ici',
        en: 'only models of the embedded back end can be removed here',
      },
    });
  }
  await removeModelFile(model, dir);
}

function withSpeechFolder(
  speech: MachineSettings['speech'],
  folder: SpeechFolder,
): MachineSettings['speech'] {
  if (folder.what === 'recognizer') return { ...speech, recognizerDir: folder.path };
  return { ...speech, voiceDirs: { ...speech.voiceDirs, [folder.language]: folder.path } };
}
