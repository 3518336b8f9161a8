/** A capture is begun with the core and the microphone, goes on over a break of the wire, and leaves nothing open when it fails. */
import { expect, it } from 'vitest';
import { createCoreLine } from './core-line.ts';
import { MicrophoneError } from './microphone-error.ts';

const settle = () => new Promise<void>(resolve => setImmediate(resolve));

function stage(faults: { start?: Error; microphone?: Error } = {}) {
  const said: string[] = [];
  const lost: unknown[] = [];
  const given = { ...faults };
  const line = createCoreLine({
    client: {
      call: async (name, input) => {
        said.push(
          `${name} ${'mode' in input ? input.mode : ''}${'lastSequence' in input ? input.lastSequence : ''}`,
        );
        if (name === 'voice.start' && given.start) throw given.start;
        return {} as never;
      },
    },
    conversationId: () => 'conversation',
    microphone: {
      async start() {
        if (given.microphone) throw given.microphone;
        return {
          go: () => said.push('go'),
          hold: () => said.push('hold'),
          isWaiting: () => undefined,
          stop: async () => ({ lastSequence: 41 }),
          async drop() {
            said.push('drop');
          },
        };
      },
      choose: () => undefined,
      measure: () => undefined,
      level: () => 0,
      plays: () => undefined,
      silent: () => undefined,
      rest: () => undefined,
      close: async () => undefined,
    },
  });
  const open = () => line.open({ captureId: 'c', mode: 'hold', onLost: error => lost.push(error) });
  return { line, open, said, lost, given };
}

it('lets sound flow when both are ready, and ends after the last frame', async () => {
  const { open, said } = stage();
  const capture = await open();
  await capture.end();
  expect(said).toEqual(['voice.start hold', 'go', 'voice.end 41']);
});

it('holds the sound while the wire is broken, and begins again with whatever core comes back', async () => {
  const { line, open, said } = stage();
  line.connection('open');
  const capture = await open();
  line.connection('reconnecting');
  line.connection('open');
  await settle();
  expect(said).toEqual(['voice.start hold', 'go', 'hold', 'voice.start hold', 'go']);
  await capture.drop();
  line.connection('reconnecting');
  line.connection('open');
  expect(said.slice(5)).toEqual(['drop', 'voice.cancel ']);
});

it('tells when the core that came back does not take it', async () => {
  const { line, open, lost, given } = stage();
  await open();
  const fault = new Error('no recogniser');
  given.start = fault;
  line.connection('reconnecting');
  line.connection('open');
  await settle();
  expect(lost).toEqual([fault]);
});

it('leaves nothing open when the core or the microphone refuses', async () => {
  const start = new Error('no recogniser');
  const refused = stage({ start });
  await expect(refused.open()).rejects.toBe(start);
  expect(refused.said).toEqual(['voice.start hold', 'drop']);
  const microphone = new MicrophoneError('refused');
  const deaf = stage({ microphone });
  await expect(deaf.open()).rejects.toBe(microphone);
  expect(deaf.said).toEqual(['voice.start hold', 'voice.cancel ']);
});
