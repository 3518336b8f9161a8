/** The prompt keeps its bytes from turn to turn and drops whole old turns, never the newest or the system text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from '../domain/conversation.ts';
import type { ChatMessage } from '../ports/language-model.ts';
import { promptContext, systemText } from './persona.ts';
import { buildPrompt, estimateTokens } from './prompt.ts';

let made = 0;
function message(role: Message['role'], text: string, context?: string): Message {
  const id = `m${++made}`;
  return {
    id,
    conversationId: 'c',
    parentId: null,
    role,
    text,
    status: 'complete',
    createdAtMs: made,
    turnId: id,
    ...(context !== undefined && { promptContext: context }),
  };
}

const bytes = (messages: readonly ChatMessage[]) =>
  messages.map(m => `${m.role}\u0000${m.content}\u0001`).join('');
const base = { systemText: systemText('fr', 'Ada'), contextTokens: 100_000, answerTokens: 500 };

describe('prefix', () => {
  test('the prompt of turn n+1 begins with the bytes of turn n, though the date changes each time', () => {
    const branch: Message[] = [];
    let before = '';
    for (let turn = 0; turn < 30; turn++) {
      branch.push(
        message(
          'user',
          `question ${turn}`,
          promptContext(1_795_000_000_000 + turn * 61_000, 'Europe/Paris', 'fr'),
        ),
      );
      const now = bytes(buildPrompt({ ...base, branch }).messages);
      expect(now.startsWith(before)).toBe(true);
      before = now;
      branch.push(message('assistant', `réponse ${turn}`));
    }
  });

  test('the system text holds nothing that changes', () => {
    expect(systemText('en', 'Ada')).toBe(systemText('en', 'Ada'));
    expect(systemText('en', 'Ada')).not.toMatch(/\d{4}/);
  });

  test('over the limit the cut stays where it is for several turns', () => {
    const branch: Message[] = [];
    const firsts: string[] = [];
    for (let turn = 0; turn < 60; turn++) {
      branch.push(message('user', `question ${turn} ${'x'.repeat(150)}`));
      const { messages } = buildPrompt({ ...base, branch, contextTokens: 3000 });
      firsts.push(messages[1]?.content ?? '');
      branch.push(message('assistant', `réponse ${turn} ${'y'.repeat(150)}`));
    }
    const moves = firsts.filter((first, i) => i > 0 && first !== firsts[i - 1]).length;
    expect(moves).toBeGreaterThan(0);
    expect(moves).toBeLessThan(12);
  });
});

describe('limit', () => {
  test('what is kept always fits, begins with a user message and ends with the newest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 400 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 900, max: 4000 }),
        (texts, contextTokens) => {
          const branch = texts.flatMap((text, i) => [
            message('user', `u${i} ${text}`),
            message('assistant', `a${i} ${text}`),
          ]);
          branch.push(message('user', 'the newest'));
          const { messages } = buildPrompt({ ...base, branch, contextTokens });
          const size = messages.reduce((sum, m) => sum + estimateTokens(m.content), 0);
          expect(size).toBeLessThanOrEqual(contextTokens - base.answerTokens);
          expect(messages[0]).toEqual({ role: 'system', content: base.systemText });
          expect(messages[1]?.role).toBe('user');
          expect(messages.at(-1)?.content).toBe('the newest');
        },
      ),
    );
  });

  test('a newest message that cannot fit is refused in clear words', () => {
    const branch = [message('user', 'z'.repeat(40_000))];
    expect(() => buildPrompt({ ...base, branch, contextTokens: 2048 })).toThrow('model.context-too-small');
  });

  test('answers without words are left out', () => {
    const branch = [message('user', 'a'), message('assistant', ''), message('user', 'b')];
    expect(buildPrompt({ ...base, branch }).messages.map(m => m.content)).toEqual([
      base.systemText,
      'a',
      'b',
    ]);
  });
});
