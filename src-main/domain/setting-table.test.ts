/** Every preference is a setting or excused, and a setting changes what it names and nothing else. */
import { expect, test } from 'vitest';
import {
  defaultOf,
  noSettings,
  readSetting,
  settingNamed,
  settingsThatDiffer,
  settingTable,
  withDefaults,
  withSetting,
} from './setting-table.ts';
import { defaultPreferences } from './settings.ts';

/** Groups whose parts are settings of their own. */
const groups = ['voice', 'memory', 'desktop'];
/** Preferences that the defaults leave absent. */
const absent = [
  'zone',
  'voice.microphone',
  'voice.loudspeaker',
  'memory.retentionDays',
  'memory.embedder',
  'desktop.quietHours',
];

function paths(of: object, before = ''): readonly string[] {
  return Object.entries(of).flatMap(([name, value]) =>
    groups.includes(before + name) ? paths(value as object, `${before}${name}.`) : [before + name],
  );
}

test('every preference is in the table, or is excused', () => {
  const known = [...settingTable.map(({ key }) => key), ...noSettings];
  expect(known.toSorted()).toEqual([...paths(defaultPreferences), ...absent].toSorted());
});

test('names are the ends of keys, and no two are the same', () => {
  for (const { key, name } of settingTable) expect(key.split('.').at(-1)).toBe(name);
  expect(new Set(settingTable.map(({ name }) => name)).size).toBe(settingTable.length);
});

test('a setting is read, set and taken away where it lies', () => {
  const volume = settingNamed('volume');
  const softer = withSetting(defaultPreferences, volume, 0.3);
  expect(readSetting(softer, volume)).toBe(0.3);
  expect(settingsThatDiffer(softer, defaultPreferences)).toEqual(['volume']);
  expect(defaultPreferences.voice.volume).toBe(1);
  const microphone = settingNamed('microphone');
  const chosen = withSetting(softer, microphone, 'Desk');
  expect(chosen.voice.microphone).toBe('Desk');
  expect('microphone' in withSetting(chosen, microphone, undefined).voice).toBe(false);
});

test('the defaults keep what was learnt, and which model makes meanings', () => {
  const learnt = {
    ...defaultPreferences,
    theme: 'dark',
    keys: { 'room.memory': 'Ctrl+M' },
    voice: { ...defaultPreferences.voice, volume: 0.2, wakeTuning: { scores: [0.7], falseWakes: 2 } },
    memory: { ...defaultPreferences.memory, retentionDays: 30, embedder: { onnx: 'e5' } },
    welcome: { step: 'privacy', isDone: true },
  } as const;
  const reset = withDefaults(learnt);
  expect(settingsThatDiffer(reset, defaultPreferences)).toEqual(['embedder']);
  expect(reset.voice.wakeTuning).toEqual(learnt.voice.wakeTuning);
  expect(reset.welcome).toEqual(learnt.welcome);
  expect(defaultOf(settingNamed('theme'))).toBe('system');
});
