/** A command sent twice has one effect; what was answered is kept no longer than the words in it may be. */
import { expect, test } from 'vitest';
import { EventLog } from './event-log.ts';
import { ResultCache } from './result-cache.ts';

test('answers that hold forgotten words are kept no longer; a command that still runs is known', async () => {
  const log = new EventLog();
  const results = new ResultCache();
  log.onForget(() => results.forget());
  let asked = 0;
  const count = async () => String(++asked);
  expect(await results.once('c', '1', 'memory.search', count)).toBe('1');
  expect(await results.once('c', '1', 'memory.search', count)).toBe('1');
  const running = Promise.withResolvers<string>();
  const first = results.once('c', '2', 'memory.forget', () => running.promise);
  log.forget();
  expect(results.size).toBe(1);
  expect(results.once('c', '2', 'memory.forget', count)).toBe(first);
  running.resolve('gone');
  expect(await first).toBe('gone');
  expect(await results.once('c', '1', 'memory.search', count)).toBe('2');
});
