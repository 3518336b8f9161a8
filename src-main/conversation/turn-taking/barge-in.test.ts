/** What a speaker notices of barge-in: Jarvis falls silent for words, goes on for assents and noise, and never hears itself. */
import { describe, expect, test } from 'vitest';
import { createTurnTaking, type TurnTakingOptions } from './create-turn-taking.ts';
import { TurnScript } from './turn-script-fixture.ts';

const answer = { outputDb: -20 };
const quietRoom = { levelDb: -65, ...answer };

/** Jarvis has been speaking for two seconds into headphones. */
function speaking(options: Partial<TurnTakingOptions> = {}): TurnScript {
  const script = new TurnScript(
    createTurnTaking({ profileLanguages: ['en', 'fr'], mode: 'always', bargeIn: true, ...options }),
  );
  script.push({ kind: 'output-words', text: 'The tower is three hundred and thirty metres high.' });
  script.output('started');
  script.silence(2000, quietRoom);
  return script;
}

/** The person speaks; from the pause on nothing is played. */
function interrupt(script: TurnScript, lengthMs: number): readonly string[] {
  const deeds = [...script.speech(96, answer)];
  return lengthMs > 96 ? [...deeds, ...script.speech(lengthMs - 96)] : deeds;
}

describe('words across an answer', () => {
  test('it grows softer, then silent, within a fifth of a second; then it is over, and the words are a turn', () => {
    const script = speaking();
    expect(script.speech(64, answer)).toEqual(['duck']);
    expect(script.speech(32, answer)).toEqual(['pause']);
    expect(script.speech(932)).toEqual(['recognise', 'recognise']);
    script.silence(224);
    expect(script.words('No, I meant the other one.')).toEqual([
      'stop',
      'speech-started',
      'prepare "No, I meant the other one."',
    ]);
    expect(script.silence(200)).toEqual(['turn-ended "No, I meant the other one."']);
  });

  test('a whole clause in the middle of speech ends the answer, and the turn goes on', () => {
    const script = speaking();
    interrupt(script, 1100);
    expect(script.words('and how far is')).toEqual(['stop', 'speech-started']);
    expect(script.speech(500)).toEqual([]);
    expect(script.silence(224)).toEqual(['recognise']);
    expect(script.words('And how far is it from here?')).toContain('prepare "And how far is it from here?"');
  });

  test('an order that is heard while its last sound fades silences the answer, and is no turn when it is heard again', () => {
    const script = speaking();
    interrupt(script, 450);
    expect(script.words('Stop.')).toEqual(['stop', 'speech-started']);
    script.silence(224);
    expect(script.words('Stop.')).toEqual([]);
    expect(script.silence(500)).toEqual(['nothing-said']);
  });

  test.each(['mm-hm', "d'accord", 'Oui.', 'OK, super', 'Right.', 'ah bon ?'])(
    '%s interrupts nothing',
    text => {
      const script = speaking();
      interrupt(script, 350);
      expect(script.silence(224)).toEqual(['recognise']);
      expect(script.words(text)).toEqual(['resume']);
      expect(script.silence(3000, quietRoom)).toEqual([]);
    },
  );

  test.each(['Stop.', 'Arrête !', 'tais-toi', 'Attends.', 'hold on', 'Jarvis, stop', 'stop please'])(
    '%s ends the answer and is no turn',
    text => {
      const script = speaking();
      interrupt(script, 300);
      script.silence(224);
      expect(script.words(text)).toEqual(['stop', 'nothing-said']);
      expect(script.silence(3000)).toEqual([]);
    },
  );

  test('an order before more words ends the answer at the first look', () => {
    const script = speaking();
    interrupt(script, 450);
    expect(script.words('stop, play')).toEqual(['stop', 'speech-started']);
    script.speech(600);
    script.silence(224);
    script.words('Stop, play some music instead.');
    expect(script.silence(200)).toEqual(['turn-ended "Stop, play some music instead."']);
  });

  test('a cough or a door pauses for a moment at most', () => {
    const script = speaking();
    expect(script.speech(64, answer)).toEqual(['duck']);
    expect(script.silence(200, quietRoom)).toEqual(['resume']);
    interrupt(script, 200);
    script.silence(224);
    expect(script.words('')).toEqual(['resume']);
  });

  test('noise that goes on without words does not silence the answer for good', () => {
    const script = speaking();
    interrupt(script, 500);
    script.words('');
    script.speech(600);
    script.words('');
    script.speech(1000);
    expect(script.words('')).toEqual(['resume']);
    expect(script.speech(4000, answer)).not.toContain('pause');
  });

  test('words that never come are no interruption', () => {
    const script = speaking();
    interrupt(script, 300);
    expect(script.silence(2600)).toEqual(['recognise', 'resume']);
  });

  test('where barge-in is off nothing happens', () => {
    const script = speaking({ bargeIn: false });
    expect(script.speech(2000, answer)).toEqual([]);
  });

  test('what is said across the last word becomes a turn when the answer is over', () => {
    const script = speaking();
    script.speech(64, answer);
    expect(script.output('ended')).toEqual(['speech-started']);
    script.speech(400);
    script.silence(224);
    expect(script.words('Thank you. What time is it?')).toContain('prepare "Thank you. What time is it?"');
  });

  test('an assent is the answer where Jarvis had asked', () => {
    const script = speaking();
    script.push({ kind: 'output-words', text: 'Shall I set a timer?' });
    interrupt(script, 300);
    script.silence(224);
    expect(script.words('Yes.')).toEqual(['resume']);
    script.silence(160, quietRoom);
    expect(script.output('ended')).toEqual(['speech-started', 'prepare "Yes."', 'turn-ended "Yes."']);
  });
});

test('an answer that is over at once leaves no turn without sound', () => {
  const script = new TurnScript(createTurnTaking({ profileLanguages: ['en'], mode: 'hold', bargeIn: true }));
  script.speech(96);
  script.output('started');
  expect(script.output('ended')).toEqual([]);
  expect(script.finish()).toEqual(['nothing-said']);
});

describe('the own voice', () => {
  const echo = (gainDb: number) => ({ levelDb: -20 + gainDb, ...answer });

  test.each([-40, -20, -10, 0])('echo at %i dB never stops the answer', gainDb => {
    const script = new TurnScript(
      createTurnTaking({ profileLanguages: ['en'], mode: 'always', bargeIn: true }),
    );
    script.output('started');
    expect(script.speech(6000, echo(gainDb))).toEqual([]);
    expect(script.output('ended')).toEqual([]);
    expect(script.silence(1000)).toEqual([]);
  });

  test.each([-40, -20, -10])('through echo at %i dB a louder voice is heard at once', gainDb => {
    const script = new TurnScript(
      createTurnTaking({ profileLanguages: ['en'], mode: 'always', bargeIn: true }),
    );
    script.output('started');
    script.speech(3000, echo(gainDb));
    expect(script.speech(96, { levelDb: -18, ...answer })).toEqual(['duck', 'pause']);
  });

  test('an echo that grew louder pauses once at most, and is learned', () => {
    const script = speaking();
    expect(script.speech(96, echo(-30))).toEqual(['duck', 'pause']);
    script.silence(224);
    expect(script.words('The tower is')).toEqual(['resume']);
    expect(script.speech(8000, echo(-30))).toEqual([]);
    expect(script.output('ended')).toEqual([]);
  });

  /** An echo of -30 dB that suddenly is one of -10 dB, and ends a little after the order to be silent. */
  function suddenlyLouder(): TurnScript {
    const script = new TurnScript(
      createTurnTaking({ profileLanguages: ['en'], mode: 'always', bargeIn: true }),
    );
    script.output('started');
    script.speech(3000, echo(-30));
    expect(script.speech(96, echo(-10))).toEqual(['duck', 'pause']);
    script.speech(160, echo(-10));
    script.speech(64, { levelDb: -30 });
    expect(script.silence(224)).toEqual(['recognise']);
    return script;
  }

  test('what ends with its voice is that voice, whatever words a recogniser finds in it', () => {
    const script = suddenlyLouder();
    expect(script.words('Remind me to call my sister tomorrow.')).toEqual(['resume']);
  });

  test('after that, words pause it, and a voice that goes on when it is silent ends it', () => {
    const script = suddenlyLouder();
    script.words('Remind me to call my sister tomorrow.');
    script.speech(3000, echo(-10));
    script.silence(320, { ...answer, levelDb: -30 });
    expect(script.speech(450, { levelDb: -10, ...answer })).toEqual(['recognise']);
    expect(script.words('and how far is it')).toEqual(['pause']);
    expect(script.speech(600, { levelDb: -10 })).toEqual(['recognise']);
    expect(script.words('and how far is it from here')).toContain('stop');
  });

  test('an echo that no word is heard in pauses the answer twice at most', () => {
    const script = speaking();
    const pauses = Array.from({ length: 6 }, () => {
      const deeds = [...script.speech(160, echo(-10)), ...script.silence(224)];
      return [
        ...deeds,
        ...(deeds.includes('recognise') ? script.words('') : []),
        ...script.silence(600, quietRoom),
      ];
    }).flat();
    expect(pauses.filter(deed => deed === 'pause').length).toBeLessThanOrEqual(2);
    expect(pauses).not.toContain('stop');
    expect(pauses.filter(deed => deed === 'resume').length).toBeLessThanOrEqual(2);
  });

  test('words that Jarvis said are not taken for a turn after its answer either', () => {
    const script = speaking();
    script.speech(64, answer);
    script.output('ended');
    script.speech(200);
    script.silence(224);
    script.words('three hundred and thirty metres');
    expect(script.silence(1000)).toEqual(['nothing-said']);
  });

  test('who asks about the same words right after the answer is heard', () => {
    const script = speaking();
    script.output('ended');
    script.silence(300);
    script.speech(1400);
    script.silence(224);
    expect(script.words('Three hundred and thirty metres?')).toContain(
      'prepare "Three hundred and thirty metres?"',
    );
  });

  test('its words are cut from the beginning of what the person says', () => {
    const script = speaking();
    interrupt(script, 800);
    script.silence(224);
    expect(script.words('thirty metres high and in feet?')).toContain('prepare "and in feet?"');
  });
});
