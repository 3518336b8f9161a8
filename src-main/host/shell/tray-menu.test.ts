/** The tray's menu says what is, in both languages, and offers what can be done about it. */
import { expect, test } from 'vitest';
import { firstLine, type MenuFacts, type MenuRow, trayMenu } from './tray-menu.ts';

const calm: MenuFacts = {
  isPrivate: false,
  isHotword: false,
  microphone: undefined,
  microphones: [],
  lastAnswer: undefined,
  ringing: [],
  update: undefined,
};
const find = (id: string, facts: Partial<MenuFacts>, language: 'fr' | 'en' = 'en'): MenuRow | undefined => {
  const rows = trayMenu({ ...calm, ...facts }, language);
  return [...rows, ...rows.flatMap(row => row.rows ?? [])].find(row => row.id === id);
};

test('the ticks show what is, and a click asks for the other', () => {
  expect(find('hotword', {})).toMatchObject({ checked: false, order: { kind: 'hotword', on: true } });
  expect(find('hotword', { isHotword: true })).toMatchObject({ checked: true, order: { on: false } });
  expect(find('private', { isPrivate: true })).toMatchObject({ checked: true, order: { on: false } });
});

test('one microphone is chosen, even one that is not there', () => {
  const microphones = ['Desk', 'Headset'];
  const rows = find('microphone', { microphones, microphone: 'Old one' })?.rows ?? [];
  expect(rows.map(({ label, checked }) => [label, checked])).toEqual([
    ['The system’s', false],
    ['Desk', false],
    ['Headset', false],
    ['Old one', true],
  ]);
  expect(rows.every(({ type }) => type === 'radio')).toBe(true);
  expect(rows[0]?.order).toEqual({ kind: 'microphone' });
});

test('the last answer is its first line, to be copied or opened', () => {
  expect(find('answer', {}, 'fr')).toMatchObject({ label: 'Pas encore de réponse', enabled: false });
  const lastAnswer = { text: '## **42** & more\n\nand so on', conversationId: 'c' };
  expect(find('answer', { lastAnswer })).toMatchObject({ label: '42 && more' });
  expect(find('answer-copy', { lastAnswer })?.order).toEqual({ kind: 'copy-answer' });
});

test('a timer that rings is stopped there, a new version installed', () => {
  const ringing = [{ id: 't', kind: 'timer', label: 'tea $& more' }] as const;
  expect(find('stop t', { ringing })).toMatchObject({
    label: 'Stop: tea $&& more',
    order: { kind: 'dismiss', timerId: 't' },
  });
  expect(find('update', {})).toBeUndefined();
  expect(find('update', { update: '2.1.0' }, 'fr')?.label).toBe('Installer Jarvis 2.1.0');
});

test.each([
  ['', ''],
  ['   \n\n> a `b`', 'a b'],
  ['x'.repeat(80), `${'x'.repeat(59)}…`],
])('the first line of %j is %j', (text, line) => expect(firstLine(text)).toBe(line));
