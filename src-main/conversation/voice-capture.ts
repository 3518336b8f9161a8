/** One open microphone: its sound goes to the engines, and what they make of it to the name or to the dialogue. */
import { captureSampleRateHz } from '../domain/audio.ts';
import type { Language } from '../domain/language.ts';
import type { VoicePreferences } from '../domain/settings.ts';
import type {
  ActivityWindow,
  SoundMarks,
  SoundStream,
  SoundStreams,
  WakeScore,
} from '../ports/sound-stream.ts';
import type { CaptureMode, CaptureReport, CaptureState } from './capture-report.ts';
import { FrameOrder } from './frame-order.ts';
import { SpokenOutput, type SpokenPosition } from './spoken-output.ts';
import type { SpokenTextInput } from './spoken-text.ts';
import type { SpokenTurnPorts } from './spoken-turn.ts';
import type { TurnTaking } from './turn-taking/turn-taking.ts';
import { VoiceDialogue } from './voice-dialogue.ts';
import type { FinishedSpeech, OpenQuestion } from './voice-dialogue-ports.ts';
import { WakeListening } from './wake-listening.ts';

export interface VoiceCapturePorts extends SpokenTurnPorts {
  readonly streams: SoundStreams;
  createTurnTaking(mode: CaptureMode): TurnTaking;
  /** Words are likely to be asked in this conversation soon. */
  soon(conversationId: string): void;
  preferences(): VoicePreferences;
  profileLanguage(): Language;
  /** Names that may be said, for recognisers that can be told. Never rejects: without them words are understood all the same. */
  hints(): Promise<readonly string[]>;
  report(report: CaptureReport): void;
}

/** After the name, or in a capture for one turn, words are waited for so long. */
const waitForWordsMs = 8_000;
/** What was said in one breath with the name begins here before the end of the name. */
const nameReachMs = 1_600;
/** Frames that were sent before the capture's end may come after it. */
const lateFramesMs = 1_000;
/** After a cough, words are waited for at least as long. */
const shortestWaitMs = 2_000;
/** Speech is noticed so long after it began, at most. */
const speechBeforeMs = 600;
const windowSamples = 512;
const samplesPerMs = captureSampleRateHz / 1000;

export class VoiceCapture {
  readonly mode: CaptureMode;
  private readonly ports: VoiceCapturePorts;
  private readonly stream: SoundStream;
  private readonly taking: TurnTaking;
  private readonly dialogue: VoiceDialogue;
  private readonly wake: WakeListening;
  private readonly hints: Promise<readonly string[]>;
  private readonly order = new FrameOrder();
  private readonly output = new SpokenOutput();
  private state: CaptureState = 'off';
  private heardSamples = 0;
  /** Settles when all that the engines make of the sound so far was taken. */
  private taken: Promise<void> = Promise.resolve();
  /** When waiting for words ends, in the sound's own time. */
  private waitsUntilMs = Number.POSITIVE_INFINITY;
  /** What is gone back to after a sound that was no words. */
  private waiting: { state: CaptureState; untilMs: number } = { state: 'off', untilMs: 0 };
  private isOpen = true;

  /** @param capture.after what must be over before a first answer is prepared. */
  constructor(
    ports: VoiceCapturePorts,
    capture: {
      mode: CaptureMode;
      conversationId: string;
      after: Promise<unknown>;
      question: OpenQuestion;
    },
  ) {
    this.ports = ports;
    this.mode = capture.mode;
    this.stream = ports.streams.open({ activity: !this.isForName, wake: this.isForName });
    this.taking = ports.createTurnTaking(this.mode);
    this.wake = new WakeListening(this.stream, ports);
    this.hints = ports.hints();
    this.dialogue = new VoiceDialogue(
      {
        ...ports,
        taking: this.taking,
        question: capture.question,
        transcribe: (range, signal) => this.transcribe(range, signal),
        sound: ({ fromMs, toMs }) => this.stream.sound(sampleAt(fromMs), sampleAt(toMs)),
        ending: ({ fromMs, toMs }, signal) =>
          this.stream.ending({ fromSample: sampleAt(fromMs), toSample: sampleAt(toMs) }, signal),
        onPhase: phase => this.goTo(phase),
        onQuiet: why => this.quiet(why),
        nowMs: () => this.nowMs(),
        playedMs: turnId => this.output.lastMs(turnId),
      },
      capture.conversationId,
      capture.after,
    );
    if (this.mode === 'hotword') this.goTo('armed');
    else this.wait('listening', this.mode === 'turn' ? waitForWordsMs : Number.POSITIVE_INFINITY);
    this.warmUp();
  }

  /** How many frames came, those that were lost on the way counted. */
  get heardFrames(): number {
    return this.order.expected;
  }

  moveTo(conversationId: string): void {
    this.dialogue.conversationId = conversationId;
  }

  /** Takes one frame. `at`: what the loudspeaker played when it ended. */
  frame(frame: { sequence: number; samples: Int16Array; at?: SpokenPosition }): void {
    if (!this.isOpen) return;
    for (const samples of this.order.take(frame.sequence, frame.samples)) {
      this.heardSamples += samples.length;
      this.output.note(this.heardSamples, frame.at);
      this.taken = this.stream.push(samples).then(
        marks => this.take(marks),
        (error: unknown) => this.fail(error),
      );
    }
  }

  /** The turn is over because the person says so, and the microphone is put away. As `VoiceDialogue.finish`. */
  async finish(lastSequence: number): Promise<FinishedSpeech> {
    await this.untilFrame(lastSequence);
    try {
      await this.taken;
      return await this.dialogue.finish();
    } finally {
      this.putAway();
    }
  }

  /** Of a recording of the name: its best score. The microphone is put away. */
  async nameScore(lastSequence: number): Promise<number> {
    try {
      await this.untilFrame(lastSequence);
      await this.taken;
      return this.wake.bestScore;
    } finally {
      this.putAway();
    }
  }

  /** The name was not said: back to waiting for it. */
  rest(): void {
    this.dialogue.drop();
    if (this.mode === 'hotword') this.stopWaiting();
  }

  /** Forgets what was said since the last turn; the capture goes on. */
  drop(): void {
    this.dialogue.drop();
    this.quiet('nothing-said');
  }

  /** The window tells how far it played the answer of a turn. */
  heard(turnId: string, playedMs: number, isWhole: boolean): void {
    this.dialogue.heard(turnId, playedMs, isWhole);
  }

  /** Silence; the written answer goes on. */
  hush(): void {
    this.dialogue.hush();
  }

  /** Reads a text aloud as a part of the dialogue; false while nobody could speak over it. */
  read(input: SpokenTextInput): boolean {
    if (!this.isOpen || this.isForName) return false;
    this.dialogue.read(input);
    return true;
  }

  /** The person wants to speak: the answer ends where it was heard. Resolves when that is stored; never rejects. */
  interrupt(): Promise<unknown> {
    return this.dialogue.interrupt();
  }

  /** Puts the microphone away and forgets what is not accepted; an answer that is being spoken goes on. */
  close(): void {
    this.dialogue.drop();
    this.putAway();
  }

  private putAway(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.stream.close();
    if (this.dialogue.current === undefined) this.goTo('off');
  }

  private get isForName(): boolean {
    return this.mode === 'hotword' || this.mode === 'meter' || this.mode === 'tune';
  }

  private nowMs(): number {
    return this.heardSamples / samplesPerMs;
  }

  private async transcribe({ fromMs, toMs }: { fromMs: number; toMs: number }, signal: AbortSignal) {
    const { languages } = this.ports.preferences();
    const hints = await this.hints;
    const [fromSample, toSample] = [sampleAt(fromMs), sampleAt(toMs)];
    return this.stream.transcribe({ fromSample, toSample, languages, hints }, signal);
  }

  /** No sound makes the engine load its model while the person still speaks. Its errors come again when it counts. */
  private warmUp(): void {
    if (this.mode === 'meter' || this.mode === 'tune') return;
    this.transcribe({ fromMs: 0, toMs: 0 }, new AbortController().signal).catch((error: unknown) => error);
  }

  private take(marks: SoundMarks): void {
    if (!this.isOpen) return;
    for (const score of marks.wake) this.takeScore(score);
    for (const window of marks.activity) this.takeActivity(window);
    if (marks.partial !== undefined) this.dialogue.heardSoFar(marks.partial);
    if (this.nowMs() > this.waitsUntilMs) this.stopWaiting();
  }

  private takeActivity({ atSample, probability, levelDb }: ActivityWindow): void {
    const endSample = atSample + windowSamples;
    const turn = this.dialogue.current;
    const playedMs = turn && this.output.playedMs(endSample, turn.input.turnId);
    this.dialogue.feed({
      kind: 'activity',
      atMs: endSample / samplesPerMs,
      probability,
      levelDb,
      ...(turn && playedMs !== undefined && { outputDb: turn.levelDbAt(playedMs) }),
    });
  }

  private takeScore(score: WakeScore): void {
    if (this.mode !== 'hotword') this.wake.show(score);
    if (this.state !== 'armed') return;
    this.wake.isName(score).then(
      isName => {
        if (isName && this.state === 'armed') this.awake(score.atSample);
      },
      (error: unknown) => this.fail(error),
    );
  }

  private awake(atSample: number): void {
    const fromSample = Math.max(0, Math.round(atSample - nameReachMs * samplesPerMs));
    this.stream.configure({ activity: true, wake: false, activityFromSample: fromSample });
    this.taking.reset(fromSample / samplesPerMs);
    this.dialogue.wasCalled = true;
    this.wait('listening', waitForWordsMs);
  }

  /** Nobody speaks any more. */
  private quiet(why: 'answered' | 'nothing-said'): void {
    if (!this.isOpen) this.goTo('off');
    else if (why === 'nothing-said') this.goBack();
    else if (this.mode === 'always') this.wait('listening', Number.POSITIVE_INFINITY);
    else this.wait('follow-up', this.ports.preferences().followUpSeconds * 1000);
  }

  private goBack(): void {
    const { state, untilMs } = this.waiting;
    this.wait(state, Math.max(untilMs - this.nowMs(), shortestWaitMs));
  }

  private stopWaiting(): void {
    if (this.mode !== 'hotword') {
      this.close();
      return;
    }
    this.stream.configure({ activity: false, wake: true });
    this.dialogue.wasCalled = false;
    this.taking.reset(this.nowMs());
    this.goTo('armed');
  }

  /** Waits for words. */
  private wait(state: CaptureState, forMs: number): void {
    this.goTo(state);
    this.waitsUntilMs = this.nowMs() + forMs;
    this.waiting = { state, untilMs: this.waitsUntilMs };
  }

  private goTo(state: CaptureState): void {
    this.waitsUntilMs = Number.POSITIVE_INFINITY;
    if (this.state === state) return;
    if (this.isOpen && (state === 'hearing' || this.state === 'hearing')) this.writeDown(state === 'hearing');
    this.state = state;
    this.ports.report({ kind: 'state', state });
  }

  /** Has words shown while they are said, where a streaming recogniser is installed. */
  private writeDown(isOn: boolean): void {
    const { languages } = this.ports.preferences();
    const partialFromSample = Math.max(0, this.heardSamples - speechBeforeMs * samplesPerMs);
    this.stream.configure({
      activity: true,
      wake: false,
      ...(isOn && { partialFromSample, languages }),
    });
  }

  private fail(error: unknown): void {
    if (!this.isOpen) return;
    this.ports.report({ kind: 'failed', error });
    this.close();
  }

  private async untilFrame(sequence: number): Promise<void> {
    let cancel = (): void => undefined;
    const late = new Promise<void>(resolve => {
      cancel = this.ports.clock.after(lateFramesMs, resolve);
    });
    await Promise.race([this.order.until(sequence), late]);
    cancel();
  }
}

const sampleAt = (atMs: number): number => Math.round(atMs * samplesPerMs);
