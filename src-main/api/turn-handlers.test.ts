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
