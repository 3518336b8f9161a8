/** Settings written to a file come back the same; a file that is wrong anywhere changes nothing and says where. */
import { describe, expect, test } from 'vitest';
import { settingTable } from '../src-main/domain/setting-table.ts';
import { defaultPreferences, type ProfilePreferences } from '../src-main/domain/settings.ts';
import { readSettingsFile, writeSettingsFile } from '../src-main/domain/settings-file.ts';
import { checkPreferences } from './schemas.ts';

const read = (text: string, onto: ProfilePreferences = defaultPreferences) =>
  readSettingsFile(text, onto, checkPreferences);
const file = (settings: unknown) => JSON.stringify({ format: 'jarvis-settings', version: 1, settings });

const mine: ProfilePreferences = {
  ...defaultPreferences,
  theme: 'light',
  accent: 'givre',
  zone: 'Europe/Paris',
  keys: { 'room.memory': 'Ctrl+M', 'turn.stop': '' },
  voice: {
    ...defaultPreferences.voice,
    volume: 0.4,
    languages: ['fr'],
    microphone: 'Desk',
    voices: { fr: 'siwis' },
  },
  memory: { ...defaultPreferences.memory, retentionDays: 90, excludedTopics: ['la santé'] },
};

describe('a settings file', () => {
  test('brings every setting back, absent ones too', () => {
    expect(read(writeSettingsFile(mine))).toEqual(mine);
    expect(read(writeSettingsFile(defaultPreferences), mine)).toEqual(defaultPreferences);
  });

  test('holds each setting on a line of its own, and nothing that is learnt', () => {
    const text = writeSettingsFile(mine);
    for (const { key } of settingTable) expect(text).toContain(`"${key}": `);
    expect(text).not.toMatch(/wakeTuning|welcome/);
  });

  test('may name a few settings only', () => {
    expect(read(file({ theme: 'dark' }), mine)).toEqual({ ...mine, theme: 'dark' });
  });

  test.each([
    ['no JSON', 'theme: dark', 'settings.bad-file'],
    ['an empty file', '', 'settings.bad-file'],
    ['another format', '{"format":"other","version":1,"settings":{}}', 'settings.bad-file'],
    ['a later version', '{"format":"jarvis-settings","version":2,"settings":{}}', 'settings.bad-file'],
    ['a list', file(['dark']), 'settings.bad-file'],
    ['a text', '"jarvis-settings"', 'settings.bad-file'],
    ['one too large', file({ zone: 'x'.repeat(300_000) }), 'settings.bad-file'],
    ['an unknown setting', file({ theme: 'dark', colour: 'red' }), 'settings.unknown'],
    [
      'the prototype',
      '{"format":"jarvis-settings","version":1,"settings":{"__proto__":{"theme":"dark"}}}',
      'settings.unknown',
    ],
    ['a group', file({ voice: { volume: 1 } }), 'settings.unknown'],
    ['what is learnt', file({ 'voice.wakeTuning': { scores: [], falseWakes: 0 } }), 'settings.unknown'],
    ['an unknown value', file({ theme: 'pink' }), 'settings.bad-value'],
    ['a number too large', file({ 'voice.volume': 7 }), 'settings.bad-value'],
    ['no number', file({ speechRate: 'fast' }), 'settings.bad-value'],
    ['nothing where something must be', file({ theme: null }), 'settings.bad-value'],
    ['no language', file({ 'voice.languages': [] }), 'settings.bad-value'],
    ['no zone', file({ zone: 'Mars/Olympus' }), 'settings.bad-value'],
    ['keys that are a text', file({ keys: 'Ctrl+A' }), 'settings.bad-value'],
    ['a key too long', file({ keys: { a: 'x'.repeat(61) } }), 'settings.bad-value'],
    [
      'an embedder of another kind',
      file({ 'memory.embedder': { onnx: 'e5', run: 'rm' } }),
      'settings.bad-value',
    ],
  ])('is refused: %s', (_what, text, code) => {
    expect(() => read(text, mine)).toThrow(expect.objectContaining({ code }));
  });

  test('names what is wrong', () => {
    expect(() => read(file({ colour: 1 }))).toThrow(/colour/);
    expect(() => read(file({ theme: 'pink' }))).toThrow(/theme.*pink/);
  });
});
