/** A sentence that Jarvis says outside of any turn, such as a question about what was understood. */
import { newId } from '../domain/id.ts';
import type { Language } from '../domain/language.ts';
import type { AnswerSpeaker } from './answer-speaker.ts';
import type { SpokenTurnListener, SpokenTurnPorts } from './spoken-turn.ts';

export class SpokenRemark {
  /** Under which its sound goes out. */
  readonly turnId = newId();
  private readonly text: string;
  private readonly speaker: AnswerSpeaker | undefined;
  private readonly onEnded: () => void;

  constructor(
    ports: Pick<SpokenTurnPorts, 'speak'>,
    text: string,
    language: Language,
    listener: SpokenTurnListener & { onEnded(): void },
  ) {
    this.text = text;
    this.onEnded = () => listener.onEnded();
    this.speaker = ports.speak({
      turnId: this.turnId,
      language,
      onStarted: () => listener.onSound(),
      onSpoken: spoken => listener.onSpoken(spoken),
      onEnded: this.onEnded,
    });
  }

  /** Says it; where answers are not spoken it is over at once. */
  begin(): void {
    if (this.speaker === undefined) {
      this.onEnded();
      return;
    }
    this.speaker.words(this.text);
    this.speaker.ended();
    this.speaker.release();
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
