/** Jarvis's own voice comes back into the microphone, from hardly to as loud as it was: it is never a question. */
import { describe, expect, test } from 'vitest';
import { beginsWithOrder, interjectionOf } from '../src-main/conversation/turn-taking/interjections.ts';
import { soundMs, soundSpans } from './fixtures/pulse/sound-shape.ts';
import { canListenIn, Talk } from './fixtures/pulse/talk.ts';
import { command } from './fixtures/voice/spoken-core.ts';

const story = 'Il était une fois un chat gris qui vivait dans une grande maison. '.repeat(16);
const echoesDb = [-40, -20, -10, 0];
const perLevelMs = 3_500;

/** So often the story may be asked for anew in one test. */
const mostOrders = 6;
const isOrder = (text: string): boolean => interjectionOf(text) === 'stop' || beginsWithOrder(text);

/**
 * The fixture of a recogniser answers unknown sound with a sentence that it knows, now and then with "Arrête.": an order,
 * which is obeyed whoever seems to give it. The text of the one that silenced the answer; undefined where none did.
 */
function orderIn(talk: Talk, sinceMs: number): string | undefined {
  const stop = talk.noted('output', sinceMs).find(({ text }) => text === 'stop');
  if (stop === undefined) return undefined;
  const heard = talk.noted('caption', sinceMs).filter(({ atMs }) => atMs <= stop.atMs);
  const last = heard.at(-1)?.text ?? '';
  expect(isOrder(last), `the answer was silenced by "${last}"`).toBe(true);
  return last;
}

describe.runIf(canListenIn())('its own voice', () => {
  test.each([
    ['with the browser’s canceller', true],
    ['without a canceller', false],
  ])(
    'is no turn, %s, at any loudness',
    // In real time: a busy machine may drop sound.
    { retry: 1, timeout: 240_000 },
    async (_, cancelsEcho) => {
      const talk = await Talk.start({
        cancelsEcho,
        // Its cues come back as well.
        voice: { mode: 'always', cues: true },
        answer: () => ({ text: story, tokensPerSecond: 40, firstTokenDelayMs: 100 }),
      });
      const orders: string[] = [];
      const askForStory = async (): Promise<void> => {
        talk.sound.echo(undefined);
        await talk.until(() => talk.state === 'listening');
        await talk.say(command('fr/054-raconte-moi-une-histoire-de-chat'));
        await talk.until(() => talk.state === 'speaking');
      };
      /** Whether the story went on all the time. */
      const isToldBeside = async (echoDb: number): Promise<boolean> => {
        const sinceMs = performance.now();
        talk.sound.echo(echoDb);
        await talk.wait(perLevelMs);
        const order = orderIn(talk, sinceMs);
        if (order !== undefined) orders.push(order);
        return order === undefined;
      };
      try {
        await askForStory();
        for (const echoDb of echoesDb)
          while (!(await isToldBeside(echoDb))) {
            expect(orders.length, orders.join()).toBeLessThanOrEqual(mostOrders);
            await askForStory();
          }
        expect(talk.noted('accepted')).toHaveLength(1 + orders.length);
        expect(talk.state).toBe('speaking');
        const last = talk.speaker.between(performance.now() - 2_000);
        expect(soundMs(soundSpans(last, 48_000))).toBeGreaterThan(500);
        // The end of the answer and the sound after it come back too.
        await talk.hush();
        await talk.wait(3_000);
        expect(talk.noted('accepted')).toHaveLength(1 + orders.length);
        expect(talk.noted('failed')).toEqual([]);
        expect(talk.faults).toEqual([]);
      } finally {
        await talk.close();
      }
    },
  );
});
