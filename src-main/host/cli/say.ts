/** `jarvis say`: a text read aloud, through the loudspeaker or into a WAV file. */
import { basename, resolve } from 'node:path';
import { playSound } from '../../adapters/audio-file/play-sound.ts';
import { findPlayer } from '../../adapters/audio-file/player.ts';
import { writeWavFile } from '../../adapters/audio-file/wav-file.ts';
import { readAloud } from '../../conversation/read-aloud.ts';
import type { SpeechChunk } from '../../domain/audio.ts';
import { detectLanguage } from '../../domain/detect-language.ts';
import { JarvisError } from '../../domain/errors.ts';
import { type Language, languages } from '../../domain/language.ts';
import { defaultVoicePreferences } from '../../domain/settings.ts';
import { badOption, type CliCommand, type CommandContext, parseOptions } from './command.ts';
import { interruptedStatus, untilInterrupted } from './interruption.ts';
import { installedVoices, type SpeechEngines, startSpeechEngines } from './speech-engines.ts';
import { hasPipedInput, readInput } from './standard-input.ts';

const longestText = 5_000_000;
/** Of a long text, its beginning tells the language. */
const detectedLength = 2_000;
const wordlessEngine = 'espeak-ng';

export const sayCommand: CliCommand = {
  run: async (args, context) => {
    const { values, positionals } = parseOptions(args, {
      voice: { type: 'string' },
      language: { type: 'string' },
      speed: { type: 'string' },
      out: { type: 'string', short: 'o' },
    });
    const rate = readSpeed(values.speed ?? '1');
    const given = readLanguage(values.language);
    if (values.out === '') throw badOption('--out ?');
    const text = await readText(positionals, context);
    const language = given ?? detectLanguage(text.slice(0, detectedLength)) ?? context.language;
    const engines = startSpeechEngines(context.folder);
    try {
      const voiceDirs = await chooseVoice(engines.voiceDirs, language, values.voice, context);
      const speaking = { textToSpeech: engines.textToSpeech(voiceDirs), language, rate };
      const { numbers } = defaultVoicePreferences;
      return await untilInterrupted(context, async signal => {
        const sound = readAloud(text, { ...speaking, numbers }, signal);
        await letOut(sound, values.out, signal).catch((error: unknown) => {
          if (!signal.aborted) throw error;
        });
        return signal.aborted ? interruptedStatus : 0;
      });
    } finally {
      await engines.close();
    }
  },
};

async function letOut(
  sound: AsyncIterable<SpeechChunk>,
  out: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (out !== undefined) {
    await writeWavFile(resolve(out), sound);
    return;
  }
  const player = findPlayer();
  if (player === undefined) throw new JarvisError('speech.no-player');
  await playSound(player, sound, signal);
}

/** The words given; what is piped in where there are none, or only `-`. Throws `input.empty`, `input.too-long`. */
async function readText(positionals: readonly string[], { terminal }: CommandContext): Promise<string> {
  const words = positionals.join(' ').trim();
  const isPiped = words === '-' || (words === '' && (hasPipedInput(terminal) || !terminal.stdin.isTTY));
  const text = isPiped ? await readInput(terminal, longestText) : words;
  if (text.trim() === '') throw new JarvisError('input.empty');
  return text;
}

function readSpeed(text: string): number {
  const speed = Number(text.replace(',', '.'));
  if (!(speed >= 0.5 && speed <= 2)) throw badOption(`--speed ${text} (0.5–2)`);
  return speed;
}

function readLanguage(name: string | undefined): Language | undefined {
  const language = languages.find(known => known === name);
  if (name !== undefined && !language) throw badOption(`--language ${name} (${languages.join(', ')})`);
  return language;
}

/** By the name of its folder, or `espeak-ng`, which always speaks; absent: the one in use, if any. */
async function chooseVoice(
  inUse: SpeechEngines['voiceDirs'],
  language: Language,
  wanted: string | undefined,
  { folder }: CommandContext,
): Promise<SpeechEngines['voiceDirs']> {
  if (wanted === undefined) return inUse;
  if (wanted === wordlessEngine) return {};
  const voices = await installedVoices(folder.speechModels, inUse[language], language);
  const found = voices.find(path => basename(path) === wanted);
  if (found !== undefined) return { [language]: found };
  const names = [...voices.map(path => basename(path)), wordlessEngine];
  throw new JarvisError('speech.no-such-voice', { voice: wanted, voices: names.join(', ') });
}
