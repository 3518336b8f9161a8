/** When the parts of a turn happened, counted from its zero. What was not measured is absent. */

/** Milliseconds after the zero, before it with a minus. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface TurnTimeline {
  /** What the zero is: the end of the person's speech, or the moment at which written words arrived. */
  readonly zero: 'speech-end' | 'asked';
  readonly speech?: TimeSpan;
  /** From the sound that was recognised to its words. */
  readonly recognition?: TimeSpan;
  /** The silence was long enough: the turn was over. */
  readonly turnEndMs?: number;
  readonly recall?: TimeSpan;
  /** First words of the answer. */
  readonly firstWordMs?: number;
  /** First sound that left the loudspeaker. */
  readonly firstSoundMs?: number;
  /** Last words of the answer. */
  readonly wholeMs?: number;
  /** Of the model, from its first words to its last. */
  readonly tokensPerSecond?: number;
}
