/** Words: error rate and speed of each recogniser at hand, by language; what it makes of sounds without speech. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadActivityModel } from '../native/speech-process/activity-detector.ts';
import { activityModelPath } from '../native/speech-process/built-in-models.ts';
import { loadRecognizer, type SpeechRecognizer } from '../native/speech-process/recognizer.ts';
import type { Language } from '../src-main/domain/language.ts';
import { assetPath, readWav } from '../test/test-assets.ts';
import type { Bench, Row } from './bench.ts';
import { noises } from './noises.ts';
import { atMost } from './statistics.ts';
import { plainWords, wordErrors } from './word-errors.ts';

const fixture = 'whisper-format-tiny-overfit';
const never = new AbortController().signal;

const bench: Bench = {
  name: 'recognition',
  baseline: 'nothing; recognisers of your own: --data FOLDER with one folder each',
  run,
};
export default bench;

interface Clip {
  readonly file: string;
  readonly text: string;
  readonly language: string;
  readonly wake?: string | null;
}

async function run(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const folder of modelFolders()) {
    const activity = loadActivityModel(activityModelPath);
    const recognizer = await loadRecognizer(folder, () => activity);
    const name = `${recognizer.engine} ${basename(folder)}${folder.endsWith(fixture) ? ' (a fixture: knows these clips by heart)' : ''}`;
    for (const language of ['fr', 'en'] as const) {
      rows.push(...(await speechRows(recognizer, name, language, [language])));
      rows.push(...(await speechRows(recognizer, `${name}, language not told`, language, ['fr', 'en'])));
    }
    rows.push(await noiseRow(recognizer, name));
  }
  return rows;
}

function modelFolders(): string[] {
  const own = process.env.JARVIS_BENCH_DATA;
  if (own === undefined) return [assetPath(`models/stt/${fixture}`)];
  return readdirSync(own)
    .map(name => join(own, name))
    .filter(
      path =>
        existsSync(join(path, 'tokens.txt')) || readdirSync(path).some(name => name.endsWith('tokens.txt')),
    );
}

function clipsOf(language: Language): { samples: Int16Array; text: string; what: string }[] {
  return ['transcripts.json', 'commands/commands.json'].flatMap(list => {
    const clips: readonly Clip[] = JSON.parse(readFileSync(assetPath(`speech/${list}`), 'utf8')).clips;
    const folder = list.includes('/') ? 'speech/commands' : 'speech';
    return clips
      .filter(clip => clip.language === language)
      .map(({ file, text }) => ({ ...readWav(assetPath(`${folder}/${file}`)), text, what: file }));
  });
}

async function speechRows(
  recognizer: SpeechRecognizer,
  name: string,
  language: Language,
  languages: readonly Language[],
): Promise<Row[]> {
  const clips = clipsOf(language);
  let [errors, words, exact, soundSeconds] = [0, 0, 0, 0];
  const startedMs = performance.now();
  for (const { samples, text, what } of clips) {
    const heard = await recognizer.transcribe({ samples, sampleRateHz: 16_000, languages, hints: [] }, never);
    const said = plainWords(text);
    const wrong = wordErrors(plainWords(heard.text), said);
    if (wrong > 0) process.stdout.write(`  ${what}: "${heard.text}" for "${text}"\n`);
    errors += wrong;
    words += said.length;
    exact += wrong === 0 ? 1 : 0;
    soundSeconds += samples.length / 16_000;
  }
  const seconds = (performance.now() - startedMs) / 1000;
  return [
    { what: `${name}, ${language}: word error rate`, value: (100 * errors) / words, unit: '%' },
    { what: `${name}, ${language}: exact`, value: exact, unit: `of ${clips.length}` },
    { what: `${name}, ${language}: real-time factor`, value: seconds / soundSeconds, unit: '' },
  ];
}

async function noiseRow(recognizer: SpeechRecognizer, name: string): Promise<Row> {
  const background = readWav(assetPath('speech/noise/background.wav')).samples;
  const sounds = [...noises(), { what: 'recorded background', samples: background }];
  let characters = 0;
  for (const { what, samples } of sounds) {
    const { text } = await recognizer.transcribe(
      { samples, sampleRateHz: 16_000, languages: ['fr', 'en'], hints: [] },
      never,
    );
    if (text !== '') process.stdout.write(`  ${what}: "${text}"\n`);
    characters += text.length;
  }
  return atMost(
    { what: `${name}: characters from ${sounds.length} sounds without speech`, value: characters, unit: '' },
    0,
  );
}
