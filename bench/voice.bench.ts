/**
 * A spoken turn through the whole core, in a room made of numbers: from the end of speech to the first sound, with the
 * engines' own times taken out, against the plain sequence; and from speech over an answer to silence.
 */
import { createProcessTextToSpeech } from '../src-main/adapters/speech/process-text-to-speech.ts';
import { createSherpaSpeechToText } from '../src-main/adapters/speech/sherpa-speech-to-text.ts';
import { createSpeechProcess } from '../src-main/adapters/speech/speech-process.ts';
import { createAnswerPieces } from '../src-main/conversation/answer-pieces.ts';
import type { Language } from '../src-main/domain/language.ts';
import { systemClock } from '../src-main/host/system-clock.ts';
import { canTalk, command, type SpokenCore, startSpokenCore } from '../test/fixtures/voice/spoken-core.ts';
import type { VirtualRoom } from '../test/fixtures/voice/virtual-room.ts';
import { assetPath, readWav } from '../test/test-assets.ts';
import type { Bench, Row } from './bench.ts';
import { atMost, median, p95 } from './statistics.ts';

const bench: Bench = {
  name: 'voice',
  baseline:
    'wait 800 ms, recognise, generate all, synthesise all: each measured in the same run (engines: fixtures)',
  run,
};
export default bench;

const answers: Record<Language, string> = {
  fr: 'La lumière bleue est plus diffusée que les autres, parce que ses ondes sont courtes. Elle nous arrive donc de partout à la fois, sauf le soir, quand elle traverse beaucoup plus d’air.',
  en: 'Blue light is scattered more than the others, because its waves are short. So it comes to us from everywhere at once, except in the evening, when it crosses much more air.',
};
const questions: readonly [string, Language][] = [
  ['fr/055-pourquoi-le-ciel-est-il-bleu', 'fr'],
  ['en/055-why-is-the-sky-blue', 'en'],
  ['fr/056-quelle-est-la-capitale-de-l-italie', 'fr'],
  ['en/056-what-is-the-capital-of-italy', 'en'],
];
const rounds = 5;
const tokensPerSecond = 40;
const thinkingMs = 120;
const plainWaitMs = 800;
const long: Record<Language, string> = { fr: answers.fr.repeat(4), en: answers.en.repeat(4) };

/** When the scripted model was asked, and when it said each token, in this process's milliseconds. */
interface ModelTimes {
  askedMs: number;
  saidMs: number[];
}

async function run(): Promise<readonly Row[]> {
  if (!canTalk()) return [];
  const times: ModelTimes = { askedMs: 0, saidMs: [] };
  let texts = answers;
  const core = await startSpokenCore(({ messages }) => {
    times.askedMs = performance.now();
    times.saidMs = [];
    const language = /[éèê]|est-il|capitale|Raconte/.test(messages.at(-1)?.content ?? '') ? 'fr' : 'en';
    return {
      text: texts[language],
      tokensPerSecond,
      firstTokenDelayMs: thinkingMs,
      sayInstead: token => {
        times.saidMs.push(performance.now());
        return token;
      },
    };
  });
  const engines = openEngines();
  try {
    const first = await firstSounds(core, engines, times);
    texts = long;
    return [...first, ...(await interruptions(core)), ...(await falseStops(core))];
  } finally {
    await engines.close();
    await core.close();
  }
}

function openEngines() {
  const process = createSpeechProcess({ clock: systemClock });
  const recognizerDir = () => assetPath('models/stt/whisper-format-tiny-overfit');
  const speechToText = createSherpaSpeechToText({ process, recognizerDir });
  const voiceDirs = () => ({
    fr: assetPath('models/tts/piper-format-fr'),
    en: assetPath('models/tts/piper-format-en'),
  });
  const textToSpeech = createProcessTextToSpeech({ process, voiceDirs });
  const never = new AbortController().signal;
  return {
    recogniseMs: (samples: Int16Array) =>
      timed(() => speechToText.transcribe({ samples, sampleRateHz: 16_000 }, never)),
    sayMs: (text: string, language: Language) =>
      timed(async () => {
        for await (const _chunk of textToSpeech.speak({ text, language, rate: 1 }, never));
      }),
    close: () => process.stop(),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const fromMs = performance.now();
  await work();
  return performance.now() - fromMs;
}

type Engines = ReturnType<typeof openEngines>;

/** One answered question, in milliseconds. */
interface Heard {
  /** From the last loud sample to the decision that the turn is over. */
  readonly waitMs: number;
  readonly firstSoundMs: number;
  /** What no engine accounts for, from that decision or the engines' end on, to the first sound at the window. */
  readonly glueMs: number;
  readonly plainMs: number;
}

async function firstSounds(core: SpokenCore, engines: Engines, times: ModelTimes): Promise<Row[]> {
  const heard: Heard[] = [];
  let leave = async (): Promise<void> => undefined;
  const room = await core.room(close => {
    leave = close;
  });
  for (let round = 0; round <= rounds; round++) {
    for (const [name, language] of questions) {
      const one = await askOnce(room, name, language, engines, times);
      // The first round loads the engines.
      if (round > 0) heard.push(one);
    }
  }
  await leave();
  const of = (what: keyof Heard) => heard.map(one => one[what]);
  const ratios = heard.map(one => one.firstSoundMs / one.plainMs);
  return [
    { what: 'wait for the end of the turn, median', value: median(of('waitMs')), unit: 'ms' },
    { what: 'wait for the end of the turn, p95', value: p95(of('waitMs')), unit: 'ms' },
    {
      what: 'end of speech to first sound, median',
      value: median(of('firstSoundMs')),
      unit: 'ms',
      baseline: median(of('plainMs')),
    },
    { what: 'the same less wait and engines, median', value: median(of('glueMs')), unit: 'ms' },
    atMost({ what: 'the same less wait and engines, p95', value: p95(of('glueMs')), unit: 'ms' }, 20),
    atMost(
      {
        what: 'end of speech to first sound over the plain sequence, median',
        value: median(ratios),
        unit: '×',
      },
      0.5,
    ),
  ];
}

async function askOnce(
  room: VirtualRoom,
  name: string,
  language: Language,
  engines: Engines,
  times: ModelTimes,
): Promise<Heard> {
  const sound = command(name);
  const before = room.notes.length;
  const beginsMs = room.begin(sound);
  await room.until(() => room.notes.slice(before).some(({ kind }) => kind === 'sound'), 20_000);
  const at = (kind: string, text = '') =>
    room.notes
      .slice(before)
      .find(note => note.kind === kind && note.text.endsWith(text) && !note.text.endsWith('…'))?.wallMs ??
    Number.NaN;
  const endsMs = beginsMs + lastLoudMs(sound);
  const [decidedMs, soundMs] = [at('caption'), at('sound')];
  await room.until(() => room.state === 'listening', 60_000);
  const first = firstPiece(answers[language], language);
  const clauseMs = times.saidMs[first.tokens - 1] ?? Number.NaN;
  const sayFirstMs = await engines.sayMs(first.spoken, language);
  const allMs = (times.saidMs.at(-1) ?? Number.NaN) - times.askedMs;
  const plainMs =
    plainWaitMs +
    (await engines.recogniseMs(sound)) +
    allMs +
    (await engines.sayMs(answers[language], language));
  await room.wait(300);
  return {
    waitMs: decidedMs - endsMs,
    firstSoundMs: soundMs - endsMs,
    glueMs: soundMs - Math.max(decidedMs, clauseMs + sayFirstMs),
    plainMs,
  };
}

/** What is spoken first of an answer, and after how many of its words it is complete. */
function firstPiece(answer: string, language: Language): { spoken: string; tokens: number } {
  const pieces = createAnswerPieces(language, 'france');
  const tokens = answer.match(/\s*\S+/g) ?? [];
  for (const [index, token] of tokens.entries()) {
    const [piece] = pieces.push(token);
    if (piece !== undefined) return { spoken: piece.spoken, tokens: index + 1 };
  }
  return { spoken: answer, tokens: tokens.length };
}

/** The end of the last word, in milliseconds from the sound's beginning. */
function lastLoudMs(samples: Int16Array): number {
  let last = 0;
  for (let i = 0; i < samples.length; i++) if (Math.abs(samples[i] ?? 0) > 500) last = i;
  return last / 16;
}
function firstLoudMs(samples: Int16Array): number {
  return (
    Math.max(
      0,
      samples.findIndex(value => Math.abs(value) > 500),
    ) / 16
  );
}

const stories: readonly [string, Language][] = [
  ['fr/054-raconte-moi-une-histoire-de-chat', 'fr'],
  ['en/054-tell-me-a-story-about-a-cat', 'en'],
];

/** Asks for a long answer and does `over` while it is heard. */
async function overAnswer(
  core: SpokenCore,
  round: number,
  over: (room: VirtualRoom) => Promise<void>,
): Promise<void> {
  let leave = async (): Promise<void> => undefined;
  const room = await core.room(close => {
    leave = close;
  });
  await room.say(command(stories[round % 2]?.[0] ?? ''));
  await room.until(() => room.state === 'speaking');
  await room.wait(1_200 + 130 * round);
  await over(room);
  await leave();
}

async function interruptions(core: SpokenCore): Promise<Row[]> {
  const silenceMs: number[] = [];
  for (let round = 0; round < 12; round++) {
    await overAnswer(core, round, async room => {
      const sound = command(
        [
          'fr/000-quelle-heure-est-il',
          'en/033-what-s-on-my-shopping-list',
          'fr/041-arrete',
          'en/041-stop-talking',
        ][round % 4] ?? '',
      );
      const startMs = room.nowMs + 20 + firstLoudMs(sound);
      await room.say(sound);
      await room.until(() => room.noted('output', 'stop') !== undefined, 5_000);
      silenceMs.push(room.silentFrom(startMs) - startMs);
    });
  }
  return [
    { what: 'speech over an answer to silence, median', value: median(silenceMs), unit: 'ms' },
    atMost({ what: 'speech over an answer to silence, p95', value: p95(silenceMs), unit: 'ms' }, 250),
  ];
}

/** Assents, noise and knocks over an answer: it must go on. */
async function falseStops(core: SpokenCore): Promise<Row[]> {
  const background = readWav(assetPath('speech/noise/background.wav')).samples;
  const sounds: Int16Array[] = [
    command('fr/044-oui'),
    command('en/044-yes'),
    background.slice(0, 32_000),
    background.slice(96_000, 128_000),
    knock(),
    cough(),
  ];
  let [stops, tries] = [0, 0];
  for (let round = 0; round < 2 * sounds.length; round++) {
    await overAnswer(core, round, async room => {
      await room.say(sounds[round % sounds.length] ?? new Int16Array(0));
      await room.wait(1_500);
      tries += 1;
      if (room.noted('output', 'stop') !== undefined) stops += 1;
    });
  }
  return [
    atMost(
      {
        what: `answers stopped by assents, noise, knocks (${tries} tries)`,
        value: (100 * stops) / tries,
        unit: '%',
      },
      2,
    ),
  ];
}

/** A door: a short, low thump. */
const knock = (): Int16Array =>
  Int16Array.from(
    { length: 4_800 },
    (_, i) => 14_000 * Math.exp(-i / 500) * Math.sin((2 * Math.PI * 90 * i) / 16_000),
  );
/** A cough: two bursts of noise. */
const cough = (): Int16Array =>
  Int16Array.from(
    { length: 9_600 },
    (_, i) => 9_000 * (Math.exp(-(i % 4_800) / 900) * (Math.random() * 2 - 1)),
  );
