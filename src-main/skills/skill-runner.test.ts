/** Skills from the sentence to the answer and what stays on disk, over a store in memory and a fixed clock. */
import { expect, test } from 'vitest';
import type { Origin } from '../domain/conversation.ts';
import { utcOf } from '../domain/local-time.ts';
import type { ListItem, Note, RememberedFact, Timer } from '../domain/organizer.ts';
import type { OrganizerStore } from '../ports/organizer-store.ts';
import type { QuotedDocument } from './asked-knowledge.ts';
import type { AskedMemory, KnownThing } from './asked-memory.ts';
import { createSkillRunner } from './skill-runner.ts';
import { understand } from './understand.ts';

const zone = 'Europe/Paris';
const remove = <T extends { id: string }>(things: T[], id: string): boolean => {
  const at = things.findIndex(thing => thing.id === id);
  if (at >= 0) things.splice(at, 1);
  return at >= 0;
};

function organizerInMemory() {
  const timers: Timer[] = [];
  const notes: Note[] = [];
  const items: ListItem[] = [];
  const facts: RememberedFact[] = [];
  const change = (id: string, more: Partial<Timer>): void => {
    const at = timers.findIndex(timer => timer.id === id);
    const known = timers[at];
    if (known) timers[at] = { ...known, ...more };
  };
  const organizer: OrganizerStore = {
    addTimer: async timer => void timers.push(timer),
    listTimers: async () =>
      timers.filter(t => t.dismissedAtMs === undefined).sort((a, b) => a.dueAtMs - b.dueAtMs),
    markRang: async (id, rangAtMs) => change(id, { rangAtMs }),
    dismissTimer: async (id, dismissedAtMs) => change(id, { dismissedAtMs }),
    moveTimer: async (id, dueAtMs) => change(id, { dueAtMs }),
    deleteTimer: async id => remove(timers, id),
    addNote: async note => void notes.push(note),
    listNotes: async () => notes,
    editNote: async (id, text) => {
      const at = notes.findIndex(note => note.id === id);
      const known = notes[at];
      if (known) notes[at] = { ...known, text };
    },
    deleteNote: async id => remove(notes, id),
    addListItems: async more => void items.push(...more),
    listItems: async list => items.filter(item => item.list === list),
    listNames: async () => [...new Set(items.map(item => item.list))],
    deleteListItem: async id => remove(items, id),
    addFact: async fact => void facts.push(fact),
    findFacts: async () => facts.toReversed(),
    deleteFact: async id => remove(facts, id),
  };
  return { organizer, timers, notes, items, facts };
}

/** Sentences as they were told, found where they share a word with what is asked. */
function memoryInMemory(now: () => number) {
  const told: KnownThing[] = [];
  const mode = { isPrivate: false };
  const near = (words: string) =>
    told.filter(({ text }) => words.split(/\W+/).some(word => word.length > 2 && text.includes(word)));
  const parts = { words: 1, meaning: 0, time: 0, association: 0, affect: 0 };
  const askedMemory: AskedMemory = {
    isPrivate: () => mode.isPrivate,
    setPrivate: async on => {
      mode.isPrivate = on;
    },
    remember: async ({ text }) => {
      if (told.some(thing => thing.text === text)) return 'known';
      const used = { id: `e${told.length}`, kind: 'episode', score: 1, parts } as const;
      told.push({ text, atMs: now(), isFact: false, used });
      return 'remembered';
    },
    about: async words => (words === '' ? told.toReversed() : near(words)),
    answers: async () => [],
    before: async relation => (relation === 'lives_in' ? told.filter(({ text }) => / live /.test(text)) : []),
    forget: async words => {
      const gone = words === '' ? [...told] : near(words);
      for (const thing of gone) told.splice(told.indexOf(thing), 1);
      return gone.map(({ text }) => text);
    },
    forgetTold: async () => (told.length === 0 ? undefined : [told.pop()?.text ?? '']),
    why: async () => told,
    correction: async ({ value, wrong }) => {
      const thing = told.find(({ text }) => wrong !== undefined && text.includes(wrong));
      if (thing === undefined || wrong === undefined) return undefined;
      const apply = async () => {
        told[told.indexOf(thing)] = { ...thing, text: thing.text.replace(wrong, value) };
      };
      return { before: wrong, after: value, apply };
    },
  };
  return { askedMemory, told };
}

function stage() {
  let nowMs = utcOf(Date.parse('2026-11-21T14:05:00Z'), zone);
  let lastAnswer: string | undefined;
  const kept = organizerInMemory();
  const clock = {
    nowMs: () => nowMs,
    monotonicMs: () => nowMs,
    zone: () => zone,
    after: () => () => undefined,
  };
  let mannerNow = { volume: 0.8, rate: 1 };
  const manner = {
    current: () => mannerNow,
    change: async (next: typeof mannerNow) => {
      mannerNow = next;
    },
  };
  const { askedMemory, told } = memoryInMemory(() => nowMs);
  const documents = { found: undefined as readonly QuotedDocument[] | undefined, isModelThere: false };
  const orders: unknown[] = [];
  const runner = createSkillRunner({
    ...kept,
    askedMemory,
    askedKnowledge: {
      isModelThere: () => documents.isModelThere,
      quote: async () => documents.found,
    },
    askedWindow: { order: (order, asked) => void orders.push({ order, asked }) },
    clock,
    zone: () => zone,
    lastAnswer: () => lastAnswer,
    manner,
  });
  const hear = async (text: string, origin: Origin = 'typed') => {
    const understood = understand(text, { nowMs, zone });
    const asked = { language: understood.language, text, messageId: 'm1', origin };
    return runner.answer(understood, { ...asked, askedAt: { conversationId: 'c1', turnId: 't1' } });
  };
  const ask = async (text: string): Promise<string | undefined> => {
    const answer = await hear(text);
    if (answer) lastAnswer = answer.text;
    return answer?.text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
  };
  return {
    ...kept,
    documents,
    orders,
    askedMemory,
    told,
    hear,
    ask,
    manner,
    pass: (ms: number) => (nowMs += ms),
    now: () => nowMs,
  };
}

test('time and date are those of the zone, in the language of the question', async () => {
  const { ask } = stage();
  expect(await ask('Quelle heure est-il ?')).toBe('Il est 14 h 05.');
  expect(await ask('What time is it?')).toBe('It is 2:05 PM.');
  expect(await ask('Quel jour sommes-nous ?')).toBe('Nous sommes le samedi 21 novembre 2026.');
  expect(await ask('What day is December 25?')).toBe('December 25, 2026 is a Friday.');
  expect(await ask('What time is it in Tokyo?')).toBe('In Tokyo it is 10:05 PM.');
  expect(await ask('Quelle heure est-il à Sydney ?')).toBe('Sydney : il est 0 h 05 (dimanche 22 novembre).');
  expect(await ask('What time is it in Narnia?')).toContain('don’t know the time zone of “Narnia”');
});

test('sums are answered, and impossible ones are said to be', async () => {
  const { ask } = stage();
  expect(await ask('Combien font 12 fois 7 ?')).toBe('12 × 7 = 84');
  expect(await ask('7 divisé par 2 ça fait combien')).toBe('7 ÷ 2 = 3,5');
  expect(await ask('What is 15 percent of 80?')).toBe('15% × 80 = 12');
  expect(await ask('What is 10 divided by 0?')).toBe('Dividing by zero is not defined.');
  expect(await ask('Convert 10 miles to kilometers')).toBe('10 mi = 16.09344 km');
  expect(await ask('convertis 10 kilos en mètres')).toContain('ne mesurent pas la même chose');
  expect(await ask('how much is 100 euros in dollars?')).toContain('cannot convert currencies');
});

test('timers: set, read, choose, cancel', async () => {
  const { ask, hear, timers, pass } = stage();
  expect(await ask('combien de temps reste-t-il ?')).toBe('Aucun minuteur n’est en cours.');
  expect(await ask('Set a timer for 10 minutes for the pasta')).toBe('Pasta timer set for 10 minutes.');
  expect(await ask('set a tea timer for 3 minutes')).toBe('Tea timer set for 3 minutes.');
  pass(60_000);
  expect(await ask('how much time is left on the pasta timer?')).toBe('9 minutes left (pasta).');
  expect(await ask('cancel the timer')).toBe('There are 2: tea and pasta. Which one?');
  expect(timers).toHaveLength(2);
  expect((await hear('cancel the tea timer'))?.organizerChanged).toBe(true);
  expect(timers.map(timer => timer.label)).toEqual(['pasta']);
  expect(await ask('annule tous les minuteurs')).toBe('Annulé : « pasta ».');
  expect(timers).toEqual([]);
});

test('a timer of no length, or beyond thirty days, is refused', async () => {
  const { ask, timers } = stage();
  expect(await ask('mets un minuteur de 0 minute')).toBe('Un minuteur dure au moins une seconde.');
  expect(await ask('set a timer for 40 days')).toContain('at most 30 days');
  expect(timers).toEqual([]);
});

test('"stop" silences what is ringing', async () => {
  const { ask, hear, organizer, timers, now } = stage();
  await ask('set a timer for 1 minute');
  await organizer.markRang(timers[0]?.id ?? '', now());
  expect(await hear('stop')).toMatchObject({ text: 'OK.', organizerChanged: true });
  expect(await organizer.listTimers()).toEqual([]);
});

test('reminders: kept for their moment; refused in the past, without a moment, or repeating', async () => {
  const { ask, timers } = stage();
  expect(await ask('Rappelle-moi d’appeler le dentiste demain à 9 h')).toBe(
    'C’est noté : « appeler le dentiste », demain à 9 h.',
  );
  expect(timers).toMatchObject([
    { kind: 'reminder', label: 'appeler le dentiste', dueAtMs: Date.parse('2026-11-22T08:00Z') },
  ]);
  expect(await ask('remind me today at 10 am to call Bob')).toContain('already past');
  expect(await ask('remind me to water the plants')).toContain('When?');
  expect(await ask('rappelle-moi tous les jours à 8 h de boire')).toContain('Je ne sais pas encore répéter');
  expect(timers).toHaveLength(1);
  expect(await ask('annule le rappel du dentiste')).toBe('Annulé : « appeler le dentiste ».');
});

test('notes: taken, read, deleted', async () => {
  const { ask, notes } = stage();
  expect(await ask('lis mes notes')).toBe('Vous n’avez aucune note.');
  expect(await ask('Prends une note')).toContain('Que faut-il noter');
  expect(await ask('Prends une note, acheter des fleurs')).toBe('C’est noté : « acheter des fleurs ».');
  await ask('note: call the plumber');
  expect(await ask('read my notes')).toContain('- call the plumber');
  expect(await ask('delete the last note')).toBe('Note deleted: “call the plumber”.');
  expect(notes.map(note => note.text)).toEqual(['acheter des fleurs']);
});

test('lists: no item twice, removal by meaning, empty said so', async () => {
  const { ask, items } = stage();
  expect(await ask('what’s on my shopping list?')).toBe('Your shopping list is empty.');
  expect(await ask('Ajoute du lait et des œufs à la liste de courses')).toBe(
    'Ajouté à la liste de courses : lait et œufs.',
  );
  expect(await ask('ajoute du Lait à la liste de courses')).toBe('Déjà sur la liste de courses : « Lait ».');
  expect(await ask('enlève les oeufs et le pain de la liste')).toBe(
    'Retiré de la liste de courses : œufs. Pas sur la liste de courses : « pain ».',
  );
  expect(items.map(item => item.text)).toEqual(['lait']);
  expect(await ask('montre la liste de courses')).toBe('Liste de courses :\n\n- lait');
  expect(await ask('vide la liste de courses')).toBe('La liste de courses est vide. Retiré : lait.');
});

test.each([
  [
    'combien de jours avant Noël ?',
    'Il reste 34 jours (4 semaines et 6 jours) jusqu’au vendredi 25 décembre 2026.',
  ],
  ['combien de jours jusqu’à demain', 'Il reste 1 jour jusqu’au dimanche 22 novembre 2026.'],
  [
    'combien de jours depuis le 3 mars ?',
    'Le mardi 3 mars 2026, c’était il y a 263 jours (37 semaines et 4 jours).',
  ],
  ['How many days until New Year’s Eve?', '40 days (5 weeks and 5 days) until Thursday, December 31, 2026.'],
  ['how many days since yesterday', 'Friday, November 20, 2026 was 1 day ago.'],
])('days to a date and from it: %s', async (question, answer) => {
  expect(await stage().ask(question)).toBe(answer);
});

test('lists: one that nobody keeps here is for whoever knows it', async () => {
  const { ask } = stage();
  expect(await ask('la liste des présidents français')).toBeUndefined();
  expect(await ask('give me the US presidents list')).toBeUndefined();
  expect(await ask('montre ma liste de cadeaux de Noël')).toMatch(/est vide/);
  await ask('ajoute un vélo à la liste des cadeaux de Noël');
  expect(await ask('montre la liste des cadeaux de Noël')).toContain('- vélo');
});

test('memory: what was told is remembered once, found, said with its day, and forgotten', async () => {
  const { ask, hear, told } = stage();
  expect(await ask('What do you know about me?')).toContain('not told me anything yet');
  await ask('Remember that my sister is called Anna');
  await ask('remember that my car is parked on level 3');
  expect(await ask('Remember that my sister is called Anna')).toContain('know that already');
  expect(told.map(({ text }) => text)).toEqual(['my sister is called Anna', 'my car is parked on level 3']);
  expect(await ask('What is my sister’s name?')).toBe(
    'You told me on Saturday, November 21, 2026: “my sister is called Anna”.',
  );
  expect((await hear('What is my sister’s name?'))?.recalled).toMatchObject([{ id: 'e0' }]);
  expect(await ask('where did I park my car?')).toContain('level 3');
  expect(await ask('Forget what I told you about my sister')).toBe('Forgotten for good.');
  expect(told.map(({ text }) => text)).toEqual(['my car is parked on level 3']);
  expect(await ask('What do you know about my sister?')).toContain('not told me anything about “my sister”');
  expect(await ask('Oublie ça')).toBe('C’est oublié pour de bon.');
  expect(told).toEqual([]);
  expect(await ask('Oublie ça')).toBe('D’accord.');
});

test('memory: why it is known, that it is wrong, and what held before', async () => {
  const { ask, hear, told } = stage();
  await ask('Remember that my sister is called Anna');
  expect(await ask('Why do you know that?')).toContain('“my sister is called Anna”');
  const corrected = await hear('It’s not Anna, it’s Hanna');
  expect(corrected?.text).toContain('“Hanna” instead of “Anna”');
  // Only once the words are final.
  expect(told[0]?.text).toBe('my sister is called Anna');
  await corrected?.effect?.();
  expect(told[0]?.text).toBe('my sister is called Hanna');
  expect(await ask('It’s not Bob, it’s Rob')).toBeUndefined();
  expect(await ask('where did I live before?')).toBeUndefined();
  await ask('remember that I live in Lyon');
  expect(await ask('Où est-ce que j’habitais avant ?')).toContain('I live in Lyon');
});

test('private mode: on and off by word, and nothing is remembered in it', async () => {
  const { ask, told, askedMemory } = stage();
  expect(await ask('mode privé')).toContain('Mode privé activé');
  expect(askedMemory.isPrivate()).toBe(true);
  expect(await ask('Souviens-toi que ma sœur s’appelle Anna')).toContain('je ne retiens rien');
  expect(told).toEqual([]);
  expect(await ask('quitte le mode privé')).toContain('terminé');
  expect(askedMemory.isPrivate()).toBe(false);
  expect(await ask('leave private mode')).toContain('was not on');
});

test('a question only a fact could answer goes on to the model when there is none', async () => {
  const { ask } = stage();
  expect(await ask('What is my favorite color?')).toBeUndefined();
  expect(await ask('Why is the sky blue?')).toBeUndefined();
});

test('repeat says the last answer again; help names what can be done', async () => {
  const { ask } = stage();
  expect(await ask('tu peux répéter ?')).toContain('encore rien dit');
  const time = await ask('Quelle heure est-il ?');
  expect(await ask('tu peux répéter ?')).toBe(time);
  expect(await ask('help')).toContain('Add milk to the shopping list');
});

test('the voice becomes louder, softer, slower and faster, up to its limits, and says so', async () => {
  const { ask, manner } = stage();
  expect(await ask('Parle un peu plus fort, s’il te plaît')).toBe('Je parle plus fort.');
  expect(manner.current()).toEqual({ volume: 1, rate: 1 });
  expect(await ask('Speak louder.')).toMatch(/as loud as I can/);
  expect(await ask('You’re too loud')).toBe('I speak more softly now.');
  expect(await ask('Peux-tu parler plus lentement ?')).toBe('Je parle plus lentement.');
  expect(manner.current()).toEqual({ volume: 0.8, rate: 0.85 });
  for (let i = 0; i < 10; i++) await ask('plus vite');
  expect(manner.current().rate).toBe(2);
});

test('documents: quoted with file and page; a language model says it itself', async () => {
  const { ask, documents } = stage();
  expect(await ask('Que disent mes documents sur le préavis ?')).toMatch(
    /^Vous ne m’avez encore donné aucun/,
  );
  documents.found = [];
  expect(await ask('What do my documents say about the notice period?')).toBe(
    'I find nothing about “the notice period” in your documents.',
  );
  const parts = { words: 1, meaning: 0, time: 0, association: 0, affect: 0 };
  const lease: QuotedDocument = {
    text: 'Le préavis est\nde trois mois.',
    documentName: 'bail.pdf',
    page: 2,
    used: { id: 'p1', kind: 'passage', score: 1, parts },
  };
  documents.found = [lease];
  expect(await ask('Que disent mes documents sur le préavis ?')).toBe(
    'D’après bail.pdf, page 2 : « Le préavis est de trois mois. »',
  );
  documents.found = [lease, { ...lease, documentName: 'notes.txt', text: 'Préavis envoyé.' }];
  expect(await ask('What does the lease say about the notice period?')).toContain(
    '- bail.pdf, page 2: “Le préavis est de trois mois.”',
  );
  documents.isModelThere = true;
  expect(await ask('Que disent mes documents sur le préavis ?')).toBeUndefined();
});

test('the window is told what to do, by its own turn; a terminal has none', async () => {
  const { ask, hear, orders } = stage();
  const asked = { conversationId: 'c1', turnId: 't1' };
  expect(await ask('Ouvre la mémoire')).toBe('Voici la mémoire.');
  expect(await ask('turn the wake word off')).toBe('All right.');
  expect(await ask('ouvre la conversation sur Lyon')).toBe('D’accord.');
  expect(orders).toEqual([
    { order: { command: 'room.memory' }, asked },
    { order: { command: 'voice.hotword', on: false }, asked },
    { order: { kind: 'conversation', words: 'Lyon' }, asked },
  ]);
  expect((await hear('show the settings', 'command-line'))?.text).toContain('not here');
  expect(orders).toHaveLength(3);
});
