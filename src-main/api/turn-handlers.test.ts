/** Words reach the profile of the window that sent them, or none. */
import { expect, test } from 'vitest';
import type { CommandContext } from './handlers-type.ts';
import type { Services } from './services.ts';
import { turnHandlers } from './turn-handlers.ts';

const question = { turnId: 't', conversationId: 'c', text: 'hello', origin: 'typed' } as const;

test('words of another profile than the one in use are refused before anything is kept', async () => {
  const asked: unknown[] = [];
  const current = () => ({
    profile: { id: 'mine' },
    turns: {
      ask: async (input: unknown) => {
        asked.push(input);
        return { queued: false };
      },
    },
  });
  // Only what the handler reads of the services.
  const handlers = turnHandlers({ current } as unknown as Services);
  const ask = (more: object) => handlers['turn.ask']({ ...question, ...more }, {} as CommandContext);
  await expect(ask({ profileId: 'other' })).rejects.toMatchObject({ code: 'input.other-profile' });
  expect(await ask({ profileId: 'mine' })).toEqual({ turnId: 't', queued: false });
  expect(await ask({})).toEqual({ turnId: 't', queued: false });
  expect(asked).toEqual([question, question]);
});

test('of what is sent as a picture only PNG and JPEG are taken, by their bytes', async () => {
  const asked: { images?: readonly { mediaType: string }[] }[] = [];
  const current = () => ({
    profile: { id: 'mine' },
    turns: {
      ask: async (input: { images?: readonly { mediaType: string }[] }) => {
        asked.push(input);
        return { queued: false };
      },
    },
  });
  const handlers = turnHandlers({ current } as unknown as Services);
  const ask = (...bytes: number[]) => {
    const images = [{ base64: Buffer.from(bytes).toString('base64') }];
    return handlers['turn.ask']({ ...question, images }, {} as CommandContext);
  };
  await ask(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1);
  await ask(0xff, 0xd8, 0xff, 0xe0);
  expect(asked.map(({ images }) => images?.map(({ mediaType }) => mediaType))).toEqual([
    ['image/png'],
    ['image/jpeg'],
  ]);
  await expect(ask(0x3c, 0x73, 0x76, 0x67)).rejects.toMatchObject({ code: 'input.invalid' });
  await expect(ask()).rejects.toMatchObject({ code: 'input.invalid' });
  expect(asked).toHaveLength(2);
});
