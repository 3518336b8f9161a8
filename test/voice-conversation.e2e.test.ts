/** A conversation by voice, hands free: real engines, a room made of numbers, a loudspeaker that is listened to. */
import { afterAll, beforeAll, describe, test } from 'vitest';
import {
  canTalk,
  command,
  mixed,
  type SpokenCore,
  startSpokenCore,
  withPause,
} from './fixtures/voice/spoken-core.ts';
import type { VirtualRoom } from './fixtures/voice/virtual-room.ts';
import { commandLineOf, descendantsOf } from './process-tree.ts';
import { assetPath, readWav } from './test-assets.ts';

const story = {
  fr: 'Il était une fois un chat gris qui vivait dans une grande maison. '.repeat(8),
  en: 'Once upon a time a grey cat lived in a very large house. '.repeat(8),
};

/** How long the loudspeaker was not silent, in seconds, from a moment of the room on. */
function soundSeconds(room: VirtualRoom, fromMs = 0): number {
  const step = 320;
  let loud = 0;
  for (let at = fromMs * 16; at < room.loudspeaker.played.length; at += step) {
    const part = room.loudspeaker.played.slice(at, at + step);
    if (part.some(value => Math.abs(value) > 100)) loud += 1;
  }
  return (loud * step) / 16_000;
}

const accepted = (room: VirtualRoom): string[] =>
  room.notes.filter(({ kind }) => kind === 'accepted').map(({ text }) => text);

describe.runIf(canTalk()).concurrent('talking hands free', () => {
  let core: SpokenCore;
  beforeAll(async () => {
    core = await startSpokenCore(({ messages }) => {
      // The words themselves: what is remembered in the other language stands behind them.
      const [asked = ''] = (messages.at(-1)?.content ?? '').split('\n\n');
      const language = /[éèê]|une|Raconte/.test(asked) ? 'fr' : 'en';
      return { text: story[language], tokensPerSecond: 40, firstTokenDelayMs: 100 };
    });
  }, 60_000);
  afterAll(() => core?.close());

  /** Says one command and waits until its answer was spoken to its end. */
  async function ask(room: VirtualRoom, name: string): Promise<string> {
    const before = room.notes.length;
    await room.say(command(name));
    const since = () => room.notes.slice(before);
    await room.until(() => since().some(({ kind, text }) => kind === 'state' && text === 'speaking'));
    await room.until(() => room.state === 'listening' || room.state === 'follow-up', 30_000);
    return since().find(({ kind }) => kind === 'ended')?.text ?? '';
  }

  test.for([
    ['fr/000-quelle-heure-est-il', 'Quelle heure est-il ?', /Il est \d+/],
    ['en/000-what-time-is-it', 'What time is it?', /It(?:’s| is) \d+/],
    ['fr/035-combien-font-12-fois-7', 'Combien font 12 fois 7 ?', /84/],
    ['en/038-how-much-is-3-plus-4', 'How much is 3 plus 4?', /7/],
  ] as const)(
    '%s is understood without a key, answered and spoken',
    async ([name, words, answer], { expect, onTestFinished }) => {
      const room = await core.room(onTestFinished);
      expect(await ask(room, name)).toMatch(answer);
      expect(accepted(room)).toEqual([words]);
      expect(soundSeconds(room)).toBeGreaterThan(0.4);
    },
  );

  test.for([
    ['fr/003-mets-un-minuteur-de-5-minutes', 300],
    ['en/004-set-a-timer-for-10-minutes-for-the-pasta', 600],
  ] as const)('%s: a timer runs', async ([name, seconds], { expect, onTestFinished }) => {
    const room = await core.room(onTestFinished);
    const startedMs = Date.now();
    await ask(room, name);
    const { timers } = await core.client.call('organizer.get', {});
    const left = timers.map(({ dueAtMs }) => (dueAtMs - startedMs) / 1000);
    expect(left.some(value => value > seconds - 5 && value < seconds + 20)).toBe(true);
  });

  test.for([
    ['fr/013-souviens-toi-que-ma-couleur-preferee-est', 'fr/014-quelle-est-ma-couleur-preferee'],
    ['en/013-remember-that-my-favorite-color-is-green', 'en/014-what-is-my-favorite-color'],
  ] as const)(
    '%s is remembered, and asked without a further key',
    async ([tell, question], { expect, onTestFinished }) => {
      const room = await core.room(onTestFinished);
      await ask(room, tell);
      const answer = await ask(room, question);
      const course = room.notes.map(({ kind, atMs, text }) => `${atMs} ${kind} ${text}`).join('\n');
      expect(answer, course).toMatch(/vert|green/);
    },
  );

  test.for(['fr', 'en'] as const)(
    'a long answer is interrupted (%s)',
    async (language, { expect, onTestFinished }) => {
      const room = await core.room(onTestFinished);
      await room.say(
        command(
          language === 'fr'
            ? 'fr/054-raconte-moi-une-histoire-de-chat'
            : 'en/054-tell-me-a-story-about-a-cat',
        ),
      );
      await room.until(() => room.state === 'speaking');
      await room.wait(3_000);
      const overMs = room.nowMs;
      await room.say(command(language === 'fr' ? 'fr/000-quelle-heure-est-il' : 'en/000-what-time-is-it'));
      await room.until(() => accepted(room).length === 2, 20_000);
      const kept = room.noted('ended', /^stopped/)?.text.replace('stopped: ', '') ?? '';
      // What was heard of it: some words, and by far not all.
      expect(kept.length).toBeGreaterThan(20);
      expect(kept.length).toBeLessThan(story[language].length / 2);
      expect(story[language].startsWith(kept.replace(/…$/, ''))).toBe(true);
      expect(room.noted('output', 'stop')?.atMs).toBeGreaterThan(overMs);
      await room.until(() => room.state === 'listening', 20_000);
      expect(accepted(room)[1]).toMatch(/heure|time/);
    },
  );

  test.for([
    ['fr/054-raconte-moi-une-histoire-de-chat', 'fr/044-oui'],
    ['en/054-tell-me-a-story-about-a-cat', 'en/044-yes'],
  ] as const)(
    'an assent does not stop an answer (%s)',
    async ([question, assent], { expect, onTestFinished }) => {
      const room = await core.room(onTestFinished);
      await room.say(command(question));
      await room.until(() => room.state === 'speaking');
      await room.wait(2_000);
      await room.say(command(assent));
      await room.wait(4_000);
      expect(room.noted('output', 'stop')).toBeUndefined();
      expect(room.state).toBe('speaking');
      expect(accepted(room)).toHaveLength(1);
      // It goes on from where it was.
      expect(soundSeconds(room, room.nowMs - 1_500)).toBeGreaterThan(0.5);
    },
  );

  test.for(['fr/041-arrete', 'en/040-stop'])(
    '%s silences an answer and is no question',
    async (word, { expect, onTestFinished }) => {
      const room = await core.room(onTestFinished);
      await room.say(
        command(
          word.startsWith('fr')
            ? 'fr/054-raconte-moi-une-histoire-de-chat'
            : 'en/054-tell-me-a-story-about-a-cat',
        ),
      );
      await room.until(() => room.state === 'speaking');
      await room.wait(2_000);
      await room.say(command(word));
      await room.until(() => room.noted('output', 'stop') !== undefined);
      await room.wait(3_000);
      expect(accepted(room)).toHaveLength(1);
      expect(soundSeconds(room, room.nowMs - 2_000)).toBe(0);
    },
  );

  test.for([
    ['fr/004-mets-un-minuteur-de-10-minutes-pour-les', 'Mets un minuteur de 10 minutes pour les pâtes.'],
    ['en/031-add-milk-to-the-shopping-list', 'Add milk to the shopping list.'],
  ] as const)('%s with a pause in it stays one turn', async ([name, words], { expect, onTestFinished }) => {
    const room = await core.room(onTestFinished);
    await room.say(withPause(command(name), 0.5, 250));
    await room.until(() => accepted(room).length > 0);
    await room.wait(1_500);
    expect(accepted(room)).toEqual([words]);
  });

  test('silence and noise are no turn', async ({ expect, onTestFinished }) => {
    const room = await core.room(onTestFinished);
    await room.wait(3_000);
    await room.say(readWav(assetPath('speech/noise/background.wav')).samples.slice(0, 16_000 * 8));
    await room.wait(2_500);
    expect(accepted(room)).toEqual([]);
    expect(room.notes.filter(({ kind }) => kind === 'failed')).toEqual([]);
  });

  test('two people at once make no more than one turn, and nothing breaks', async ({
    expect,
    onTestFinished,
  }) => {
    const room = await core.room(onTestFinished);
    await room.say(
      mixed(command('fr/000-quelle-heure-est-il'), command('en/033-what-s-on-my-shopping-list')),
    );
    await room.wait(4_000);
    expect(accepted(room).length).toBeLessThanOrEqual(1);
    expect(room.notes.filter(({ kind }) => kind === 'failed')).toEqual([]);
    await room.until(() => room.state === 'listening', 40_000);
    expect(await ask(room, 'fr/000-quelle-heure-est-il')).toMatch(/Il est \d+/);
  }, 90_000);

  test.for([-40, -20, -10, 0])(
    'its own voice at %i dB is never a turn',
    async (echoDb, { expect, onTestFinished }) => {
      const room = await core.room(onTestFinished, { echoDb });
      await room.say(command('fr/054-raconte-moi-une-histoire-de-chat'));
      await room.until(() => room.state === 'speaking');
      await room.wait(12_000);
      expect(accepted(room)).toHaveLength(1);
      expect(room.noted('output', 'stop')).toBeUndefined();
      // It may have listened twice whether somebody speaks, no more.
      expect(room.notes.filter(({ text }) => text === 'pause').length).toBeLessThanOrEqual(2);
    },
  );
});

describe.runIf(canTalk()).concurrent('the name', () => {
  let core: SpokenCore;
  beforeAll(async () => {
    core = await startSpokenCore(() => ({ text: story.en, tokensPerSecond: 40 }));
  }, 60_000);
  afterAll(() => core?.close());

  test('wakes Jarvis; then one may go on without it for a while; then it is needed again', async ({
    expect,
    onTestFinished,
  }) => {
    const room = await core.room(onTestFinished, { mode: 'hotword' });
    await room.until(() => room.state === 'armed');
    await room.wait(1_500);
    await room.say(command('fr/000-quelle-heure-est-il'));
    await room.wait(2_000);
    expect(accepted(room)).toEqual([]);
    await room.say(readWav(assetPath('speech/wake/hey_jarvis_0.wav')).samples);
    await room.until(() => room.state === 'listening');
    await room.wait(500);
    await room.say(command('fr/000-quelle-heure-est-il'));
    await room.until(() => room.state === 'follow-up', 20_000);
    await room.say(command('en/038-how-much-is-3-plus-4'));
    await room.until(() => accepted(room).length === 2);
    await room.until(() => room.state === 'follow-up', 20_000);
    await room.until(() => room.state === 'armed', 20_000);
    expect(accepted(room)).toEqual(['Quelle heure est-il ?', 'How much is 3 plus 4?']);
  }, 90_000);

  test('and the question may come in one breath', async ({ expect, onTestFinished }) => {
    const room = await core.room(onTestFinished, { mode: 'hotword' });
    await room.wait(1_500);
    await room.say(command('fr/061-hey-jarvis-quelle-heure-est-il'));
    await room.until(() => accepted(room).length === 1);
    expect(accepted(room)).toEqual(['Quelle heure est-il ?']);
  });
});

describe.runIf(canTalk())('a crash', () => {
  let core: SpokenCore;
  beforeAll(async () => {
    core = await startSpokenCore(() => ({ text: story.en, tokensPerSecond: 40 }));
  }, 60_000);
  afterAll(() => core?.close());

  test('the speech process is killed in the middle of a sentence, and the sentence is understood', async ({
    expect,
    onTestFinished,
  }) => {
    const room = await core.room(onTestFinished);
    const saying = room.say(command('fr/004-mets-un-minuteur-de-10-minutes-pour-les'));
    await room.wait(900);
    for (const pid of descendantsOf(core.jarvis.process.pid ?? 0))
      if (commandLineOf(pid).includes('speech-process')) process.kill(pid, 'SIGKILL');
    await saying;
    await room.until(() => accepted(room).length > 0, 20_000);
    expect(accepted(room)).toEqual(['Mets un minuteur de 10 minutes pour les pâtes.']);
  });
});
