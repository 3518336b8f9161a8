/** A question of the command line ends with its own answer, or with what became of it, and with nothing else. */
import { expect, test } from 'vitest';
import type { Client } from '../../../src-preload/connect.ts';
import type { EventData, EventName } from '../../../src-preload/contract.ts';
import { askTurn } from './ask-turn.ts';

const report = {
  stage: 'speech',
  code: 'speech.engine-failed',
  message: 'm',
  hint: 'h',
  retryable: true,
} as const;

function asked() {
  const handlers = new Map<string, (data: never) => void>();
  const client = {
    on: (name: string, handler: (data: never) => void) => {
      handlers.set(name, handler);
      return () => handlers.delete(name);
    },
    onState: () => () => undefined,
    call: async () => ({ turnId: 't', queued: true }),
  };
  const written: string[] = [];
  const turn = askTurn(client as unknown as Client, {
    conversationId: 'c',
    text: 'hello',
    language: 'en',
    onWords: words => written.push(words),
  });
  const tell = <N extends EventName>(name: N, data: EventData<N>): void =>
    handlers.get(name)?.(data as never);
  const end = (text: string) =>
    tell('turn.ended', {
      turnId: turn.turnId,
      message: {
        id: 'a',
        conversationId: 'c',
        parentId: 'u',
        role: 'assistant',
        text,
        status: 'complete',
        createdAtMs: 0,
        turnId: turn.turnId,
        siblingIds: ['a'],
      },
    });
  return { turn, written, tell, end };
}

test('a failure of something else does not end it', async () => {
  const { turn, written, tell, end } = asked();
  tell('app.failed', report);
  tell('conversation.reloaded', { id: 'another' });
  end('Hello.');
  expect((await turn.answer).text).toBe('Hello.');
  expect(written).toEqual(['Hello.']);
});

test('an end that could not be written down is told', async () => {
  const { turn, tell } = asked();
  tell('app.failed', report);
  tell('conversation.reloaded', { id: 'c' });
  await expect(turn.answer).rejects.toThrow('speech.engine-failed');
});

test('a question taken out of the line, or deleted with its conversation, is not waited for', async () => {
  const one = asked();
  one.tell('turn.unqueued', { turnId: one.turn.turnId, conversationId: 'c' });
  await expect(one.turn.answer).rejects.toThrow('input.not-found');
  const other = asked();
  other.tell('conversation.deleted', { id: 'another' });
  other.tell('conversation.deleted', { id: 'c' });
  await expect(other.turn.answer).rejects.toThrow('input.not-found');
});
