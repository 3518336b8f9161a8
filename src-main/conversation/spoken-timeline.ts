/** Where each word of a spoken answer lies in its sound and in its text, and how loud that sound is. */
import type { SpeechChunk } from '../domain/audio.ts';
import { rms } from './sound-joins.ts';

/** A word as it is said, and the place in the answer's text that it stands for, in UTF-16 units. */
export interface WordPlace {
  readonly spokenFrom: number;
  readonly spokenTo: number;
  readonly from: number;
  readonly to: number;
}

export interface TimedWord {
  readonly from: number;
  readonly to: number;
  /** In the sound of the whole answer. */
  readonly atMs: number;
}

const levelStepMs = 20;
const silenceDb = -100;

export class SpokenTimeline {
  private readonly ends: { readonly heardAtMs: number; readonly to: number }[] = [];
  private readonly levels: number[] = [];
  private lengthMs = 0;

  /** Length of the sound so far, pauses included. */
  get endMs(): number {
    return this.lengthMs;
  }

  /**
   * Appends a piece. Engines do not tell when they say which word, so its time is shared out by the length of the words
   * as they are spoken. @returns its words.
   */
  add(sound: SpeechChunk, spokenLength: number, words: readonly WordPlace[]): readonly TimedWord[] {
    const durationMs = (sound.samples.length / sound.sampleRateHz) * 1000;
    const timeAt = (at: number): number => this.lengthMs + (durationMs * at) / Math.max(1, spokenLength);
    const timed = words.map(({ spokenFrom, from, to }) => ({ from, to, atMs: timeAt(spokenFrom) }));
    for (const { spokenFrom, spokenTo, to } of words) {
      this.ends.push({ heardAtMs: timeAt((spokenFrom + spokenTo) / 2), to });
    }
    this.addLevels(sound);
    this.lengthMs += durationMs;
    return timed;
  }

  addPause(durationMs: number): void {
    this.lengthMs += durationMs;
  }

  /** Where in the answer's text the last word ends that was heard for the better part; 0 before the first. */
  heardUntil(playedMs: number): number {
    let to = 0;
    for (const end of this.ends) if (end.heardAtMs <= playedMs) to = Math.max(to, end.to);
    return to;
  }

  /** Level of the sound at that moment, in decibels below full scale; -100 in pauses and beyond the end. */
  levelDbAt(playedMs: number): number {
    return this.levels[Math.floor(playedMs / levelStepMs)] ?? silenceDb;
  }

  private addLevels({ samples, sampleRateHz }: SpeechChunk): void {
    const first = Math.round(this.lengthMs / levelStepMs);
    while (this.levels.length < first) this.levels.push(silenceDb);
    const step = Math.round((sampleRateHz * levelStepMs) / 1000);
    for (let from = 0; from < samples.length; from += step) {
      const level = rms(samples.subarray(from, from + step)) / 32_768;
      this.levels.push(Math.max(silenceDb, 20 * Math.log10(level)));
    }
  }
}
