/** `jarvis settings` as a user types it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { settingTable } from '../../domain/setting-table.ts';
import { runCli } from './cli-fixture.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'jarvis-settings-'));
afterAll(() => rmSync(dataDir, { recursive: true }));
const settings = (...args: string[]) => runCli(['settings', ...args], { dataDir });

test('lists every setting with its sentence, its values and its default', async () => {
  const { status, stdout } = await settings('list');
  expect(status).toBe(0);
  for (const { key } of settingTable) expect(stdout).toContain(`  ${key} = `);
  expect(stdout).toMatch(
    /theme = system\n {4}Dark, light, or as the system is\. {2}\(system, dark, light; default system\)/,
  );
  const french = await settings('--lang', 'fr');
  expect(french.stdout).toContain('Sombre, clair, ou comme le système.');
  expect(JSON.parse((await settings('list', '--json')).stdout)).toHaveLength(settingTable.length);
}, 60_000);

test('sets, gets and resets', async () => {
  expect((await settings('set', 'theme', 'dark')).stdout).toBe('theme = dark\n');
  expect((await settings('set', 'voice.volume', '0.4')).stdout).toBe('voice.volume = 0.4\n');
  expect((await settings('set', 'voice.languages', 'fr')).stdout).toBe('voice.languages = fr\n');
  expect((await settings('get', 'voice.volume')).stdout).toBe('0.4\n');
  expect((await settings('reset', 'voice.volume')).stdout).toBe('voice.volume = 1\n');
  await settings('set', 'zone', 'Europe/Paris');
  expect((await settings('set', 'zone', '-')).stdout).toBe('zone = -\n');
}, 90_000);

test.each([
  [['get', 'colour'], 'colour'],
  [['set', 'theme', 'pink'], 'theme'],
  [['set', 'voice.volume', 'loud'], 'voice.volume'],
  [['set', 'voice.cues', 'yes'], 'voice.cues'],
  [['set', 'keys', '{'], 'keys'],
  [['set', 'theme'], 'settings set KEY VALUE'],
  [['paint'], 'settings paint'],
])('says what is wrong, and changes nothing: %j', async (args, named) => {
  const { status, stderr, stdout } = await settings(...args);
  expect(status).not.toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toContain(named);
});
