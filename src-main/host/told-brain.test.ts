/** Whoever makes the memory forget or change, every window hears of it. */
import { expect, test } from 'vitest';
import { createBrainFixture } from '../api/memory-brain-fixture.ts';
import { neutralAffect } from '../domain/memory.ts';
import type { MemoryRecord } from '../ports/memory-records.ts';
import { toldBrain } from './told-brain.ts';

const episode: MemoryRecord = {
  kind: 'episode',
  episode: {
    ...{
      id: 'e',
      place: { conversationId: 'c1', messageId: 'm1' },
      provenance: 'user',
      speaker: 'user',
      atMs: 1,
    },
    ...{ text: 'Anna est là', language: 'fr', affect: neutralAffect, salience: 1, entities: [] },
  },
  recalls: 0,
  isConsolidated: false,
};

function open() {
  const told: string[] = [];
  const brain = toldBrain(createBrainFixture([episode]), {
    conversations: { listConversations: async () => [{ id: 'c1' }] as never },
    tellOrganizer: async () => told.push('organizer'),
    publish: (name, data) => told.push('id' in data ? `${name} ${data.id}` : name),
    onForgotten: () => told.push('forgotten'),
    onChanged: () => told.push('changed'),
  });
  return { brain, told };
}

test('what is forgotten leaves the windows: its conversation, its title, the notes', async () => {
  const { brain, told } = open();
  const { token } = await brain.previewForget('Anna');
  expect(told).toEqual([]);
  await brain.forget(token);
  expect(told).toEqual([
    'changed',
    'forgotten',
    'conversation.reloaded c1',
    'conversation.changed c1',
    'organizer',
  ]);
});

test('an order that fails tells nothing', async () => {
  const { brain, told } = open();
  await expect(brain.forget('unknown')).rejects.toMatchObject({ code: 'memory.changed' });
  await expect(brain.correct('unknown', 'x')).rejects.toMatchObject({ code: 'input.not-found' });
  expect(told).toEqual([]);
});

test('an excluded topic is a change as well, and a look is none', async () => {
  const { brain, told } = open();
  await brain.explain('e');
  await brain.statistics();
  expect(told).toEqual([]);
  await brain.exclude('santé', true);
  expect(told).toEqual(['changed']);
});
