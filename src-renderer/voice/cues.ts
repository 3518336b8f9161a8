/** Short, soft sounds that say what the voice does: it listens, it thinks, it is done, something failed. */

export type Cue = 'listening' | 'thinking' | 'done' | 'error' | 'private';

export interface Cues {
  play(cue: Cue): void;
  close(): Promise<void>;
}

/** Rising for "speak now", falling for "over", low for a fault, twice the same for private; well under the voice's loudness. */
const notesHz: Readonly<Record<Cue, readonly number[]>> = {
  listening: [659.3, 880],
  thinking: [587.3],
  done: [880, 659.3],
  error: [220, 174.6],
  private: [440, 440],
};
const noteS = 0.09;
const loudness = 0.05;
const restAfterMs = 2_000;

export function createCues(options: {
  readonly isOn: () => boolean;
  /** 0 to 1. */
  readonly volume: () => number;
  readonly openAudio?: () => AudioContext;
}): Cues {
  let audio: AudioContext | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  return {
    play(cue) {
      if (!options.isOn()) return;
      audio ??= (options.openAudio ?? (() => new AudioContext()))();
      const opened = audio;
      clearTimeout(resting);
      void opened.resume();
      const startS = opened.currentTime + 0.02;
      notesHz[cue].forEach((hz, place) => {
        sound(opened, hz, startS + place * noteS, loudness * options.volume());
      });
      resting = setTimeout(() => void opened.suspend(), restAfterMs);
    },
    async close() {
      clearTimeout(resting);
      await audio?.close();
    },
  };
}

function sound(audio: AudioContext, hz: number, startS: number, gain: number): void {
  const tone = new OscillatorNode(audio, { frequency: hz });
  const shape = new GainNode(audio, { gain: 0 });
  shape.gain.setValueAtTime(0, startS);
  shape.gain.linearRampToValueAtTime(gain, startS + 0.015);
  shape.gain.linearRampToValueAtTime(0, startS + noteS);
  tone.connect(shape).connect(audio.destination);
  tone.start(startS);
  tone.stop(startS + noteS);
}
