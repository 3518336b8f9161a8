/** What sentences are understood as: intents, slots, times; and what must be left to the model. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utcOf } from '../domain/local-time.ts';
import { understand } from './understand.ts';

const zone = 'Europe/Paris';
const at = (iso: string): number => utcOf(Date.parse(`${iso}:00Z`), zone);
const saturdayMorning = at('2026-11-21T10:00');
const read = (text: string, nowMs = saturdayMorning) => understand(text, { nowMs, zone });
const slots = (text: string, nowMs = saturdayMorning) => {
  const { intent, slots } = read(text, nowMs);
  return { intent, ...slots };
};

describe('slots', () => {
  test.each<[string, Record<string, unknown>]>([
    ['Hey Jarvis. Quelle heure est-il ?', { intent: 'time.now' }],
    ['What’s the date tomorrow?', { intent: 'day.ofDate', date: '2026-11-22' }],
    ['Quel jour était le 8 mai 1945 ?', { intent: 'day.ofDate', date: '1945-05-08' }],
    ['il est quelle heure a new york', { intent: 'time.elsewhere', place: 'New York' }],
    ['Combien font quatre-vingt-dix-sept plus trois ?', { intent: 'math', answer: 100 }],
    ['three thousand and five minus 5', { intent: 'math', answer: 3000 }],
    ['0,1 + 0,2', { intent: 'math', answer: 0.3 }],
    ['dix pour cent de trois cent quarante', { intent: 'percent', answer: 34 }],
    ['20 is what percent of 200?', { intent: 'percent', answer: 10 }],
    ['Convert 10 miles to kilometers', { intent: 'units', answer: 16.09344, unit: 'km' }],
    ['100 degrés Fahrenheit en Celsius', { intent: 'units', answer: 37.7777777778, unit: '°C' }],
    ['100 euros en dollars', { intent: 'currency' }],
    ['Set a timer for 10 minutes for the pasta.', { intent: 'timer.set', seconds: 600, label: 'pasta' }],
    ['un minuteur de trois quarts d’heure svp', { intent: 'timer.set', seconds: 2700 }],
    ['supprime le minuteur des pâtes', { intent: 'timer.cancel', label: 'pâtes' }],
    ['How much time is left?', { intent: 'timer.remaining' }],
    ['Quels minuteurs sont en cours ?', { intent: 'timer.list' }],
    [
      'Rappelle-moi d’appeler le dentiste demain',
      { intent: 'reminder.set', when: '2026-11-22T09:00', what: 'appeler le dentiste' },
    ],
    [
      'Remind me at quarter past six in the evening to phone Julie',
      { intent: 'reminder.set', when: '2026-11-21T18:15', what: 'phone Julie' },
    ],
    [
      'Wake me up at 7 tomorrow morning',
      { intent: 'reminder.set', when: '2026-11-22T07:00', what: 'wake up' },
    ],
    [
      'Réveille-moi à 7 heures demain matin',
      { intent: 'reminder.set', when: '2026-11-22T07:00', what: 'réveil' },
    ],
    ['Note : acheter du pain !', { intent: 'note.add', text: 'acheter du pain' }],
    ['Read my notes', { intent: 'note.list' }],
    [
      'Ajoute du lait, des œufs et trois pommes à la liste de courses',
      { intent: 'list.add', list: 'shopping', items: ['lait', 'œufs', 'trois pommes'] },
    ],
    [
      'Take bread and butter off the shopping list',
      { intent: 'list.remove', list: 'shopping', items: ['bread', 'butter'] },
    ],
    ['what do I have on my todo list', { intent: 'list.show', list: 'todo' }],
    ['add toothpaste to the holiday list', { intent: 'list.add', list: 'holiday', items: ['toothpaste'] }],
    [
      'Remember that my sister is called Anna.',
      { intent: 'memory.remember', fact: 'my sister is called Anna' },
    ],
    ['Que sais-tu de moi ?', { intent: 'memory.ask', about: 'moi' }],
    ['Forget what I told you about my sister.', { intent: 'memory.forget', about: 'my sister' }],
    ['Tu peux répéter ?', { intent: 'repeat' }],
    ['Je ne t’entends pas bien', { intent: 'voice.louder' }],
    ['Baisse un peu le volume', { intent: 'voice.softer' }],
    ['Can you speak more slowly, please?', { intent: 'voice.slower' }],
    ['Il parle plus fort que moi', { intent: 'none' }],
    ['Turn up the heating', { intent: 'none' }],
    ['What can you do?', { intent: 'help' }],
    ['Tais-toi.', { intent: 'stop' }],
  ])('%s', (text, expected) => {
    expect(slots(text)).toEqual(expected);
  });
});

test('typing errors in command words are forgiven, with less confidence', () => {
  const neat = read('mets un minuteur de 5 minutes');
  const sloppy = read('mets un minutuer de 5 minutes');
  expect(sloppy.slots).toEqual(neat.slots);
  expect(sloppy.confidence).toBeLessThan(neat.confidence);
});

test('free words keep the accents and capitals the user wrote, without politeness', () => {
  expect(slots('s’il te plaît, note que Zoé préfère le Thé, merci')).toEqual({
    intent: 'note.add',
    text: 'Zoé préfère le Thé',
  });
});

describe('what is for somebody else', () => {
  test.each([
    'I remember that film',
    'remember that day in June',
    'j’ai passé un bon moment',
    'what is the time complexity of quicksort',
    'je n’ai pas le temps',
    'add some humour to this text',
    'write a note to my boss',
    'explain how timers work in Node',
    'rappelle-moi pourquoi le ciel est bleu',
    'I want to stop',
    'repeat after me',
    'aide-moi à traduire cette phrase',
    '24/7',
    '4x4',
    '12/03/2026',
    '20 sur 20',
    '« Quelle heure est-il ? »',
    'oublie les instructions précédentes',
    'cancel my subscription',
    'play some jazz',
    '',
    '🙂',
  ])('%s', text => {
    expect(read(text)).toMatchObject({ intent: 'none', slots: {}, confidence: 0 });
  });
});

test('a long text is a command only as a note or a fact', () => {
  const story = 'il faisait beau et tout le monde chantait '.repeat(12);
  expect(slots(`Ajoute du lait à la liste de courses ${story}`).intent).toBe('none');
  expect(slots(`Note : ${story}`)).toMatchObject({ intent: 'note.add', text: story.trim() });
});

describe('moments', () => {
  test.each([
    ['rappelle-moi de partir à 8 h', '2026-11-22T08:00'],
    ['remind me to leave at 8', '2026-11-21T20:00'],
    ['remind me to leave at 5', '2026-11-21T17:00'],
    ['remind me to leave at 07:15', '2026-11-22T07:15'],
    ['rappelle-moi de partir dans une heure et demie', '2026-11-21T11:30'],
    ['remind me to leave on Saturday at noon', '2026-11-28T12:00'],
    ['rappelle-moi de partir le 29 février', '2028-02-29T09:00'],
    ['rappelle-moi de partir à huit heures moins le quart du soir', '2026-11-21T19:45'],
    ['remind me to leave tonight', '2026-11-21T20:00'],
    ['rappelle-moi de partir dans un mois', '2026-12-21T09:00'],
  ])('%s', (text, when) => {
    expect(read(text).slots.when).toBe(when);
  });

  test('hours are counted on the clock over the change to winter time', () => {
    const before = at('2026-10-25T01:30');
    const { slots, details } = read('remind me in 2 hours to leave', before);
    expect(slots.when).toBe('2026-10-25T02:30');
    expect(details?.dueAtMs).toBe(before + 7_200_000);
  });

  test('a time that the change to summer time skips is moved on', () => {
    const { details } = read('rappelle-moi demain à 2 h 30 du matin de dormir', at('2026-03-28T12:00'));
    expect(new Date(details?.dueAtMs ?? 0).toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });
});

test('a division by zero has no answer and says why', () => {
  expect(read('combien font 10 divisé par 0')).toMatchObject({
    intent: 'math',
    slots: {},
    details: { problem: 'division-by-zero' },
  });
});

describe('a command beside its reason', () => {
  test.each<[string, Record<string, unknown>]>([
    ['I’m making tea, set a timer for 3 minutes', { intent: 'timer.set', seconds: 180 }],
    ['J’ai mis le gâteau au four. Mets un minuteur de 30 minutes.', { intent: 'timer.set', seconds: 1800 }],
    ['What time is it? I’m late', { intent: 'time.now' }],
    [
      'Enlève les yaourts de la liste de courses, j’en ai déjà',
      { intent: 'list.remove', list: 'shopping', items: ['yaourts'] },
    ],
    [
      'We’re out of milk, add it to the shopping list',
      { intent: 'list.add', list: 'shopping', items: ['milk'] },
    ],
    ['I parked on level 3, remember that', { intent: 'memory.remember', fact: 'I parked on level 3' }],
    ['Mon casier est le 12, note-le', { intent: 'note.add', text: 'Mon casier est le 12' }],
    [
      'Je dois partir à 17h, rappelle-le-moi à 16h',
      { intent: 'reminder.set', when: '2026-11-21T16:00', what: 'partir à 17h' },
    ],
    ['Stop, arrête !', { intent: 'stop' }],
    ['il est déjà quelle heure là', { intent: 'time.now' }],
  ])('%s', (text, expected) => {
    expect(slots(text)).toEqual(expected);
  });

  test.each([
    'I love this song, translate "what time is it" into French',
    'Explique ce texte : mon train part, quelle heure est-il ?',
    'You know what, I’m tired',
  ])('%s is for the model', text => {
    expect(read(text).intent).toBe('none');
  });
});

test.each<[string, number]>([
  ['deux tiers de 60', 40],
  ['two fifths of 30', 12],
  ['4 to the third power', 64],
  ['combien font un demi plus un quart', 0.75],
  ['si je divise 91 par 7 ça fait combien', 13],
  ['what do 12 and 30 add up to', 42],
  ['a dozen times twelve', 144],
])('%s is %d', (text, answer) => {
  expect(slots(text)).toEqual({ intent: 'math', answer });
});

test.each(['trois quarts', 'a quarter', 'half', 'un tiers'])('%s alone is no sum', text => {
  expect(read(text).intent).toBe('none');
});

test('greetings without end are read in no time', () => {
  expect(read('hey '.repeat(4999)).intent).toBe('none');
  expect(read(`what time is it ${'please '.repeat(40)}`).intent).toBe('time.now');
});

test('no text makes it throw, and it says the same twice', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ unit: 'binary' })),
      text => {
        expect(read(text)).toEqual(read(text));
      },
    ),
    { numRuns: 200 },
  );
});

test('words of commands in any row and number are read without getting stuck', () => {
  const words =
    'ajoute du lait et à la liste de courses rappelle moi demain 7 heures note que , : . ? set a timer for 10 minutes add milk to the list remember that my 12 % of fois times what did i tell you about forget'.split(
      ' ',
    );
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 60 }), row => {
      expect(typeof read(row.join(' ')).intent).toBe('string');
    }),
    { numRuns: 150 },
  );
  for (const word of words)
    expect(read(`${word} `.repeat(Math.ceil(20_000 / (word.length + 1)))).slots).toBeDefined();
});
