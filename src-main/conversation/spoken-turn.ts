/** One spoken turn, from words that may still change to the last sound of its answer. */
import type { Message } from '../domain/conversation.ts';
import type { Language } from '../domain/language.ts';
import type { Clock } from '../ports/clock.ts';
import type { AnswerSpeaker } from './answer-speaker.ts';
import type { AskInput, DraftTurn, TurnListener } from './turn-ports.ts';
import type { SpeechTimes } from './turn-times.ts';

export interface SpokenTurnPorts {
  readonly clock: Clock;
  /** What was measured while the words of a turn were spoken. */
  spoken(turnId: string, times: SpeechTimes): void;
  prepare(input: AskInput, listener: TurnListener): DraftTurn;
  stop(turnId: string): Promise<void>;
  /** Of the answer only the first `length` UTF-16 units were heard. */
  keepHeard(turnId: string, length: number): Promise<void>;
  /** A voice for the answer, which waits for its release; undefined when answers are not spoken. */
  speak(turn: {
    turnId: string;
    language: Language;
    /** It was asked for: also where answers are not spoken. Its words stand from here on in the text that is shown. */
    reads?: { readonly textOffset: number };
    onStarted(): void;
    /** Words as the voice is given them, when their sound goes out. */
    onSpoken(text: string): void;
    onEnded(): void;
  }): AnswerSpeaker | undefined;
}

export interface SpokenTurnListener {
  /** The first sound of the answer is on its way. */
  onSound(): void;
  onSpoken(text: string): void;
}

export interface SpokenTurnInput {
  readonly turnId: string;
  readonly conversationId: string;
  readonly text: string;
  readonly language: Language;
  /** The user message that these words replace. */
  readonly edits?: string;
}

/** When a model takes longer than this to its first sound, the words are accepted without it. */
const longestPreparationMs = 4_000;
/** A window that was told to be silent says at once how much it had played. */
const heardLimitMs = 400;

export class SpokenTurn {
  readonly input: SpokenTurnInput;
  /** Settles when the answer was heard to its end, was stopped, or came to nothing; never rejects. */
  readonly over: Promise<void>;
  /** The stored message of the user's words, once they are accepted. */
  messageId: string | undefined;
  private readonly ports: SpokenTurnPorts;
  private readonly listener: SpokenTurnListener;
  private readonly drafting: Promise<DraftTurn | undefined>;
  private speaker: AnswerSpeaker | undefined;
  private isDiscarded = false;
  private isCommitted = false;
  private sounds = false;
  private end = (): void => undefined;
  private tellPlayed: (playedMs: number) => void = () => undefined;
  /** A window that is silenced by its own key says so before anybody asks. */
  private toldMs: number | undefined;

  /** @param after what must be over before an answer can be prepared. */
  constructor(
    ports: SpokenTurnPorts,
    input: SpokenTurnInput,
    after: Promise<unknown>,
    listener: SpokenTurnListener,
  ) {
    this.ports = ports;
    this.input = input;
    this.listener = listener;
    this.over = new Promise(resolve => {
      this.end = resolve;
    });
    this.drafting = after.then(() => this.prepare());
    // Its error is met in `commit`, where somebody waits for the answer.
    this.drafting.catch(() => undefined);
  }

  /** Whether sound of the answer went out. */
  get isHeard(): boolean {
    return this.sounds;
  }

  get isAccepted(): boolean {
    return this.isCommitted;
  }

  /** Of the skill that will answer, where one will. */
  async intent(): Promise<string | undefined> {
    const draft = await this.drafting;
    await draft?.decided;
    return draft?.intent;
  }

  /** Level of the answer's sound at that moment, in decibels below full scale. */
  levelDbAt(playedMs: number): number {
    return this.speaker?.timeline.levelDbAt(playedMs) ?? -100;
  }

  /**
   * Accepts the words once the answer can be heard, or will not be for long; then lets its sound out. Resolves when the
   * words are on disk. Throws what `Turns.ask` throws; false when the turn was discarded meanwhile.
   */
  async commit(): Promise<boolean> {
    try {
      const draft = await this.drafting;
      if ((await draft?.decided) === 'model') await this.preparation();
      if (draft === undefined || this.isDiscarded) return false;
      this.isCommitted = true;
      const { messageId } = await draft.commit();
      this.messageId = messageId;
      if (this.speaker === undefined) this.end();
      else this.speaker.release();
      return true;
    } catch (error) {
      this.speaker?.stop();
      this.end();
      throw error;
    }
  }

  /** The words were not the last ones: nothing of this turn stays that was not accepted yet. */
  discard(): void {
    this.isDiscarded = true;
    this.speaker?.stop();
    this.drafting.then(
      draft => draft?.discard(),
      () => undefined,
    );
    this.end();
  }

  /** Stops an accepted turn whose answer nobody heard. */
  async withdraw(): Promise<void> {
    this.discard();
    await this.ports.stop(this.input.turnId);
  }

  pause(): void {
    this.speaker?.pause();
  }

  resume(): void {
    this.speaker?.resume();
  }

  /** The window's account of how far it played: at the end, or after it was told to stop. */
  heard(playedMs: number, isWhole: boolean): void {
    this.toldMs = playedMs;
    this.tellPlayed(playedMs);
    if (isWhole) this.speaker?.heard();
  }

  /** Silence; the written answer goes on. */
  hush(): void {
    this.speaker?.stop();
  }

  /** Silence, and of the answer only what was heard remains. `playedMs`: where the sound was, if no window tells better. */
  async interrupt(playedMs: number | undefined): Promise<void> {
    const { speaker } = this;
    if (speaker === undefined || !this.sounds) {
      if (this.isCommitted) await this.withdraw();
      else this.discard();
      return;
    }
    speaker.stop();
    const told = await this.playedOf(playedMs);
    if (told !== undefined) await this.ports.keepHeard(this.input.turnId, speaker.timeline.heardUntil(told));
  }

  private prepare(): DraftTurn | undefined {
    if (this.isDiscarded) return undefined;
    this.makeSpeaker();
    const { turnId, conversationId, text, edits } = this.input;
    return this.ports.prepare(
      { turnId, conversationId, text, origin: 'spoken', ...(edits !== undefined && { edits }) },
      {
        words: words => this.speaker?.words(words),
        restarted: () => {
          this.speaker?.stop();
          this.makeSpeaker();
          if (this.isCommitted) this.speaker?.release();
        },
        // A short answer has no sentence that is surely over before its end.
        whole: () => this.speaker?.ended(),
        ended: answer => this.answered(answer),
      },
    );
  }

  private makeSpeaker(): void {
    const { turnId, language } = this.input;
    const speaker = this.ports.speak({
      turnId,
      language,
      onStarted: () => {
        this.sounds = true;
        this.listener.onSound();
      },
      onSpoken: text => this.listener.onSpoken(text),
      onEnded: () => {
        // One that was replaced ends as well.
        if (this.speaker === speaker) this.end();
      },
    });
    this.speaker = speaker;
  }

  private answered(answer: Message | undefined): void {
    const { speaker } = this;
    if (speaker === undefined) return;
    if (answer === undefined || answer.status === 'stopped') {
      speaker.stop();
      return;
    }
    // Who cannot see the screen hears what went wrong.
    if (answer.status === 'failed' && answer.error) speaker.words(`\n\n${answer.error.message}`);
    speaker.ended();
  }

  private preparation(): Promise<unknown> {
    if (this.speaker === undefined) return Promise.resolve();
    return Promise.race([this.speaker.ready, this.over, this.after(longestPreparationMs)]);
  }

  private async playedOf(fallbackMs: number | undefined): Promise<number | undefined> {
    if (this.toldMs !== undefined) return this.toldMs;
    const told = new Promise<number>(resolve => {
      this.tellPlayed = resolve;
    });
    return (await Promise.race([told, this.after(heardLimitMs)])) ?? fallbackMs;
  }

  private after(delayMs: number): Promise<undefined> {
    return new Promise(resolve => {
      this.ports.clock.after(delayMs, () => resolve(undefined));
    });
  }
}
