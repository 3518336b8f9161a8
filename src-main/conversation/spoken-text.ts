/** A text that is said outside of any turn: a question about what was understood, or what stands on the screen already. */
import type { Language } from '../domain/language.ts';
import type { AnswerSpeaker } from './answer-speaker.ts';
import type { SpokenTurnListener, SpokenTurnPorts } from './spoken-turn.ts';

export interface SpokenTextInput {
  /** Under which its sound goes out. */
  readonly id: string;
  /** Markdown. */
  readonly text: string;
  readonly language: Language;
  /** Of what was asked to be read: where `text` begins in the text that is shown, in UTF-16 units. */
  readonly textOffset?: number;
}

/** What is cut into sentences at once, in UTF-16 units, so that nobody waits for the cutting of a long text. */
const stepLength = 4_000;

export class SpokenText {
  readonly id: string;
  private readonly text: string;
  private readonly speaker: AnswerSpeaker | undefined;
  private readonly onEnded: () => void;

  constructor(
    { speak }: Pick<SpokenTurnPorts, 'speak'>,
    { id, text, language, textOffset }: SpokenTextInput,
    listener: SpokenTurnListener & { onEnded(): void },
  ) {
    this.id = id;
    this.text = text;
    this.onEnded = () => listener.onEnded();
    this.speaker = speak({
      turnId: id,
      language,
      ...(textOffset !== undefined && { reads: { textOffset } }),
      onStarted: () => listener.onSound(),
      onSpoken: spoken => listener.onSpoken(spoken),
      onEnded: this.onEnded,
    });
  }

  /** Says it; where there is no voice for it it is over at once. */
  begin(): void {
    const { speaker, text } = this;
    if (speaker === undefined) {
      this.onEnded();
      return;
    }
    for (let at = 0; at < text.length; at += stepLength) speaker.words(text.slice(at, at + stepLength));
    speaker.ended();
    speaker.release();
  }

  pause(): void {
    this.speaker?.pause();
  }

  resume(): void {
    this.speaker?.resume();
  }

  stop(): void {
    this.speaker?.stop();
  }

  heard(): void {
    this.speaker?.heard();
  }
}
