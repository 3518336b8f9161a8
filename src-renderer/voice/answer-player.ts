/** The sound of one answer on its way to the loudspeaker: pieces in order, faded where they meet silence, with a clock. */
import type { SpokenPosition } from '../../src-preload/sound-frames.ts';
import { PlaybackTimeline } from './playback-timeline.ts';
import { Resampler } from './resampler.ts';
import type { PlaybackWatch, SpokenFrame } from './spoken-frame.ts';

export interface AnswerPlayer {
  readonly turnId: string;
  add(frame: SpokenFrame): void;
  /** Softer by 18 dB. */
  duck(): void;
  /** Silent at once; what comes is kept. */
  pause(): void;
  /** On from where it was, from the beginning of the word. */
  resume(): void;
  stop(): void;
  /** How much of the answer was heard. */
  playedMs(): number;
  position(): SpokenPosition | undefined;
}

export interface AnswerPlayerOptions extends PlaybackWatch {
  readonly audio: AudioContext;
  readonly output: AudioNode;
  readonly turnId: string;
  /** All of it was played; the last of it is on its way out of the loudspeaker. */
  readonly onEnded: (wholeMs: number) => void;
}

interface Piece {
  readonly samples: Float32Array<ArrayBuffer>;
  readonly fromMs: number;
  readonly lengthMs: number;
}

interface Scheduled {
  readonly source: AudioBufferSourceNode;
  readonly edge: GainNode;
  /** When it begins to fade, unless more comes. */
  readonly fadesS: number;
}

/** Time for the next frame to arrive before the one that plays ends. */
const headStartS = 0.06;
const fadeS = 0.01;
const duckedGain = 10 ** (-18 / 20);
const duckS = 0.03;
const restoreS = 0.08;
/** Heard pieces are kept this long: a pause goes back to the beginning of a word. */
const keptMs = 2_000;
/** A word is not begun again when it was nearly over. */
const longestStepBackMs = 800;

export function createAnswerPlayer(options: AnswerPlayerOptions): AnswerPlayer {
  const { audio, turnId } = options;
  const bus = new GainNode(audio);
  bus.connect(options.output);
  const timeline = new PlaybackTimeline();
  const scheduled = new Set<Scheduled>();
  let pieces: Piece[] = [];
  let latest: Scheduled | undefined;
  let receivedMs = 0;
  let resampler: { readonly rateHz: number; readonly stream: Resampler } | undefined;
  let nextS = 0;
  let pausedAtMs: number | undefined;
  let lastCame = false;

  /** When sound that is scheduled now leaves the loudspeaker. */
  const latencyS = (): number => audio.outputLatency || audio.baseLatency || 0;
  const nowMs = (): number => (audio.currentTime - latencyS()) * 1000;

  function samplesOf({ samples, sampleRateHz }: SpokenFrame): Float32Array<ArrayBuffer> {
    const floats = Float32Array.from(samples, sample => sample / 32_768);
    if (sampleRateHz === audio.sampleRate) return floats;
    // Another voice took over within the answer.
    if (resampler?.rateHz !== sampleRateHz) {
      resampler = { rateHz: sampleRateHz, stream: new Resampler(sampleRateHz, audio.sampleRate) };
    }
    return new Float32Array(resampler.stream.push(floats));
  }

  function schedule(piece: Piece, offsetMs = 0): void {
    const isJoined = latest !== undefined && nextS - audio.currentTime > 2 * fadeS;
    const startS = isJoined ? nextS : audio.currentTime + headStartS;
    const lengthS = (piece.lengthMs - offsetMs) / 1000;
    const endS = startS + lengthS;
    const buffer = audio.createBuffer(1, piece.samples.length, audio.sampleRate);
    buffer.copyToChannel(piece.samples, 0);
    const source = new AudioBufferSourceNode(audio, { buffer });
    const edge = new GainNode(audio);
    source.connect(edge).connect(bus);
    const fadesS = endS - Math.min(fadeS, lengthS / 3);
    if (isJoined) joinTo(latest);
    else fade(edge, { startS, endS: startS + Math.min(fadeS, lengthS / 3) }, 0, 1);
    fade(edge, { startS: fadesS, endS }, 1, 0);
    source.start(startS, offsetMs / 1000);
    latest = { source, edge, fadesS };
    track(latest);
    nextS = endS;
    tell({ piece, offsetMs, startS });
  }

  function track(one: Scheduled): void {
    scheduled.add(one);
    one.source.onended = () => {
      scheduled.delete(one);
      one.edge.disconnect();
      endIfHeard();
    };
  }

  /** Since 1970 for others; on the audio clock for ourselves. */
  function tell({ piece, offsetMs, startS }: { piece: Piece; offsetMs: number; startS: number }): void {
    const span = { turnId, fromMs: piece.fromMs + offsetMs, lengthMs: piece.lengthMs - offsetMs };
    timeline.add({ ...span, startMs: startS * 1000 });
    options.onPlays?.({ ...span, startMs: Date.now() + startS * 1000 - nowMs() });
  }

  function endIfHeard(): void {
    if (lastCame && scheduled.size === 0 && pausedAtMs === undefined) options.onEnded(receivedMs);
  }

  /** Fades everything out, then lets go of it. */
  function silence(): void {
    const now = audio.currentTime;
    for (const { source } of scheduled) {
      source.onended = null;
      source.stop(now + fadeS);
    }
    scheduled.clear();
    latest = undefined;
    nextS = 0;
    glide(bus, 0, now, fadeS);
    timeline.cut(nowMs() + fadeS * 1000);
    options.onSilent?.(Date.now() + fadeS * 1000);
  }

  const heardMs = (): number => pausedAtMs ?? timeline.heardMs(turnId, nowMs());

  return {
    turnId,
    add(frame) {
      if (frame.samples.length > 0) {
        const samples = samplesOf(frame);
        const piece = { samples, fromMs: receivedMs, lengthMs: (samples.length / audio.sampleRate) * 1000 };
        receivedMs += piece.lengthMs;
        const oldestMs = heardMs() - keptMs;
        pieces = [...pieces.filter(({ fromMs, lengthMs }) => fromMs + lengthMs > oldestMs), piece];
        if (pausedAtMs === undefined && samples.length > 0) schedule(piece);
      }
      if (!frame.last) return;
      lastCame = true;
      endIfHeard();
    },
    duck: () => glide(bus, duckedGain, audio.currentTime, duckS),
    pause() {
      if (pausedAtMs !== undefined) return;
      pausedAtMs = timeline.heardMs(turnId, nowMs());
      silence();
    },
    resume() {
      const now = audio.currentTime;
      if (pausedAtMs === undefined) return glide(bus, 1, now, restoreS);
      const word = options.wordStartMs?.({ turnId, ms: pausedAtMs }) ?? pausedAtMs;
      const fromMs = pausedAtMs - word > longestStepBackMs ? pausedAtMs : Math.min(word, pausedAtMs);
      pausedAtMs = undefined;
      // The pieces themselves begin with a fade.
      glide(bus, 1, now, fadeS);
      for (const piece of pieces) {
        const offsetMs = Math.max(0, fromMs - piece.fromMs);
        if (offsetMs < piece.lengthMs) schedule(piece, offsetMs);
      }
      endIfHeard();
    },
    stop() {
      silence();
      pieces = [];
    },
    playedMs: heardMs,
    position: () => (pausedAtMs === undefined ? timeline.at(nowMs()) : undefined),
  };
}

function glide({ gain }: GainNode, to: number, nowS: number, overS: number): void {
  const from = gain.value;
  gain.cancelScheduledValues(nowS);
  gain.setValueAtTime(from, nowS);
  gain.linearRampToValueAtTime(to, nowS + overS);
}

function fade({ gain }: GainNode, during: { startS: number; endS: number }, from: number, to: number): void {
  gain.setValueAtTime(from, during.startS);
  gain.linearRampToValueAtTime(to, during.endS);
}

/** The sound goes on: the piece before does not fade after all. */
function joinTo(before: Scheduled | undefined): void {
  before?.edge.gain.cancelScheduledValues(before.fadesS - 1e-6);
}
