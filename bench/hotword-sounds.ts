/** What the wake word is measured with: recordings as they are and in noise, and words that espeak-ng says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFileSource } from '../native/audio-file-process/byte-source.ts';
import { MonoResampler } from '../native/audio-file-process/mono-resampler.ts';
import { openSound } from '../native/audio-file-process/sound-reader.ts';
import { loadPiperVoice, type SpokenSound } from '../native/speech-process/piper-voice.ts';
import { assetPath, readWav } from '../test/test-assets.ts';
import { espeakSound } from './espeak-sound.ts';

export interface HotwordSound {
  /** Sounds of a group are counted together. */
  readonly group: string;
  readonly isName: boolean;
  readonly what: string;
  readonly samples: Int16Array;
}

const voices = {
  en: ['en-us', 'en-gb', 'en-us+m3', 'en-us+f2', 'en-us+f4', 'en-gb+m7'],
  fr: ['fr', 'fr+m3', 'fr+f2', 'fr+f4', 'fr-be', 'fr-ch+m7'],
};
const calls = { en: ['Jarvis', 'hey Jarvis', 'OK Jarvis'], fr: ['Jarvis', 'dis Jarvis', 'OK Jarvis'] };
const nearMisses = {
  en: ['Jarvik', 'hey Java', 'hey Jasmine', 'service', 'Travis', 'harvest', 'jargon', 'tardis', 'Davis'],
  fr: ['Charvet', 'jarre vide', 'chervis', 'j’arrive', 'jadis', 'jardin', 'Jarnac', 'j’avise', 'javel'],
};
/** These two must never wake, however they are said. */
const mustNot = ['hey chatterbox', 'Gervais'];
const manners = [
  { wordsAMinute: 150, pitch: 50 },
  { wordsAMinute: 110, pitch: 35 },
  { wordsAMinute: 200, pitch: 70 },
];
const mustNotGroup = '"hey chatterbox", "Gervais"';
const fixtureVoices = { en: 'models/tts/piper-format-en', fr: 'models/tts/piper-format-fr' };

interface Clip {
  readonly file: string;
  readonly text: string;
  readonly wake?: string | null;
  readonly language: string;
}

/** All speech of the test assets. */
export function recordedSounds(): HotwordSound[] {
  const list = (path: string): readonly Clip[] => JSON.parse(readFileSync(assetPath(path), 'utf8')).clips;
  const groups: Readonly<Record<string, string>> = { soft: '"Jarvis"', positive: '"hey Jarvis"' };
  const clips = list('speech/transcripts.json').map(clip => {
    const group = groups[clip.wake ?? ''];
    return sound(group ?? 'all other speech', group !== undefined, clip.text, `speech/${clip.file}`);
  });
  const commands = list('speech/commands/commands.json').map(({ wake, file, text }) =>
    wake === null
      ? sound('all other speech', false, text, `speech/commands/${file}`)
      : sound(`in one breath with a request (${wake})`, true, text, `speech/commands/${file}`),
  );
  const names = clips.filter(clip => clip.isName);
  return [...clips, ...names.map(inNoise), ...commands];
}

function sound(group: string, isName: boolean, what: string, path: string): HotwordSound {
  return { group, isName, what, samples: readWav(assetPath(path)).samples };
}

/** With recorded background 10 dB below the voice. */
function inNoise(clip: HotwordSound): HotwordSound {
  // Its first and last moments have a click.
  const noise = readWav(assetPath('speech/noise/background.wav')).samples.subarray(3_200, 180_000);
  const gain = Math.sqrt(power(clip.samples) / power(noise) / 10);
  // Long enough that the path of sound knows the room.
  const lead = 7 * 16_000;
  const samples = Int16Array.from({ length: clip.samples.length + lead + 16_000 }, (_, i) => {
    const mixed = (clip.samples[i - lead] ?? 0) + gain * (noise[i % noise.length] ?? 0);
    return Math.max(-32_768, Math.min(32_767, Math.round(mixed)));
  });
  return { ...clip, group: `${clip.group}, noise at 10 dB`, samples };
}

const power = (samples: Int16Array): number =>
  samples.reduce((energy, sample) => energy + sample * sample, 0) / samples.length;

/** The name, words near it, and the two that must never wake, in twelve voices and two fixtures. */
export async function spokenSounds(): Promise<HotwordSound[]> {
  const sounds: HotwordSound[] = [];
  const say = async (group: string, isName: boolean, text: string, voice: string) =>
    sounds.push({ group, isName, what: `${text} (${voice})`, samples: await espeakSound(text, voice) });
  for (const language of ['en', 'fr'] as const) {
    for (const voice of voices[language]) {
      for (const text of calls[language]) await say(`espeak-ng calls, ${language}`, true, text, voice);
      for (const text of nearMisses[language])
        await say(`espeak-ng near-misses, ${language}`, false, text, voice);
    }
    for (const text of mustNot)
      for (const voice of voices[language])
        for (const { wordsAMinute, pitch } of manners)
          sounds.push({
            ...{ group: mustNotGroup, isName: false, what: `${text} (${voice}, ${wordsAMinute}, ${pitch})` },
            samples: await espeakSound(text, voice, wordsAMinute, pitch),
          });
    sounds.push(...(await saidByFixture(language)));
  }
  return sounds;
}

async function saidByFixture(language: 'en' | 'fr'): Promise<HotwordSound[]> {
  const voice = await loadPiperVoice(assetPath(fixtureVoices[language]));
  const sounds: HotwordSound[] = [];
  for (const text of mustNot)
    for (const rate of [0.8, 1, 1.25]) {
      const pieces: SpokenSound[] = [];
      const words = { text, language, rate };
      await voice.say(words, piece => pieces.push(piece), new AbortController().signal);
      const what = `${text} (fixture ${language}, ${rate})`;
      sounds.push({ group: mustNotGroup, isName: false, what, samples: at16kHz(pieces) });
    }
  return sounds;
}

function at16kHz(pieces: readonly SpokenSound[]): Int16Array {
  const resampler = new MonoResampler(pieces[0]?.sampleRateHz ?? 16_000, 16_000);
  const parts = [
    ...pieces.map(({ samples }) => resampler.push([Float32Array.from(samples, value => value / 32_768)])),
    resampler.end(),
  ];
  return Int16Array.from(parts.flatMap(part => [...part]));
}

const soundFile = /\.(?:wav|flac)$/i;
/** Longer than any recording of a word or a sentence: 10 minutes. */
const longestSamples = 600 * 16_000;

/** Recordings of one's own: a folder with `positive/` and `negative/`, WAV or FLAC of any rate, width and channels. */
export async function ownSounds(folder: string): Promise<HotwordSound[]> {
  const sounds: HotwordSound[] = [];
  for (const kind of ['positive', 'negative']) {
    const names = readdirSync(join(folder, kind), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter(each => soundFile.test(each)).sort())
      sounds.push({
        ...{ group: `${folder}: ${kind}`, isName: kind === 'positive', what: name },
        samples: await soundOf(join(folder, kind, name)),
      });
  }
  return sounds;
}

/** By the decoders of the program, as 16 kHz mono. */
async function soundOf(path: string): Promise<Int16Array> {
  const source = await openFileSource(path);
  try {
    const reader = await openSound(source);
    const { samples } = await reader.read(longestSamples, new AbortController().signal);
    await reader.close();
    return samples;
  } catch (error) {
    throw new Error(`${path} cannot be read as sound`, { cause: error });
  } finally {
    await source.close();
  }
}
