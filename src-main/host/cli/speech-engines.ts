/** Ears and voice of a command by itself: the engines are started for it and go with it, whether Jarvis runs or not. */
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createMachineSettingsFile } from '../../adapters/settings/machine-settings-file.ts';
import { createProcessTextToSpeech } from '../../adapters/speech/process-text-to-speech.ts';
import { createSherpaSpeechToText } from '../../adapters/speech/sherpa-speech-to-text.ts';
import { createSpeechProcess } from '../../adapters/speech/speech-process.ts';
import type { Language } from '../../domain/language.ts';
import type { SpeechToText } from '../../ports/speech-to-text.ts';
import type { TextToSpeech } from '../../ports/text-to-speech.ts';
import type { DataFolder } from '../data-folder.ts';
import { engineProgram } from '../program-path.ts';
import { recognizeSpeechFolder } from '../speech-folder.ts';
import { systemClock } from '../system-clock.ts';

export interface SpeechEngines {
  readonly speechToText: SpeechToText;
  /** Folders of the installed voices, by language. */
  readonly voiceDirs: Readonly<Partial<Record<Language, string>>>;
  /** @param voiceDirs the voices to speak with; espeak-ng speaks what none speaks. */
  textToSpeech(voiceDirs: Readonly<Partial<Record<Language, string>>>): TextToSpeech;
  close(): Promise<void>;
}

/** Throws `settings.invalid`. */
export function startSpeechEngines(folder: DataFolder): SpeechEngines {
  const { speech } = createMachineSettingsFile(folder.settings).current();
  const process = createSpeechProcess({ clock: systemClock, ...engineProgram('speech-process') });
  return {
    speechToText: createSherpaSpeechToText({ process, recognizerDir: () => speech.recognizerDir }),
    voiceDirs: speech.voiceDirs,
    textToSpeech: voiceDirs => createProcessTextToSpeech({ process, voiceDirs: () => voiceDirs }),
    close: () => process.stop(),
  };
}

/** Folders of the voices of a language: the one in use, and those of the models folder. */
export async function installedVoices(
  speechModels: string,
  inUse: string | undefined,
  language: Language,
): Promise<readonly string[]> {
  const names = await readdir(speechModels).catch(noneIfMissing);
  const folders = new Set([
    ...(inUse === undefined ? [] : [resolve(inUse)]),
    ...names.map(name => join(speechModels, name)),
  ]);
  const voices: string[] = [];
  for (const path of folders) {
    // A folder that holds something else is no voice, and no fault.
    const found = await recognizeSpeechFolder(path).catch(() => undefined);
    if (found?.what === 'voice' && found.language === language) voices.push(path);
  }
  return voices;
}

function noneIfMissing(error: unknown): string[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}
