/** A voice that falls and fades sounds finished, one that is held does not; silence and noise say nothing. */
import { describe, expect, test } from 'vitest';
import { finishedByVoice } from './finished-by-voice.ts';
import { pitchOf } from './pitch.ts';
import { voiceFeatures } from './voice-features.ts';

const rateHz = 16_000;

interface Syllable {
  readonly ms: number;
  readonly fromHz: number;
  readonly toHz: number;
  readonly fromLevel: number;
  readonly toLevel: number;
}

/** Syllables of a voice with overtones, 60 ms of near silence between them, and the beginning of a pause. */
function spoken(syllables: readonly Syllable[], pauseMs = 220): Int16Array {
  const sound: number[] = [];
  let phase = 0;
  for (const { ms, fromHz, toHz, fromLevel, toLevel } of syllables) {
    const count = (ms * rateHz) / 1000;
    for (let i = 0; i < count; i += 1) {
      const share = i / count;
      phase += (2 * Math.PI * (fromHz + (toHz - fromHz) * share)) / rateHz;
      const wave = Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.25 * Math.sin(3 * phase);
      const edge = Math.min(1, i / 160, (count - i) / 160);
      sound.push(edge * (fromLevel + (toLevel - fromLevel) * share) * 9000 * wave);
    }
    sound.push(...new Array<number>((60 * rateHz) / 1000).fill(0));
  }
  sound.push(...new Array<number>(((pauseMs - 60) * rateHz) / 1000).fill(0));
  return Int16Array.from(sound, Math.round);
}

const even: Syllable = { ms: 160, fromHz: 190, toHz: 190, fromLevel: 1, toLevel: 1 };
const sentence = [even, even, even, even, even];
const falling: Syllable = { ms: 320, fromHz: 170, toHz: 110, fromLevel: 0.5, toLevel: 0.05 };
const held: Syllable = { ms: 160, fromHz: 190, toHz: 200, fromLevel: 1.2, toLevel: 1.2 };

describe('pitch', () => {
  test.each([80, 120, 220, 330])('%d Hz is found within half a semitone', hz => {
    const found = pitchOf(spoken([{ ...even, ms: 400, fromHz: hz, toHz: hz }]))[15];
    expect(found).toBeDefined();
    expect(Math.abs((found ?? 0) - 12 * Math.log2(hz / 55))).toBeLessThan(0.5);
  });

  test('silence has none', () => {
    expect(pitchOf(new Int16Array(rateHz)).every(pitch => pitch === undefined)).toBe(true);
  });
});

describe('the end of a voice', () => {
  test('a fall that fades sounds more finished than a voice that is held', () => {
    const end = finishedByVoice(spoken([...sentence, falling]));
    const pause = finishedByVoice(spoken([...sentence, held]));
    expect(end).toBeGreaterThan(0.5);
    expect(pause).toBeLessThan(0.5);
  });

  test('is the same however loud it is', () => {
    const sound = spoken([...sentence, falling]);
    const soft = sound.map(sample => Math.round(sample / 8));
    expect(finishedByVoice(soft)).toBeCloseTo(finishedByVoice(sound) ?? 0, 1);
  });

  test('does not hang on how much of the pause was heard', () => {
    const [short, long] = [180, 300].map(pauseMs => finishedByVoice(spoken([...sentence, falling], pauseMs)));
    expect(short).toBeCloseTo(long ?? 0, 1);
  });

  test.each([
    ['nothing', new Int16Array(0)],
    ['silence', new Int16Array(rateHz)],
    ['a click', spoken([{ ...even, ms: 40 }])],
  ])('%s says nothing', (_, sound) => {
    expect(voiceFeatures(sound)).toBeUndefined();
  });
});
