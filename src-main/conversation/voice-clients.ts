/** The windows that listen and speak: each has one microphone open at most, and hears one answer at a time. */
import { captureSampleRateHz } from '../domain/audio.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import type { VoicePreferences } from '../domain/settings.ts';
import { isTuned, untuned, type WakeTuning, withFalseWake, withRecording } from '../domain/wake-word.ts';
import type { Clock } from '../ports/clock.ts';
import type { SoundStreams } from '../ports/sound-stream.ts';
import type { AnswerSpeaker } from './answer-speaker.ts';
import type { CaptureMode, CaptureReport } from './capture-report.ts';
import type { SpokenPosition } from './spoken-output.ts';
import { SpokenText, type SpokenTextInput } from './spoken-text.ts';
import type { SpokenTurnPorts } from './spoken-turn.ts';
import type { TurnTaking } from './turn-taking/turn-taking.ts';
import { VoiceCapture, type VoiceCapturePorts } from './voice-capture.ts';
import type { FinishedSpeech, OpenQuestion } from './voice-dialogue-ports.ts';

type SpokenAnswer = Parameters<SpokenTurnPorts['speak']>[0];

export interface VoiceClientsPorts<Client> {
  readonly clock: Clock;
  readonly streams: SoundStreams;
  /** Of the profile in use. */
  turns(): Pick<VoiceCapturePorts, 'prepare' | 'stop' | 'keepHeard' | 'soon' | 'spoken'>;
  createTurnTaking(mode: CaptureMode): TurnTaking;
  preferences(): VoicePreferences;
  profileLanguage(): Language;
  hints(): Promise<readonly string[]>;
  speak(client: Client, answer: SpokenAnswer): AnswerSpeaker | undefined;
  report(captureId: string, report: CaptureReport): void;
  /** Keeps what the name is tuned to. */
  keepTuning(tuning: WakeTuning): Promise<void>;
}

export interface OpenedCapture {
  readonly captureId: string;
  readonly conversationId: string;
  readonly sampleRateHz: number;
  readonly mode: CaptureMode;
}

/** What the model gives to other words nearly always stays under this. */
const leastNameScore = 0.2;
/** A window keeps the sound of a broken line for so long. */
const absenceMs = 30_000;

interface Listening {
  /** Stays when a key is let go and pressed again to answer it. */
  readonly question: OpenQuestion;
  readonly captureId: string;
  readonly capture: VoiceCapture;
}

export class VoiceClients<Client extends { readonly clientId: string }> {
  private readonly ports: VoiceClientsPorts<Client>;
  private readonly listening = new Map<string, Listening>();
  /** What is read to clients whose microphone does not take part. */
  private readonly readings = new Map<string, SpokenText>();
  /** Stops the wait for a client that went away. */
  private readonly absences = new Map<string, () => void>();

  constructor(ports: VoiceClientsPorts<Client>) {
    this.ports = ports;
  }

  /**
   * Opens the microphone of a client; a second time with the same id nothing happens. To begin to speak interrupts what
   * Jarvis says. Throws `speech.bad-audio` for a rate that no window sends.
   */
  start(client: Client, opened: OpenedCapture): void {
    const before = this.listening.get(client.clientId);
    if (before?.captureId === opened.captureId) return;
    if (opened.sampleRateHz !== captureSampleRateHz)
      throw new JarvisError('speech.bad-audio', { detail: `${opened.sampleRateHz} Hz` });
    this.stopReading(client.clientId);
    const after = before?.capture.interrupt() ?? Promise.resolve();
    before?.capture.close();
    const { captureId, mode, conversationId } = opened;
    const question = before?.question ?? {};
    const { turns, speak, report, ...ports } = this.ports;
    const capture = new VoiceCapture(
      {
        ...ports,
        prepare: (input, listener) => turns().prepare(input, listener),
        soon: conversationId => turns().soon(conversationId),
        stop: turnId => turns().stop(turnId),
        spoken: (turnId, times) => turns().spoken(turnId, times),
        keepHeard: (turnId, length) => turns().keepHeard(turnId, length),
        speak: answer => speak(client, answer),
        report: what => report(captureId, what),
      },
      { mode, conversationId, after, question },
    );
    this.listening.set(client.clientId, { captureId, capture, question });
  }

  /** Frames of a client without an open microphone are left out. */
  frame(
    clientId: string,
    frame: { sequence: number; sampleRateHz: number; samples: Int16Array; at?: SpokenPosition },
  ): void {
    if (frame.sampleRateHz === captureSampleRateHz) this.listening.get(clientId)?.capture.frame(frame);
  }

  moveTo(captureId: string, conversationId: string): void {
    this.find(captureId)?.moveTo(conversationId);
  }

  /** As `VoiceCapture.finish`; throws `speech.nothing-heard` for an unknown capture. */
  async finish(captureId: string, lastSequence: number): Promise<FinishedSpeech> {
    const capture = this.find(captureId);
    if (capture === undefined) throw new JarvisError('speech.nothing-heard');
    return capture.finish(lastSequence);
  }

  cancel(captureId: string): void {
    this.find(captureId)?.close();
  }

  drop(captureId: string): void {
    this.find(captureId)?.drop();
  }

  /** The last wake was none: be less ready, and wait for the name again. */
  async notMe(clientId: string): Promise<void> {
    this.listening.get(clientId)?.capture.rest();
    await this.ports.keepTuning(withFalseWake(this.ports.preferences().wakeTuning));
  }

  /** Ends a recording of the name. Throws `speech.nothing-heard` when nothing like it was said. */
  async tuned(
    captureId: string,
    lastSequence: number,
  ): Promise<{ recordings: number; isDone: boolean; score: number }> {
    const score = (await this.find(captureId)?.nameScore(lastSequence)) ?? 0;
    if (score < leastNameScore) throw new JarvisError('speech.nothing-heard');
    const tuning = withRecording(this.ports.preferences().wakeTuning, score);
    await this.ports.keepTuning(tuning);
    return { recordings: tuning.scores.length, isDone: isTuned(tuning), score };
  }

  untune(): Promise<void> {
    return this.ports.keepTuning(untuned);
  }

  heard(clientId: string, turnId: string, playedMs: number, isWhole: boolean): void {
    this.listening.get(clientId)?.capture.heard(turnId, playedMs, isWhole);
    const reading = this.readings.get(clientId);
    if (isWhole && reading?.id === turnId) reading.heard();
  }

  hush(clientId: string): void {
    this.stopReading(clientId);
    this.listening.get(clientId)?.capture.hush();
  }

  /** Reads a text to this client in place of what it hears now; an open microphone takes part, so that one can speak over it. */
  read(client: Client, input: SpokenTextInput): void {
    this.hush(client.clientId);
    const { capture } = this.listening.get(client.clientId) ?? {};
    if (capture?.read(input) === true) return;
    const ports = { speak: (answer: SpokenAnswer) => this.ports.speak(client, answer) };
    const reading = new SpokenText(ports, input, {
      onSound: () => undefined,
      onSpoken: () => undefined,
      onEnded: () => {
        if (this.readings.get(client.clientId) === reading) this.readings.delete(client.clientId);
      },
    });
    this.readings.set(client.clientId, reading);
    reading.begin();
  }

  private stopReading(clientId: string): void {
    const reading = this.readings.get(clientId);
    this.readings.delete(clientId);
    reading?.stop();
  }

  /** The client's line broke. It may come back in the middle of a sentence; after a while it is given up. */
  gone(clientId: string): void {
    const listening = this.listening.get(clientId);
    if (listening === undefined) {
      this.stopReading(clientId);
      return;
    }
    const frames = listening.capture.heardFrames;
    this.absences.get(clientId)?.();
    const stopWaiting = this.ports.clock.after(absenceMs, () => {
      this.absences.delete(clientId);
      const isBack = this.listening.get(clientId) !== listening || listening.capture.heardFrames > frames;
      if (!isBack) this.giveUp(clientId);
    });
    this.absences.set(clientId, stopWaiting);
  }

  /** Gives up every microphone and every spoken answer. */
  forget(): void {
    // A wait that went on would keep the program from ending.
    for (const stopWaiting of this.absences.values()) stopWaiting();
    this.absences.clear();
    for (const clientId of [...this.listening.keys(), ...this.readings.keys()]) this.giveUp(clientId);
  }

  private giveUp(clientId: string): void {
    const { capture } = this.listening.get(clientId) ?? {};
    this.listening.delete(clientId);
    this.stopReading(clientId);
    capture?.hush();
    capture?.close();
  }

  private find(captureId: string): VoiceCapture | undefined {
    for (const listening of this.listening.values()) {
      if (listening.captureId === captureId) return listening.capture;
    }
    return undefined;
  }
}
