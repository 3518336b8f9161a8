/** Text to speech in the speech process: a voice of Piper or Kokoro where one is installed, else espeak-ng. */
import { existsSync, readdirSync } from 'node:fs';
import type { SpeechChunk } from '../../domain/audio.ts';
import { JarvisError } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import { voiceEngineOf } from '../../domain/voice-engine.ts';
import type { SpeakRequest, TextToSpeech } from '../../ports/text-to-speech.ts';
import type { NativeProcess } from '../process/native-process.ts';
import { createChunkQueue } from './chunk-queue.ts';

/** @param options.voiceDirs the folders of the voices now, by language. */
export function createProcessTextToSpeech(options: {
  readonly process: NativeProcess;
  readonly voiceDirs: () => Readonly<Partial<Record<Language, string>>>;
}): TextToSpeech {
  async function* speak(request: SpeakRequest, signal: AbortSignal): AsyncGenerator<SpeechChunk> {
    signal.throwIfAborted();
    let started = false;
    try {
      for await (const chunk of attempt(request, signal)) {
        started = true;
        yield chunk;
      }
      return;
    } catch (error) {
      // Nothing was heard yet, so a process that died may be asked once more without saying a word twice.
      if (started || !(error instanceof JarvisError && error.code === 'speech.process-died')) throw error;
    }
    yield* attempt(request, signal);
  }

  async function* attempt(request: SpeakRequest, signal: AbortSignal): AsyncGenerator<SpeechChunk> {
    const abandoned = new AbortController();
    const either = AbortSignal.any([signal, abandoned.signal]);
    const queue = createChunkQueue<SpeechChunk>();
    const voiceDir = options.voiceDirs()[request.language];
    const params = { ...request, ...(voiceDir !== undefined && { voiceDir }) };
    // Events are queued, not waited for: a slow listener must not hold up a recognition in the same process.
    options.process
      .request('speak', params, {
        signal: either,
        onEvent: (data, payload) => queue.push(readChunk(data, payload)),
      })
      .then(() => queue.end(), queue.fail);
    try {
      for await (const chunk of queue.chunks()) {
        signal.throwIfAborted();
        yield chunk;
      }
    } finally {
      // A listener that leaves early stops the engine too.
      abandoned.abort();
    }
  }

  return {
    engineFor: language => engineOf(options.voiceDirs()[language]),
    speak,
  };
}

function engineOf(dir: string | undefined): string {
  if (dir === undefined) return 'espeak-ng';
  // What is wrong with a folder that is not there is said when it is to speak.
  return voiceEngineOf(existsSync(dir) ? readdirSync(dir) : []);
}

function readChunk(data: unknown, payload: Uint8Array): SpeechChunk {
  const { sampleRateHz } = (data ?? {}) as { sampleRateHz?: unknown };
  if (typeof sampleRateHz !== 'number' || payload.byteLength % 2 !== 0) {
    throw new JarvisError('speech.engine-failed', { detail: 'sound' });
  }
  return {
    samples: new Int16Array(payload.buffer, payload.byteOffset, payload.byteLength / 2),
    sampleRateHz,
  };
}
