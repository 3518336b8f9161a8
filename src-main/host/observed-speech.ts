/** Counts and times what the recogniser does. */
import type { Language } from '../domain/language.ts';
import type { Observer } from '../observability/observer.ts';
import type { Clock } from '../ports/clock.ts';
import type { SoundStream, SoundStreams } from '../ports/sound-stream.ts';
import type { SpeechToText, Transcript } from '../ports/speech-to-text.ts';

const streamEngine = 'sherpa-onnx';
const streamRateHz = 16_000;

export function observedSpeechToText(inner: SpeechToText, clock: Clock, observer: Observer): SpeechToText {
  return {
    engine: inner.engine,
    transcribe: (sound, signal) =>
      observed(
        { clock, observer, engine: inner.engine, signal },
        sound.samples.length / sound.sampleRateHz,
        () => inner.transcribe(sound, signal),
      ),
  };
}

export function observedStreams(inner: SoundStreams, clock: Clock, observer: Observer): SoundStreams {
  return {
    open: options => {
      const stream = inner.open(options);
      const transcribe: SoundStream['transcribe'] = (range, signal) =>
        observed(
          { clock, observer, engine: streamEngine, signal },
          (range.toSample - range.fromSample) / streamRateHz,
          () => stream.transcribe(range, signal),
        );
      return { ...stream, transcribe };
    },
  };
}

async function observed(
  watch: { clock: Clock; observer: Observer; engine: string; signal: AbortSignal },
  soundSeconds: number,
  recognise: () => Promise<Transcript>,
): Promise<Transcript> {
  const { clock, observer, engine, signal } = watch;
  // Only loads the model ahead: nothing was said.
  if (soundSeconds <= 0) return recognise();
  const startedMs = clock.monotonicMs();
  const record = (failed: boolean, language?: Language) => {
    const seconds = (clock.monotonicMs() - startedMs) / 1000;
    if (!failed) observer.observeStage('transcribe', seconds);
    observer.observeTranscription({ engine, seconds, soundSeconds, failed, ...(language && { language }) });
  };
  try {
    const heard = await recognise();
    record(false, heard.language);
    return heard;
  } catch (error) {
    if (!signal.aborted) record(true);
    throw error;
  }
}
