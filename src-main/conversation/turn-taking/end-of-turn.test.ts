/** What a speaker notices of the end of a turn: how long Jarvis waits, and that a pause to think costs nothing. */
import { describe, expect, test } from 'vitest';
import { createTurnTaking, type TurnTakingOptions } from './create-turn-taking.ts';
import { SpeakerPace } from './speaker-pace.ts';
import { TurnScript } from './turn-script-fixture.ts';

const listen = (options: Partial<TurnTakingOptions> = {}): TurnScript =>
  new TurnScript(
    createTurnTaking({ profileLanguages: ['en', 'fr'], mode: 'always', bargeIn: true, ...options }),
  );

/** Says a sentence and pauses for 224 ms, at which it is recognised. */
function say(script: TurnScript, text: string, language: 'fr' | 'en' = 'en'): void {
  script.speech(800);
  script.silence(224);
  script.words(text, language);
}

describe('the end of a turn', () => {
  test('a finished sentence ends about 300 ms after the last word', () => {
    const script = listen();
    script.silence(500);
    expect(script.speech(800)).toEqual(['speech-started']);
    expect(script.silence(224)).toEqual(['recognise']);
    expect(script.words('What time is it?')).toEqual(['prepare "What time is it?"']);
    expect(script.silence(32)).toEqual([]);
    expect(script.silence(32)).toEqual(['turn-ended "What time is it?"']);
  });

  test('an unfinished one waits up to 1,500 ms', () => {
    const script = listen();
    say(script, 'Set a timer for five');
    expect(script.silence(1240)).toEqual([]);
    expect(script.silence(64)).toEqual(['turn-ended "Set a timer for five"']);
  });

  test.each([
    ['Remind me to', 'en'],
    ['I would like, um', 'en'],
    ['Rappelle-moi de', 'fr'],
    ['Mets du lait et', 'fr'],
  ] as const)('after words that cannot stand last there are 2,000 ms: "%s"', (text, language) => {
    const script = listen();
    say(script, text, language);
    expect(script.silence(1720)).toEqual([]);
    expect(script.silence(96)).toEqual([`turn-ended "${text}"`]);
  });

  test('the words that come late end the turn as soon as they come', () => {
    const script = listen();
    script.speech(800);
    expect(script.silence(900)).toEqual(['recognise']);
    expect(script.words('What time is it?')).toEqual([
      'prepare "What time is it?"',
      'turn-ended "What time is it?"',
    ]);
  });

  test('who goes on before the end is heard from the first word', () => {
    const script = listen();
    say(script, 'Remind me to');
    script.silence(600);
    expect(script.speech(600)).toEqual(['revise']);
    expect(script.silence(224)).toEqual(['recognise']);
    const [first, second] = script.actions.filter(action => action.kind === 'recognise');
    expect(second?.fromMs).toBe(first?.fromMs);
    script.words('Remind me to call Anna.');
    expect(script.silence(200)).toEqual(['turn-ended "Remind me to call Anna."']);
  });

  test('words of a pause that is over are worthless', () => {
    const script = listen();
    script.speech(800);
    script.silence(224);
    const late = script.lastId;
    script.speech(600);
    expect(script.push({ kind: 'transcript', id: late, text: 'What time is it?' })).toEqual([]);
    expect(script.silence(224)).toEqual(['recognise']);
  });

  test('a turn that ended is revised until it is forgotten', () => {
    const script = listen();
    say(script, 'What time is it?');
    script.silence(100);
    expect(script.speech(500)).toEqual(['revise']);
    expect(script.silence(224)).toEqual(['recognise']);
    script.words('What time is it in Tokyo?');
    expect(script.silence(200)).toEqual(['turn-ended "What time is it in Tokyo?"']);
    script.taking.reset(script.nowMs);
    expect(script.speech(500)).toEqual(['speech-started']);
  });

  test('breath, and noise without words, are nothing said', () => {
    const script = listen();
    expect(script.span(64, { probability: 0.8 })).toEqual([]);
    script.silence(300);
    script.speech(200);
    script.silence(224);
    expect(script.words('')).toEqual([]);
    expect(script.silence(500)).toEqual(['nothing-said']);
    expect(script.speech(300)).toEqual(['speech-started']);
  });

  test('after a minute the turn ends, and a new one needs to be begun', () => {
    const script = listen();
    const deeds = script.speech(59_000);
    expect(deeds).toEqual(['speech-started', 'recognise']);
    expect(script.words('a long story')).toEqual(['prepare "a long story"', 'turn-ended "a long story"']);
    expect(script.speech(2000)).toEqual([]);
  });

  test('the first syllable is in the sound, but nothing that was forgotten', () => {
    const script = listen();
    script.silence(1000);
    script.taking.reset(script.nowMs - 100);
    const beganMs = script.nowMs;
    say(script, 'Stop');
    expect(script.actions.find(action => action.kind === 'recognise')).toMatchObject({
      fromMs: beganMs - 100,
    });
  });

  test('language and confidence of the recogniser come with the words', () => {
    const script = listen();
    script.speech(800);
    script.silence(224);
    script.words('Quelle heure est-il ?', 'fr', 0.83);
    script.silence(200);
    expect(script.actions.at(-1)).toMatchObject({ kind: 'turn-ended', language: 'fr', confidence: 0.83 });
  });

  test('without the recogniser`s language the words tell it', () => {
    const script = listen();
    script.speech(800);
    script.silence(224);
    script.push({ kind: 'transcript', id: script.lastId, text: 'Quelle heure est-il ?' });
    expect(script.actions.at(-1)).toMatchObject({ kind: 'prepare', language: 'fr' });
  });

  test.each([
    ['complete words, a voice that has finished', 'What time is it?', 0.7, 160, 'turn-ended'],
    ['a statement in a voice that has finished', 'Turn on the light', 0.85, 350, 'turn-ended'],
  ])('%s: the turn ends soon', (_, text, probability, silenceMs, ended) => {
    const script = listen();
    say(script, text);
    script.push({ kind: 'ending', id: script.lastId, probability });
    expect(script.silence(silenceMs).at(-1)).toContain(ended);
  });

  test('complete words in a voice that goes on are given time', () => {
    const script = listen();
    say(script, 'Turn on the light');
    script.push({ kind: 'ending', id: script.lastId, probability: 0.15 });
    expect(script.silence(900)).toEqual([]);
    expect(script.silence(500)).toEqual(['turn-ended "Turn on the light"']);
  });

  test('no voice makes unfinished words whole', () => {
    const script = listen();
    say(script, 'I think that');
    script.push({ kind: 'ending', id: script.lastId, probability: 0.9 });
    expect(script.silence(1000)).toEqual([]);
  });

  test('the voice that comes before its words ends nothing with those of an earlier pause', () => {
    const script = listen();
    say(script, 'Turn on the light');
    script.span(32, { probability: 0.4 });
    script.silence(224);
    script.push({ kind: 'ending', id: script.lastId, probability: 0.9 });
    expect(script.actions.at(-1)?.kind).not.toBe('turn-ended');
  });
});

describe('a speaker who pauses long', () => {
  const text = 'Turn on the light';

  /** Says the sentence in a voice that is not sure, and waits until the turn ends. */
  function silenceUntilEnd(script: TurnScript): number {
    say(script, text);
    script.push({ kind: 'ending', id: script.lastId, probability: 0.52 });
    for (let ms = 224; ms < 3000; ms += 32) {
      if (script.actions.at(-1)?.kind === 'turn-ended') return ms;
      script.silence(32);
    }
    return Number.POSITIVE_INFINITY;
  }

  function pausesOf(script: TurnScript, pauseMs: number): void {
    for (let pause = 0; pause < 5; pause += 1) {
      say(script, 'Remind me to');
      script.silence(pauseMs - 224);
    }
    script.speech(300);
    script.taking.reset(script.nowMs);
  }

  test('is given more time where it is not clear that they have finished', () => {
    const [usual, slow] = [listen(), listen()];
    pausesOf(slow, 1200);
    expect(silenceUntilEnd(usual)).toBeLessThan(700);
    const waitMs = silenceUntilEnd(slow);
    expect(waitMs).toBeGreaterThanOrEqual(1200);
    expect(waitMs).toBeLessThanOrEqual(1600);
  });

  test('does not wait for what surely is over', () => {
    const script = listen();
    pausesOf(script, 1200);
    say(script, 'What time is it?');
    expect(script.silence(96)).toEqual(['turn-ended "What time is it?"']);
  });

  test('is known in the next capture too, until another person speaks', () => {
    const pace = new SpeakerPace();
    pausesOf(listen({ pace }), 1200);
    expect(silenceUntilEnd(listen({ pace }))).toBeGreaterThanOrEqual(1200);
    pace.forget();
    expect(silenceUntilEnd(listen({ pace }))).toBeLessThan(700);
  });

  test('who was cut off, and talked on over the answer, is given more time as well', () => {
    const script = listen();
    for (let cutOff = 0; cutOff < 4; cutOff += 1) {
      say(script, 'What time is it?');
      script.silence(800);
      script.taking.reset(script.nowMs);
      script.push({ kind: 'output', atMs: script.nowMs, state: 'started' });
      script.speech(1200);
      script.words('in the town of Lyon in France');
      expect(script.actions.at(-1)?.kind).not.toBe('turn-ended');
      script.push({ kind: 'output', atMs: script.nowMs, state: 'ended' });
      script.taking.reset(script.nowMs);
    }
    expect(silenceUntilEnd(script)).toBeGreaterThan(800);
  });
});

describe('a key that is held', () => {
  test('no pause ends the turn, but the answer is prepared', () => {
    const script = listen({ mode: 'hold' });
    say(script, 'What time is it?');
    expect(script.actions.at(-1)?.kind).toBe('prepare');
    expect(script.silence(5000)).toEqual([]);
    expect(script.finish()).toEqual(['turn-ended "What time is it?"']);
  });

  test('released in the middle of speech, all of it is recognised', () => {
    const script = listen({ mode: 'hold' });
    script.speech(900);
    expect(script.finish()).toEqual(['recognise']);
    expect(script.words('Add bread')).toEqual(['prepare "Add bread"', 'turn-ended "Add bread"']);
    expect(script.actions.at(-1)).toMatchObject({ fromMs: 0 });
  });

  test('what was too soft for the detector is recognised all the same; a tap is nothing', () => {
    const whisper = listen({ mode: 'hold' });
    whisper.span(1500, { probability: 0.2 });
    expect(whisper.finish()).toEqual(['recognise']);
    expect(whisper.words('What day is it?')).toContain('turn-ended "What day is it?"');
    const tap = listen({ mode: 'hold' });
    tap.silence(100);
    expect(tap.finish()).toEqual(['nothing-said']);
  });

  test('released after silence alone: nothing said', () => {
    const script = listen({ mode: 'hold' });
    script.silence(2000);
    expect(script.finish()).toEqual(['recognise']);
    expect(script.words('')).toEqual(['nothing-said']);
  });
});

describe('a click that ends the turn', () => {
  test('it does so at once where the words are known', () => {
    const script = listen();
    say(script, 'Remind me to');
    expect(script.finish()).toEqual(['turn-ended "Remind me to"']);
  });

  test('without speech it ends nothing', () => {
    const script = listen();
    script.silence(1000);
    expect(script.finish()).toEqual(['nothing-said']);
  });
});
