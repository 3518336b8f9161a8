/** Plays a spoken answer without gaps or clicks, knows what of it was heard, and gets softer, waits or ends when told. */
import type { SpokenPosition } from '../../src-preload/sound-frames.ts';
import { type AnswerPlayer, createAnswerPlayer } from './answer-player.ts';
import { hush, SoundMeter, type SoundNow } from './sound-meter.ts';
import type { PlaybackWatch, SpokenFrame } from './spoken-frame.ts';

export type OutputOrder = 'duck' | 'pause' | 'resume' | 'stop';

export interface Heard {
  readonly turnId: string;
  readonly playedMs: number;
  /** Of what was sent, to its end. */
  readonly isWhole: boolean;
}

export interface Loudspeaker {
  /** Frames of an answer that was stopped are left out; frame 0 begins the next one. */
  enqueue(frame: SpokenFrame, turnId: string): void;
  /** For the answer that is playing, if it is this turn's. */
  order(turnId: string, order: OutputOrder): void;
  /** Silence now, and for all that still comes of this answer. */
  stop(): void;
  isPlaying(): boolean;
  /** What is heard at this moment; undefined in silence. */
  position(): SpokenPosition | undefined;
  /** The sound itself at this moment, as loud as it leaves, for the eye. */
  measure(into: SoundNow): void;
  /** 0 to 1. */
  setVolume(volume: number): void;
  /** Of another output; undefined: the default one, the only one whose echo browsers cancel. */
  setDevice(deviceId: string | undefined): void;
  close(): Promise<void>;
}

export interface LoudspeakerOptions extends PlaybackWatch {
  /** An answer is over: heard to its end, or stopped. */
  readonly onHeard: (heard: Heard) => void;
  readonly onDeviceFailed?: (error: unknown) => void;
  readonly openAudio?: (sampleRateHz: number) => AudioContext;
  readonly after?: (delayMs: number, action: () => void) => () => void;
}

/** An idle audio thread costs a little all the time; waking it costs the next answer some ms. */
const restAfterMs = 5_000;

/** Sound goes to the default output through WebAudio: on another output browsers cannot cancel its echo. */
export function createLoudspeaker(options: LoudspeakerOptions): Loudspeaker {
  const openAudio = options.openAudio ?? ((sampleRate: number) => new AudioContext({ sampleRate }));
  const after = options.after ?? afterOnPage;
  let context: AudioContext | undefined;
  let volume: GainNode | undefined;
  let meter: SoundMeter | undefined;
  let level = 1;
  let deviceId: string | undefined;
  let player: AnswerPlayer | undefined;
  /** Turns whose sound is not wanted any more, though it may still come. */
  let unwanted: string | undefined;
  let cancelRest = (): void => undefined;
  let isResting = false;

  /** A context of the voice's own rate: the browser resamples the whole then, and pieces join without a click. */
  function contextFor(sampleRateHz: number): { audio: AudioContext; output: AudioNode } {
    if (context === undefined || volume === undefined || context.sampleRate !== sampleRateHz) {
      void context?.close();
      context = openAudio(sampleRateHz);
      volume = new GainNode(context, { gain: level });
      volume.connect(context.destination);
      meter = new SoundMeter(context);
      volume.connect(meter.node);
      chooseDevice(context);
    }
    return { audio: context, output: volume };
  }

  function chooseDevice(audio: AudioContext): void {
    const wanted = deviceId ?? '';
    // Setting it turns echo cancellation off: only for a device that was chosen, and back from it.
    if (wanted === (audio.sinkId ?? '')) return;
    audio.setSinkId?.(wanted).catch((error: unknown) => options.onDeviceFailed?.(error));
  }

  function begin(frame: SpokenFrame, turnId: string): AnswerPlayer {
    const { audio, output } = contextFor(frame.sampleRateHz);
    cancelRest();
    // Also after a rest that is only just beginning, which would win otherwise.
    if (isResting || audio.state !== 'running') void audio.resume();
    isResting = false;
    const begun = createAnswerPlayer({
      ...options,
      audio,
      output,
      turnId,
      onEnded: playedMs => end({ turnId, playedMs, isWhole: true }, begun),
    });
    return begun;
  }

  function end(heard: Heard, ended: AnswerPlayer): void {
    if (player !== ended) return;
    player = undefined;
    cancelRest();
    cancelRest = after(restAfterMs, rest);
    options.onHeard(heard);
  }

  function rest(): void {
    isResting = true;
    void context?.suspend();
  }

  function stop(): void {
    const stopped = player;
    if (stopped === undefined) return;
    unwanted = stopped.turnId;
    const playedMs = stopped.playedMs();
    stopped.stop();
    end({ turnId: stopped.turnId, playedMs, isWhole: false }, stopped);
  }

  return {
    enqueue(frame, turnId) {
      if (turnId === unwanted) return;
      if (frame.sequence === 0 || player?.turnId !== turnId) {
        stop();
        if (frame.samples.length === 0) return;
        player = begin(frame, turnId);
      }
      player?.add(frame);
    },
    order(turnId, order) {
      if (order === 'stop') unwanted = turnId;
      if (player?.turnId !== turnId) return;
      if (order === 'stop') stop();
      else player[order]();
    },
    stop,
    isPlaying: () => player !== undefined,
    position: () => player?.position(),
    measure(into) {
      if (player === undefined || meter === undefined) hush(into);
      else meter.read(into);
    },
    setVolume(wanted) {
      level = wanted;
      if (volume && context) volume.gain.setTargetAtTime(wanted, context.currentTime, 0.01);
    },
    setDevice(wanted) {
      deviceId = wanted;
      if (context) chooseDevice(context);
    },
    async close() {
      stop();
      cancelRest();
      await context?.close();
      context = undefined;
    },
  };
}

function afterOnPage(delayMs: number, action: () => void): () => void {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
}
