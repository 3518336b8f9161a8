/** The moments of one answer on its way, on the monotonic clock, and what becomes of them when they are told. */
import type { TimeSpan, TurnTimeline } from '../domain/turn-timeline.ts';
import type { Clock } from '../ports/clock.ts';
import type { AnswerPart } from './answer-part.ts';

type Now = Pick<Clock, 'monotonicMs'>;

/** What was measured while the person spoke, in milliseconds of the monotonic clock. */
export interface SpeechTimes {
  readonly speech: TimeSpan;
  readonly recognition?: TimeSpan;
  readonly turnEndedAtMs: number;
}

export class TurnTimes {
  readonly askedAtMs: number;
  private readonly clock: Now;
  private recall: TimeSpan | undefined;
  private firstWordAtMs: number | undefined;
  private lastWordAtMs: number | undefined;
  private answerTokens: number | undefined;

  constructor(clock: Now) {
    this.clock = clock;
    this.askedAtMs = clock.monotonicMs();
  }

  /** Measures a recall; one that is asked again, and known by then, changes nothing. */
  async recalling<T>(recall: () => Promise<T>): Promise<T> {
    const fromMs = this.clock.monotonicMs();
    const found = await recall();
    if (found !== undefined) this.recall ??= { fromMs, toMs: this.clock.monotonicMs() };
    return found;
  }

  /** The parts as they are, each at its moment. */
  async *watching(parts: AsyncIterable<AnswerPart>): AsyncGenerator<AnswerPart> {
    for await (const part of parts) {
      if (part.kind === 'text' && part.text !== '') {
        this.lastWordAtMs = this.clock.monotonicMs();
        this.firstWordAtMs ??= this.lastWordAtMs;
      } else if (part.kind === 'finished') this.answerTokens = part.usage?.answerTokens;
      yield part;
    }
  }

  timeline(more: { readonly spoken?: SpeechTimes; readonly firstSoundAtMs?: number } = {}): TurnTimeline {
    const { spoken, firstSoundAtMs } = more;
    const zeroAtMs = spoken?.speech.toMs ?? this.askedAtMs;
    const after = (atMs: number): number => Math.round(atMs - zeroAtMs);
    const span = ({ fromMs, toMs }: TimeSpan): TimeSpan => ({ fromMs: after(fromMs), toMs: after(toMs) });
    const tokensPerSecond = this.tokensPerSecond();
    return {
      zero: spoken === undefined ? 'asked' : 'speech-end',
      ...(spoken && { speech: span(spoken.speech), turnEndMs: after(spoken.turnEndedAtMs) }),
      ...(spoken?.recognition && { recognition: span(spoken.recognition) }),
      ...(this.recall && { recall: span(this.recall) }),
      ...(this.firstWordAtMs !== undefined && { firstWordMs: after(this.firstWordAtMs) }),
      ...(firstSoundAtMs !== undefined && { firstSoundMs: after(firstSoundAtMs) }),
      ...(this.lastWordAtMs !== undefined && { wholeMs: after(this.lastWordAtMs) }),
      ...(tokensPerSecond !== undefined && { tokensPerSecond }),
    };
  }

  /** From the first words to the last: the tokens after the first, which take that time. */
  private tokensPerSecond(): number | undefined {
    const { answerTokens, firstWordAtMs, lastWordAtMs } = this;
    if (answerTokens === undefined || firstWordAtMs === undefined || lastWordAtMs === undefined)
      return undefined;
    const seconds = (lastWordAtMs - firstWordAtMs) / 1000;
    if (answerTokens < 2 || seconds <= 0) return undefined;
    return Math.round(((answerTokens - 1) / seconds) * 10) / 10;
  }
}
