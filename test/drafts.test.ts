/** Answers prepared before the words are final: nothing of them is anywhere until they are committed, and then at once. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TurnListener } from '../src-main/conversation/turn-ports.ts';
import { JarvisError } from '../src-main/domain/errors.ts';
import { nextRound, openTurnStage, until } from './turn-stage.ts';

let on: ReturnType<typeof openTurnStage>;
let heard: string[];
const listener: TurnListener = {
  words: text => heard.push(text),
  restarted: () => heard.push('(restarted)'),
  ended: answer => heard.push(`(ended ${answer?.status})`),
};
beforeEach(() => {
  on = openTurnStage();
  heard = [];
});
afterEach(() => on.close());

const askedModel = async (number: number) => {
  await until(() => on.asked.length > number);
  return on.asked[number] ?? expect.fail('no model was asked');
};
const idle = () => until(() => on.turns.list().length === 0);
const answered = async (question: string, answer: string) => {
  const number = on.asked.length;
  const input = on.input(question);
  await on.turns.ask(input);
  const model = await askedModel(number);
  model.say(answer);
  model.end();
  await idle();
  return input.turnId;
};

test('a model answers before the words are final, and nothing is stored or shown', async () => {
  const draft = on.turns.prepare(on.input('Why is the sky blue?'), listener);
  expect(draft.answeredBy).toBe('model');
  const model = await askedModel(0);
  model.say('Because ');
  model.say('of light.');
  await until(() => heard.length === 2);
  expect(heard).toEqual(['Because ', 'of light.']);
  expect(on.seen).toEqual([]);
  expect(await on.store.listConversations({ limit: 5 })).toEqual([]);
  draft.discard();
});

test('committed, it is the answer: the words are on disk, the events are those of any turn, no word is said twice', async () => {
  const draft = on.turns.prepare(on.input('Why is the sky blue?'), listener);
  const model = await askedModel(0);
  model.say('Because ');
  await until(() => heard.length === 1);
  const { queued, messageId = '' } = await draft.commit();
  expect(queued).toBe(false);
  expect((await on.store.getMessage(messageId)).text).toBe('Why is the sky blue?');
  model.say('of light.');
  model.end();
  await idle();
  expect(heard).toEqual(['Because ', 'of light.', '(ended complete)']);
  expect(on.asked).toHaveLength(1);
  expect(on.seen).toEqual([
    'accepted Why is the sky blue?',
    'thinking',
    '0 Because ',
    '8 of light.',
    'done Because of light.',
  ]);
  expect(await on.branch()).toEqual(['u Why is the sky blue?', 'a Because of light.']);
});

test('an answer that was whole before the commit is kept whole', async () => {
  const draft = on.turns.prepare(on.input('one'), listener);
  const model = await askedModel(0);
  model.say('all of it');
  model.end();
  await until(() => heard.length === 1);
  await draft.commit();
  await idle();
  expect(await on.branch()).toEqual(['u one', 'a all of it']);
  expect(heard).toEqual(['all of it', '(ended complete)']);
});

test('the end of an answer is told before the commit, so that a voice need not wait for more', async () => {
  const draft = on.turns.prepare(on.input('one'), { ...listener, whole: () => heard.push('(whole)') });
  const model = await askedModel(0);
  model.say('Paris.');
  await until(() => heard.length === 1);
  model.end();
  await until(() => heard.length === 2);
  expect(heard).toEqual(['Paris.', '(whole)']);
  expect(on.seen).toEqual([]);
  draft.discard();
});

test('discarded, the model stops and no trace is left', async () => {
  const draft = on.turns.prepare(on.input('Why is the'), listener);
  const model = await askedModel(0);
  draft.discard();
  model.say('late');
  await nextRound();
  expect(model.isStopped).toBe(true);
  expect([...heard, ...on.seen]).toEqual([]);
  expect(await on.store.listConversations({ limit: 5 })).toEqual([]);
  await expect(draft.commit()).rejects.toMatchObject({ code: 'input.invalid' });
});

test('discarding after the commit changes nothing, committing twice has one effect', async () => {
  const draft = on.turns.prepare(on.input('one'));
  const both = await Promise.all([draft.commit(), draft.commit()]);
  expect(both[0]).toEqual(both[1]);
  draft.discard();
  const model = on.asked.at(-1);
  model?.say('yes');
  model?.end();
  await idle();
  expect(await on.branch()).toEqual(['u one', 'a yes']);
});

test('the same turn, asked after it was committed, is known', async () => {
  const input = on.input('one');
  const accepted = await on.turns.prepare(input).commit();
  expect(await on.turns.ask(input)).toEqual(accepted);
  on.asked.at(-1)?.end();
});

test('a skill has its effects only once committed, and once', async () => {
  const draft = on.turns.prepare(on.input('timer five minutes'), listener);
  expect(draft.answeredBy).toBe('skill');
  await nextRound();
  expect(on.effects).toEqual([]);
  await draft.commit();
  await idle();
  expect(on.effects).toEqual(['timer five minutes']);
  expect(heard).toEqual(['Set.', '(ended complete)']);
});

test('a skill’s draft that is discarded did nothing', async () => {
  const draft = on.turns.prepare(on.input('timer five minutes'), listener);
  draft.discard();
  await nextRound();
  expect([...on.effects, ...heard]).toEqual([]);
});

test('a message that came in between makes the answer be made anew, with it in the prompt', async () => {
  const draft = on.turns.prepare(on.input('and you?'), listener);
  const first = await askedModel(0);
  first.say('I thought');
  await until(() => heard.length === 1);
  await on.turns.ask(on.input('hello', { origin: 'typed' }));
  expect(first.isStopped).toBe(true);
  expect(heard).toEqual(['I thought', '(restarted)']);
  const typed = await askedModel(1);
  typed.say('hi');
  typed.end();
  await idle();
  const again = await askedModel(2);
  expect(again.earlier).toEqual(['hello', 'hi']);
  await draft.commit();
  again.say('Fine.');
  again.end();
  await idle();
  expect(await on.branch()).toEqual(['u hello', 'a hi', 'u and you?', 'a Fine.']);
  expect(heard.slice(2)).toEqual(['Fine.', '(ended complete)']);
});

test('committed while another answer runs, the words wait in line and are answered in their turn', async () => {
  await on.turns.ask(on.input('hello', { origin: 'typed' }));
  const typed = await askedModel(0);
  const draft = on.turns.prepare(on.input('and you?'), listener);
  expect(await draft.commit()).toEqual({ queued: true });
  expect(on.asked).toHaveLength(1);
  typed.say('hi');
  typed.end();
  const model = await askedModel(1);
  model.say('Fine.');
  model.end();
  await idle();
  expect(await on.branch()).toEqual(['u hello', 'a hi', 'u and you?', 'a Fine.']);
  expect(heard).toEqual(['Fine.', '(ended complete)']);
});

test('when the minute that the model was told is over, it is asked anew', async () => {
  const draft = on.turns.prepare(on.input('what now?'), listener);
  const first = await askedModel(0);
  first.say('It is nine.');
  await until(() => heard.length === 1);
  on.stage.nowMs += 60_000;
  await draft.commit();
  expect(first.isStopped).toBe(true);
  const second = await askedModel(1);
  second.say('It is a minute past nine.');
  second.end();
  await idle();
  expect(second.turn.userMessage.promptContext).not.toBe(first.turn.userMessage.promptContext);
  const [question] = await on.store.openBranch('c1');
  expect(question?.promptContext).toBe(second.turn.userMessage.promptContext);
  expect(heard).toEqual(['It is nine.', '(restarted)', 'It is a minute past nine.', '(ended complete)']);
});

test('another branch that was chosen meanwhile is noticed at the commit', async () => {
  await answered('one', 'first');
  const [question] = await on.store.openBranch('c1');
  await on.turns.regenerate('again', question?.id ?? '');
  const regenerated = await askedModel(1);
  regenerated.say('second');
  regenerated.end();
  await idle();
  const [, second] = await on.store.openBranch('c1');
  const draft = on.turns.prepare(on.input('two'), listener);
  const model = await askedModel(2);
  expect(model.earlier).toEqual(['one', 'second']);
  const first = second?.siblingIds.find(id => id !== second.id) ?? '';
  await on.store.selectBranch('c1', first);
  await draft.commit();
  await until(() => on.asked.length === 4);
  expect(model.isStopped).toBe(true);
  on.asked[3]?.say('third');
  on.asked[3]?.end();
  await idle();
  expect(await on.branch()).toEqual(['u one', 'a first', 'u two', 'a third']);
});

test('another name or language of the profile makes the answer be made anew', async () => {
  const draft = on.turns.prepare(on.input('who am I?'), listener);
  const first = await askedModel(0);
  on.turns.promptsChanged();
  await askedModel(1);
  expect(first.isStopped).toBe(true);
  draft.discard();
});

test('words that cannot be stored are refused, the model is stopped, and they can be committed once more', async () => {
  const { acceptTurn } = on.store;
  on.store.acceptTurn = () => Promise.reject(new JarvisError('store.disk-full'));
  const draft = on.turns.prepare(on.input('one'), listener);
  const model = await askedModel(0);
  await expect(draft.commit()).rejects.toMatchObject({ code: 'store.disk-full' });
  expect(model.isStopped).toBe(true);
  expect(on.seen).toEqual([]);
  on.store.acceptTurn = acceptTurn;
  await draft.commit();
  const second = await askedModel(1);
  second.say('yes');
  second.end();
  await idle();
  expect(await on.branch()).toEqual(['u one', 'a yes']);
});

test('a profile that is left stops what was prepared, and takes nothing more', async () => {
  const draft = on.turns.prepare(on.input('one'), listener);
  const model = await askedModel(0);
  await on.turns.close();
  expect(model.isStopped).toBe(true);
  await expect(draft.commit()).rejects.toThrow();
  expect(heard).toEqual([]);
});

test('the model of a question that changes is told what the first one was, and the date of its own', async () => {
  await answered('one', 'first');
  const draft = on.turns.prepare(on.input('two'));
  const model = await askedModel(1);
  expect(model.earlier).toEqual(['one', 'first']);
  expect(model.turn.userMessage.promptContext).toContain('[context]');
  draft.discard();
});

test.each(['', ' \n', '\u200b'])('words that are none are refused at once (%#)', text => {
  expect(() => on.turns.prepare(on.input(text))).toThrow('input.empty');
});

test('a turn that is stopped while its model still works on the words is stopped at the model', async () => {
  const draft = on.turns.prepare(on.input('one'), listener);
  const model = await askedModel(0);
  model.say('Once ');
  await until(() => heard.length === 1);
  await draft.commit();
  await until(() => on.seen.includes('0 Once '));
  await on.turns.stop(draft.turnId);
  expect(model.isStopped).toBe(true);
  expect(await on.branch()).toEqual(['u one', 'a Once  stopped']);
  expect(heard).toEqual(['Once ', '(ended stopped)']);
});

test('a first key press makes the model ready and asks it nothing', async () => {
  on.turns.soon('c1');
  await nextRound();
  expect(on.effects).toEqual(['warm']);
  expect(on.asked).toEqual([]);
  await on.turns.close();
  on.turns.soon('c1');
  expect(on.effects).toEqual(['warm']);
});
