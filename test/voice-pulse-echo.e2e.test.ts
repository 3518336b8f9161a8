/** Jarvis's own voice comes back into the microphone, from hardly to as loud as it was: it is never a question. */
import { describe, expect, test } from 'vitest';
import { beginsWithOrder, interjectionOf } from '../src-main/conversation/turn-taking/interjections.ts';
import { soundMs, soundSpans } from './fixtures/pulse/sound-shape.ts';
import { canListenIn, Talk } from './fixtures/pulse/talk.ts';
import { command } from './fixtures/voice/spoken-core.ts';

const story = 'Il était une fois un chat gris qui vivait dans une grande maison. '.repeat(16);
const echoesDb = [-40, -20, -10, 0];
const perLevelMs = 3_500;

/** So many stories are told at most, until one is not spoilt. */
const mostStories = 6;
const isOrder = (text: string): boolean => interjectionOf(text) === 'stop' || beginsWithOrder(text);

/**
 * The fixture of a recogniser answers unknown sound with a sentence that it knows, now and then with "Arrête.": an order,
 * which is obeyed whoever seems to give it, and what is heard after it is a turn. The text of the one that silenced the
 * answer, which then says nothing of echoes; undefined where none did.
 */
function orderIn(talk: Talk): string | undefined {
  const stop = talk.noted('output').find(({ text }) => text === 'stop');
  if (stop === undefined) return undefined;
  const heard = talk.noted('caption').filter(({ atMs }) => atMs <= stop.atMs);
  const last = heard.at(-1)?.text ?? '';
  expect(isOrder(last), `the answer was silenced by "${last}"`).toBe(true);
  return last;
}

/** Tells one story with its echo in the microphone; the order that was guessed in it, where one was. */
async function storyBesideEcho(cancelsEcho: boolean): Promise<string | undefined> {
  const talk = await Talk.start({
    cancelsEcho,
    // Its cues come back as well.
    voice: { mode: 'always', cues: true },
    answer: () => ({ text: story, tokensPerSecond: 40, firstTokenDelayMs: 100 }),
  });
  try {
    await talk.say(command('fr/054-raconte-moi-une-histoire-de-chat'));
    await talk.until(() => talk.state === 'speaking');
    for (const echoDb of echoesDb) {
      talk.sound.echo(echoDb);
      await talk.wait(perLevelMs);
      const order = orderIn(talk);
      if (order !== undefined) return order;
    }
    expect(talk.noted('accepted')).toHaveLength(1);
    expect(talk.state).toBe('speaking');
    const last = talk.speaker.between(performance.now() - 2_000);
    expect(soundMs(soundSpans(last, 48_000))).toBeGreaterThan(500);
    // The end of the answer and the sound after it come back too.
    await talk.hush();
    await talk.wait(3_000);
    expect(talk.noted('accepted')).toHaveLength(1);
    expect(talk.noted('failed')).toEqual([]);
    expect(talk.faults).toEqual([]);
    return undefined;
  } finally {
    await talk.close();
  }
}

describe.runIf(canListenIn())('its own voice', () => {
  test.each([
    ['with the browser’s canceller', true],
    ['without a canceller', false],
  ])(
    'is no turn, %s, at any loudness',
    // In real time: a busy machine may drop sound.
    { retry: 1, timeout: 300_000 },
    async (_, cancelsEcho) => {
      const orders: string[] = [];
      for (;;) {
        const order = await storyBesideEcho(cancelsEcho);
        if (order === undefined) return;
        orders.push(order);
        console.log(`an order was guessed in the echo, and the story is told anew: ${order}`);
        expect(orders.length, orders.join()).toBeLessThan(mostStories);
      }
    },
  );
});
