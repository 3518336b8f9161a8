/** The voice of last resort: espeak-ng as WebAssembly (GPL-3, used in this separate process only), French and English. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import run, { type EspeakProgram, type RunOptions } from 'espeak-ng';
import type { Language } from '../../src-main/domain/language.ts';
import { RequestFailure } from '../frames.ts';
import type { SpokenSound, Voice } from './piper-voice.ts';

const voiceNames: Readonly<Record<Language, string>> = { fr: 'fr+f2', en: 'en-us+f2' };
/** Words a minute at rate 1. */
const normalSpeed = 165;
const wavHeaderBytes = 44;

/** Compiles the engine once; each sentence runs a fresh instance, which is how this package works. */
export async function loadEspeakVoice(): Promise<Voice> {
  const program = await WebAssembly.compile(await readFile(wasmPath()));
  return {
    async say({ text, language, rate }, onSound, signal) {
      signal.throwIfAborted();
      const sound = await speak(program, text, language, rate);
      signal.throwIfAborted();
      onSound(sound);
    },
  };
}

async function speak(
  program: WebAssembly.Module,
  text: string,
  language: Language,
  rate: number,
): Promise<SpokenSound> {
  const complaints: string[] = [];
  try {
    const espeak = await runOnce(program, {
      arguments: [
        ...['-v', voiceNames[language], '-s', String(Math.round(normalSpeed * rate))],
        // The text goes through a file: as an argument its accents break, and a leading dash is an option.
        ...['-b', '1', '-f', '/text.txt', '-w', '/sound.wav'],
      ],
      preRun: [({ FS }) => FS.writeFile('/text.txt', text)],
      print: () => undefined,
      printErr: line => complaints.push(line),
    });
    return readWav(espeak.FS.readFile('/sound.wav'));
  } catch (error) {
    const cause = new Error(complaints.join('\n'), { cause: error });
    throw new RequestFailure('speech.engine-failed', { detail: 'espeak-ng' }, cause);
  }
}

/** The package has no way to report that its instance could not be made and would wait for ever: hence the race. */
function runOnce(program: WebAssembly.Module, options: RunOptions): Promise<EspeakProgram> {
  return new Promise((resolve, reject) => {
    run({
      ...options,
      instantiateWasm: (imports, done) => {
        WebAssembly.instantiate(program, imports).then(done, reject);
        return {};
      },
    }).then(resolve, reject);
  });
}

/** espeak-ng writes its WAV as a stream: the lengths in the header are not set, so all that follows is sound. */
function readWav(bytes: Uint8Array): SpokenSound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = new Int16Array(Math.max(0, (bytes.byteLength - wavHeaderBytes) >> 1));
  for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(wavHeaderBytes + 2 * i, true);
  return { samples, sampleRateHz: view.getUint32(24, true) };
}

const wasmPath = (): string => fileURLToPath(new URL('espeak-ng.wasm', import.meta.resolve('espeak-ng')));
