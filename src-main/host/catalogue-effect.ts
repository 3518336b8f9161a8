/** Lets installed models take effect: which recogniser listens, which voice speaks, which model answers. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { MachineSettingsFile } from '../adapters/settings/machine-settings-file.ts';
import type { ModelServices, ProfileServices, Publish } from '../api/services.ts';
import type { CatalogueModel } from '../domain/catalogue.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import type { MachineSettings, ProfilePreferences } from '../domain/settings.ts';

type SpeechSettings = MachineSettings['speech'];

export interface EffectOptions {
  readonly settings: MachineSettingsFile;
  readonly models: Pick<ModelServices, 'snapshot' | 'refresh' | 'use'>;
  readonly speechChanged: () => void;
  readonly publish: Publish;
  readonly current: () => ProfileServices;
  readonly folderOf: (model: CatalogueModel) => string;
}

export interface CatalogueEffect {
  isInUse(model: CatalogueModel): boolean;
  /** After an installation by order: it is used at once where it serves the person no worse than what was there. */
  installed(model: CatalogueModel): Promise<void>;
  /** The person chose it. Throws `input.invalid` for a kind of which there is nothing to choose. */
  choose(model: CatalogueModel): Promise<void>;
  /** `left`: other installed models, in order of preference; the first that fits takes its place. */
  removed(model: CatalogueModel, left: readonly CatalogueModel[]): Promise<void>;
}

export function createCatalogueEffect(options: EffectOptions): CatalogueEffect {
  const { settings, models, current, folderOf } = options;
  const speech = () => settings.current().speech;
  const changeSpeech = (change: (speech: SpeechSettings) => SpeechSettings): void => {
    settings.change(all => ({ ...all, speech: change(all.speech) }));
    options.speechChanged();
  };
  const languages = () => current().preferences().voice.languages;
  const listenWith = (dir: string): void =>
    changeSpeech(({ voiceDirs }) => ({ voiceDirs, recognizerDir: dir }));
  const speakWith = (dir: string, spoken: readonly Language[]): void =>
    changeSpeech(all => ({
      ...all,
      voiceDirs: { ...all.voiceDirs, ...Object.fromEntries(spoken.map(language => [language, dir])) },
    }));
  const preferVoice = async (model: CatalogueModel): Promise<void> => {
    const before = current().preferences();
    const chosen = Object.fromEntries(model.languages.map(language => [language, model.id]));
    const voices = { ...before.voice.voices, ...chosen };
    const preferences = { ...before, voice: { ...before.voice, voices } };
    await current().setPreferences(preferences);
    options.publish('preferences.changed', preferences);
  };
  return {
    isInUse: model => {
      const dir = folderOf(model);
      if (model.purpose === 'recognition') return speech().recognizerDir === dir;
      if (model.purpose === 'voice') return Object.values(speech().voiceDirs).includes(dir);
      if (model.purpose === 'embedding') return makesMeanings(model, current().preferences());
      if (model.purpose !== 'language') return true;
      const { active } = models.snapshot();
      return active?.backendId === 'embedded' && active.model === chatName(model);
    },
    installed: async model => {
      if (model.purpose === 'language') return void (await models.refresh());
      if (model.purpose === 'recognition') {
        const isEnough = languages().every(language => model.languages.includes(language));
        if (isEnough || !isThere(speech().recognizerDir)) listenWith(folderOf(model));
      }
      if (model.purpose === 'voice') {
        const { voices } = current().preferences().voice;
        const free = model.languages.filter(
          language => voices[language] === undefined || !isThere(speech().voiceDirs[language]),
        );
        speakWith(folderOf(model), free);
      }
    },
    choose: async model => {
      if (model.purpose === 'recognition') listenWith(folderOf(model));
      else if (model.purpose === 'language')
        await models.use({ backendId: 'embedded', model: chatName(model) });
      else if (model.purpose === 'voice') {
        await preferVoice(model);
        speakWith(folderOf(model), model.languages);
      } else if (model.purpose === 'embedding') {
        await current().embedders.use({ onnx: model.id });
        options.publish('preferences.changed', current().preferences());
      } else throw nothingToChoose();
    },
    removed: async (model, left) => {
      if (model.purpose === 'language') return void (await models.refresh());
      const dir = folderOf(model);
      const heir = (language?: Language): string | undefined => {
        const found = left.find(
          one => one.purpose === model.purpose && (!language || one.languages.includes(language)),
        );
        return found && folderOf(found);
      };
      if (model.purpose === 'recognition' && speech().recognizerDir === dir) {
        const next = heir();
        changeSpeech(({ voiceDirs }) => ({ voiceDirs, ...(next && { recognizerDir: next }) }));
      }
      if (model.purpose === 'voice') changeSpeech(all => ({ ...all, voiceDirs: without(dir, all, heir) }));
    },
  };
}

function without(
  dir: string,
  { voiceDirs }: SpeechSettings,
  heir: (language: Language) => string | undefined,
): SpeechSettings['voiceDirs'] {
  const kept = (['fr', 'en'] as const).map(language => {
    const now = voiceDirs[language];
    return [language, now === dir ? heir(language) : now] as const;
  });
  return Object.fromEntries(kept.filter(([, path]) => path !== undefined));
}

const makesMeanings = ({ id }: CatalogueModel, { memory }: ProfilePreferences): boolean =>
  typeof memory.embedder === 'object' && 'onnx' in memory.embedder && memory.embedder.onnx === id;

/** What the folder of language models calls it. */
const chatName = (model: CatalogueModel): string => basename(model.files[0]?.path ?? '', '.gguf');

const isThere = (dir: string | undefined): boolean => dir !== undefined && existsSync(dir);

const nothingToChoose = () =>
  new JarvisError('input.invalid', {
    detail: {
      fr: 'ce modèle sert dès qu’il est installé',
      en: 'this model is used as soon as it is installed',
    },
  });
