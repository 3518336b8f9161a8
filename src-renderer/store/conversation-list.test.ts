/** The rail's order and days. */
import { expect, test } from 'vitest';
import { byDay, withConversation, withConversations } from './conversation-list.ts';
import { conversation } from './fake-core.ts';

test('a changed conversation moves to its place and stands there once', () => {
  const list = [conversation('a', 3), conversation('b', 2)];
  expect(withConversation(list, conversation('b', 9)).map(one => one.id)).toEqual(['b', 'a']);
  expect(withConversations(list, [conversation('b', 2), conversation('c', 1)]).map(one => one.id)).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('days follow the calendar, not 24 hours, also over the change to winter time', () => {
  const now = new Date(2026, 9, 25, 9).getTime();
  const at = (day: number, hour: number) =>
    conversation(`${day} ${hour}`, new Date(2026, 9, day, hour).getTime());
  const groups = byDay([at(25, 0), at(24, 23), at(24, 0), at(20, 12), at(1, 12)], now);
  expect(groups.map(group => [group.day, group.conversations.length])).toEqual([
    ['today', 1],
    ['yesterday', 2],
    ['week', 1],
    ['month', 1],
  ]);
});
