/** The part of the memory-store suite about a turn that is taken with its answer's place, and answers cut to what was heard. */
import { expect, test } from 'vitest';
import { newId } from '../../domain/id.ts';
import type { MemoryStore, NewUserMessage } from '../memory-store.ts';

/** To be called in a `describe`; `subject` is what a `beforeEach` opened. */
export function testTurnsOf(
  subject: () => { readonly store: MemoryStore; readonly reopen: () => Promise<MemoryStore> },
): void {
  const question = (text: string): NewUserMessage => ({
    id: newId(),
    turnId: newId(),
    conversationId: newId(),
    parent: 'head',
    text,
    origin: 'spoken',
    language: 'fr',
    promptContext: 'lundi',
    createdAtMs: 1_767_225_600_000,
  });
  const answered = async (text: string) => {
    const { store } = subject();
    const id = newId();
    await store.acceptTurn(question('Raconte'), { id, createdAtMs: 1_767_225_601_000 });
    return store.finishAnswer(id, {
      text,
      status: 'complete',
      answeredBy: { kind: 'model', backendId: 'b', backendLabel: 'Ollama', model: 'm' },
      notices: ['history-trimmed', 'answer-cut'],
    });
  };

  test('words and the place of their answer are taken together', async () => {
    const asked = question('Raconte');
    const place = { id: newId(), createdAtMs: asked.createdAtMs + 5 };
    const taken = await subject().store.acceptTurn(asked, place);
    const { parent: _parent, ...words } = asked;
    expect(taken.question).toMatchObject({ ...words, role: 'user', status: 'complete', parentId: null });
    expect(taken.answer).toMatchObject({ ...place, status: 'streaming', text: '', parentId: asked.id });
    expect(taken.answer.turnId).toBe(asked.turnId);
    const store = await subject().reopen();
    expect(await store.openBranch(asked.conversationId)).toEqual([taken.question, taken.answer]);
    expect((await store.getConversation(asked.conversationId)).messageCount).toBe(2);
    expect(await store.recover(asked.createdAtMs)).toEqual({ interrupted: 1, unanswered: 0 });
  });

  test('the same turn taken twice has one answer', async () => {
    const { store } = subject();
    const asked = question('Raconte');
    const first = await store.acceptTurn(asked, { id: newId(), createdAtMs: 1 });
    expect(await store.acceptTurn({ ...asked, id: newId() }, { id: newId(), createdAtMs: 2 })).toEqual(first);
    expect(await store.openBranch(asked.conversationId)).toHaveLength(2);
  });

  test('an answer whose conversation is gone takes the words along', async () => {
    const { store } = subject();
    const asked = question('Raconte');
    await store.acceptTurn(asked, { id: newId(), createdAtMs: 1 });
    await store.deleteConversation(asked.conversationId, 2);
    const late = { ...asked, id: newId(), turnId: newId() };
    const place = { id: newId(), createdAtMs: 3 };
    await expect(store.acceptTurn(late, place)).rejects.toMatchObject({ code: 'input.not-found' });
    await expect(store.getMessage(late.id)).rejects.toMatchObject({ code: 'input.not-found' });
  });

  test('of an answer what was heard stays; the rest is found nowhere', async () => {
    const { id, conversationId } = await answered('Il était une fois un roi.');
    const cut = await subject().store.cutAnswer(id, 'Il était'.length);
    expect(cut).toMatchObject({
      text: 'Il était',
      status: 'stopped',
      notices: ['history-trimmed', 'cut-by-speech'],
    });
    const store = await subject().reopen();
    expect((await store.openBranch(conversationId))[1]).toEqual(cut);
    expect(await store.search('roi', 5)).toEqual([]);
    expect(await store.search('etait', 5)).toHaveLength(1);
    expect(await store.verify()).toEqual([]);
  });

  test('an answer that is no longer than what was heard stays as it is', async () => {
    const whole = await answered('Il était.');
    expect(await subject().store.cutAnswer(whole.id, 9)).toEqual(whole);
    expect(await subject().store.cutAnswer(whole.id, 1000)).toEqual(whole);
  });

  test('an answer that is left growing is stopped by it, and then opens again', async () => {
    const { store } = subject();
    const id = newId();
    await store.acceptTurn(question('Raconte'), { id, createdAtMs: 1 });
    await store.saveAnswer(id, 'Il était');
    expect(await store.cutAnswer(id, 1000)).toMatchObject({ text: 'Il était', status: 'stopped' });
    expect(await store.search('etait', 5)).toHaveLength(1);
    expect(await store.reopenAnswer(id)).toMatchObject({ text: 'Il était', status: 'streaming' });
  });

  test.each([
    [0, ''],
    [-3, ''],
    [1, 'a'],
    [2, 'a'],
    [3, 'a🎉'],
    [4, 'a🎉b'],
  ])('cut at %i a pair of surrogates stays whole', async (length, kept) => {
    const { id } = await answered('a🎉bc');
    expect((await subject().store.cutAnswer(id, length)).text).toBe(kept);
  });

  test('words of a person are not cut', async () => {
    const { store } = subject();
    const asked = question('Raconte');
    await store.acceptTurn(asked, { id: newId(), createdAtMs: 1 });
    await expect(store.cutAnswer(asked.id, 1)).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(store.cutAnswer(newId(), 1)).rejects.toMatchObject({ code: 'input.not-found' });
  });
}
