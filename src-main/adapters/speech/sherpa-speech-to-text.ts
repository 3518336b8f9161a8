/** Speech to text by a Whisper model in the speech process. */
import { JarvisError } from '../../domain/errors.ts';
import type { SpeechToText } from '../../ports/speech-to-text.ts';
import type { NativeProcess } from '../process/native-process.ts';
import { readTranscript } from './read-transcript.ts';

const maxSoundSeconds = 600;
/** What one message to the process may carry: 10 minutes at 48 kHz. */
const maxSoundBytes = 60_000_000;

/**
 * @param options.recognizerDir the folder of the Whisper model now; undefined when none is installed, which makes
 * `transcribe` throw `speech.no-recognizer`.
 */
export function createSherpaSpeechToText(options: {
  readonly process: NativeProcess;
  readonly recognizerDir: () => string | undefined;
}): SpeechToText {
  return {
    engine: 'sherpa-onnx-whisper',
    async transcribe(sound, signal) {
      signal.throwIfAborted();
      const modelDir = options.recognizerDir();
      if (modelDir === undefined) throw new JarvisError('speech.no-recognizer');
      const { samples, sampleRateHz, language } = sound;
      const params = { modelDir, sampleRateHz, ...(language && { languages: [language] }) };
      checkSound(samples, sampleRateHz);
      const payload = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
      const ask = () => options.process.request('transcribe', params, { payload, signal });
      const { result } = await ask().catch((error: unknown) => {
        // The sound is still here, so a process that died is asked once more.
        if (error instanceof JarvisError && error.code === 'speech.process-died') return ask();
        throw error;
      });
      return readTranscript(result);
    },
  };
}

function checkSound(samples: Int16Array, sampleRateHz: number): void {
  if (!Number.isInteger(sampleRateHz) || sampleRateHz < 8_000 || sampleRateHz > 192_000) {
    throw new JarvisError('speech.bad-audio', { detail: `${sampleRateHz} Hz` });
  }
  if (samples.length > maxSoundSeconds * sampleRateHz || samples.byteLength > maxSoundBytes) {
    throw new JarvisError('speech.bad-audio', { detail: `> ${maxSoundSeconds / 60} min` });
  }
}
