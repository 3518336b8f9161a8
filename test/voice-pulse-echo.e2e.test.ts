/** Jarvis's own voice comes back into the microphone, from hardly to as loud as it was: it is never a question. */
import { describe, expect, test } from 'vitest';
import { soundMs, soundSpans } from './fixtures/pulse/sound-shape.ts';
import { canListenIn, Talk } from './fixtures/pulse/talk.ts';
import { command } from './fixtures/voice/spoken-core.ts';

const story = 'Il était une fois un chat gris qui vivait dans une grande maison. '.repeat(16);
const echoesDb = [-40, -20, -10, 0];
const perLevelMs = 3_500;

describe.runIf(canListenIn())('its own voice', () => {
  test.each([
    ['with the browser’s canceller', true],
    ['without a canceller', false],
  ])(
    'is no turn, %s, at any loudness',
    // The fixture of a recogniser answers unknown sound with a sentence that it knows, now and then with "Arrête.": an
    // order, which is obeyed whoever seems to give it.
    { retry: 1, timeout: 120_000 },
    async (_, cancelsEcho) => {
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
        }
        expect(talk.noted('accepted')).toHaveLength(1);
        expect(talk.noted('output').filter(({ text }) => text === 'stop')).toEqual([]);
        expect(talk.state).toBe('speaking');
        const last = talk.speaker.between(performance.now() - 2_000);
        expect(soundMs(soundSpans(last, 48_000))).toBeGreaterThan(500);
        // The end of the answer and the sound after it come back too.
        await talk.hush();
        await talk.wait(3_000);
        expect(talk.noted('accepted')).toHaveLength(1);
        expect(talk.noted('failed')).toEqual([]);
        expect(talk.faults).toEqual([]);
      } finally {
        await talk.close();
      }
    },
  );
});
