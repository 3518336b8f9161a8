/** What was really heard of a spoken answer is what stays of it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTurnStage, until } from './turn-stage.ts';

let on: ReturnType<typeof openTurnStage>;
beforeEach(() => {
  on = openTurnStage();
});
afterEach(() => on.close());

const idle = () => until(() => on.turns.list().length === 0);
async function speaking(question: string, ...words: string[]): Promise<string> {
  const number = on.asked.length;
  const input = on.input(question);
  await on.turns.ask(input);
  await until(() => on.asked.length > number);
  for (const word of words) on.asked[number]?.say(word);
  await until(() => on.seen.some(line => line.endsWith(words.at(-1) ?? '')));
  return input.turnId;
}
async function answered(question: string, answer: string): Promise<string> {
  const turnId = await speaking(question, answer);
  on.asked.at(-1)?.end();
  await idle();
  return turnId;
}

test('a running answer is stopped and ends where the person interrupted', async () => {
  const turnId = await speaking('tell me a story', 'Once upon a time ', 'there was a king.');
  await on.turns.keepHeard(turnId, 'Once upon a time'.length);
  expect(on.asked[0]?.isStopped).toBe(true);
  expect(await on.branch()).toEqual(['u tell me a story', 'a Once upon a time stopped']);
  expect(on.seen.at(-1)).toBe('cut Once upon a time stopped');
});

test('an answer that was written to its end before it was heard is cut too, and told to every window', async () => {
  const turnId = await answered('tell me a story', 'Once upon a time there was a king.');
  await on.turns.keepHeard(turnId, 4);
  expect(await on.branch()).toEqual(['u tell me a story', 'a Once stopped']);
  expect(on.seen.at(-1)).toBe('cut Once stopped');
});

test('what nobody heard is not found by a search', async () => {
  const turnId = await answered('tell me a story', 'Once upon a time there was a king.');
  await on.turns.keepHeard(turnId, 16);
  expect(await on.store.search('king', 5)).toEqual([]);
  expect(await on.store.search('once', 5)).toHaveLength(1);
});

test('told twice, or of more than there is, it changes nothing', async () => {
  const turnId = await answered('tell me a story', 'Once upon a time');
  await on.turns.keepHeard(turnId, 1000);
  expect(await on.branch()).toEqual(['u tell me a story', 'a Once upon a time']);
  await on.turns.keepHeard(turnId, 4);
  const events = on.seen.length;
  await on.turns.keepHeard(turnId, 4);
  await on.turns.keepHeard(turnId, 9);
  expect(on.seen).toHaveLength(events);
  expect((await on.branch())[1]).toBe('a Once stopped');
});

test('half a character is never kept', async () => {
  const turnId = await answered('smile', 'A 🎉 party');
  await on.turns.keepHeard(turnId, 3);
  expect((await on.branch())[1]).toBe('a A  stopped');
});

test('the next prompt holds what was heard, and nothing of an answer of which nothing was', async () => {
  const turnId = await answered('one', 'Once upon a time');
  await on.turns.keepHeard(turnId, 4);
  await answered('two', 'yes');
  expect(on.asked[1]?.earlier).toEqual(['one', 'Once']);
  const third = await answered('three', 'never heard');
  await on.turns.keepHeard(third, 0);
  expect((await on.branch()).at(-1)).toBe('a  stopped');
});

test('what was prepared before is made anew with what was heard', async () => {
  const turnId = await answered('one', 'Once upon a time');
  const draft = on.turns.prepare(on.input('stop, why a king?'));
  await until(() => on.asked.length === 2);
  await on.turns.keepHeard(turnId, 4);
  await until(() => on.asked.length === 3);
  expect(on.asked[1]?.isStopped).toBe(true);
  expect(on.asked[2]?.earlier).toEqual(['one', 'Once']);
  draft.discard();
});

test('an answer that was cut can be continued', async () => {
  const turnId = await answered('one', 'Once upon a time');
  await on.turns.keepHeard(turnId, 4);
  const [, answer] = await on.store.openBranch('c1');
  await on.turns.continue('goes-on', answer?.id ?? '');
  await until(() => on.asked.length === 2);
  expect(on.asked[1]?.turn.mode).toEqual({ kind: 'continue', textSoFar: 'Once' });
  on.asked[1]?.say(' more');
  on.asked[1]?.end();
  await idle();
  expect((await on.branch())[1]).toBe('a Once more');
});

test('a late word about an answer that another turn goes on writing leaves it alone', async () => {
  const turnId = await speaking('one', 'Once upon');
  await on.turns.stop(turnId);
  const [, answer] = await on.store.openBranch('c1');
  await on.turns.continue('goes-on', answer?.id ?? '');
  await until(() => on.asked.length === 2);
  await on.turns.keepHeard(turnId, 2);
  on.asked[1]?.say(' a time');
  on.asked[1]?.end();
  await idle();
  expect((await on.branch())[1]).toBe('a Once upon a time');
});

test('of a turn that is not known, or waits in line, nothing is cut', async () => {
  await on.turns.keepHeard('unknown', 3);
  await speaking('one', 'Once');
  const waiting = on.input('two');
  await on.turns.ask(waiting);
  await on.turns.keepHeard(waiting.turnId, 0);
  expect(on.asked[0]?.isStopped).toBe(false);
  expect(await on.store.listQueued('c1')).toHaveLength(1);
});
