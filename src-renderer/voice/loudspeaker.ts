/** Plays the pieces of a spoken answer one after another without gaps, and is silent at once when told. */

export interface SpokenFrame {
  /** From 0 for each answer. */
  readonly sequence: number;
  readonly sampleRateHz: number;
  readonly samples: Int16Array;
  readonly last: boolean;
}

export interface Loudspeaker {
  /** Frames of an answer that was stopped are left out; frame 0 begins the next one. */
  enqueue(frame: SpokenFrame): void;
  /** Silence now, and for all that still comes of this answer. */
  stop(): void;
  isPlaying(): boolean;
  close(): Promise<void>;
}

/** Time for the next frame to arrive before the one that plays ends. */
const headStartSeconds = 0.06;

/**
 * Sound goes to the default output through WebAudio: on another output browsers cannot cancel its echo.
 * @param options.onEnded the whole answer was heard (not called after a stop).
 */
export function createLoudspeaker(options: {
  readonly onEnded: () => void;
  readonly openAudio?: (sampleRateHz: number) => AudioContext;
}): Loudspeaker {
  const openAudio = options.openAudio ?? ((sampleRate: number) => new AudioContext({ sampleRate }));
  const playing = new Set<AudioBufferSourceNode>();
  let context: AudioContext | undefined;
  let nextAtSeconds = 0;
  let muted = false;
  let lastCame = false;

  /** A context of the voice's own rate: pieces then join without a click, and the browser resamples the whole. */
  function contextFor(sampleRateHz: number): AudioContext {
    if (context?.sampleRate === sampleRateHz) return context;
    void context?.close();
    context = openAudio(sampleRateHz);
    nextAtSeconds = 0;
    return context;
  }

  function play({ samples, sampleRateHz }: SpokenFrame): void {
    const audio = contextFor(sampleRateHz);
    if (audio.state === 'suspended') void audio.resume();
    const buffer = audio.createBuffer(1, samples.length, sampleRateHz);
    buffer.copyToChannel(
      Float32Array.from(samples, sample => sample / 32_768),
      0,
    );
    const source = audio.createBufferSource();
    source.buffer = buffer;
    source.connect(audio.destination);
    if (nextAtSeconds < audio.currentTime) nextAtSeconds = audio.currentTime + headStartSeconds;
    source.start(nextAtSeconds);
    nextAtSeconds += samples.length / sampleRateHz;
    playing.add(source);
    source.onended = () => {
      playing.delete(source);
      endIfHeard();
    };
  }

  function endIfHeard(): void {
    if (!lastCame || playing.size > 0) return;
    lastCame = false;
    void context?.suspend();
    options.onEnded();
  }

  function silence(): void {
    for (const source of playing) {
      source.onended = null;
      source.stop();
      source.disconnect();
    }
    playing.clear();
    nextAtSeconds = 0;
    lastCame = false;
  }

  return {
    enqueue(frame) {
      if (frame.sequence === 0) {
        silence();
        muted = false;
      }
      if (muted) return;
      if (frame.samples.length > 0) play(frame);
      if (frame.last) {
        lastCame = true;
        endIfHeard();
      }
    },
    stop() {
      muted = true;
      silence();
    },
    isPlaying: () => playing.size > 0,
    async close() {
      silence();
      await context?.close();
      context = undefined;
    },
  };
}
